import type { VpnDeps } from "../ports";

/** The secret link of a subscription and its number; whoever shows it has proved that it may be seen. Null when there is none. */
export async function readSubscriptionLink(
  deps: Pick<VpnDeps, "db" | "cipher" | "publicOrigin">,
  subscriptionId: string,
): Promise<{ number: number; url: string } | null> {
  const row = await deps.db.subscription.findUnique({
    where: { id: subscriptionId },
    select: { number: true, tokenCiphertext: true },
  });
  if (!row) return null;
  return { number: row.number, url: `${deps.publicOrigin}/sub/${deps.cipher.decrypt(row.tokenCiphertext)}` };
}
