/** What travels as webhook-id: the delivery's own id, so that it never changes over tries. */
export function messageIdOf(deliveryId: string): string {
  return `msg_${deliveryId.replaceAll("-", "")}`;
}
