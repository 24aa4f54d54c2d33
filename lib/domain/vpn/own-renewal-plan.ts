/**
 * What a renewal by itself buys: today's terms, unless they cost more than those its notice announced; then those. Null where
 * the plan is not sold, or was not when the owner was told. Without a notice, because nothing ran, today's terms count.
 */
export function ownRenewalPlan<Terms extends { priceMicros: bigint }>(
  { renewalNoticedAt }: { renewalNoticedAt: Date | null },
  announced: Terms | null,
  current: Terms | null,
): Terms | null {
  if (!current || renewalNoticedAt === null) return current;
  if (!announced) return null;
  return current.priceMicros <= announced.priceMicros ? current : announced;
}
