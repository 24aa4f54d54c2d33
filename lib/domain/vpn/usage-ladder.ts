/** Steps at which the owner is told, in percent of the period's traffic. */
export const LADDER = [80, 95, 100] as const;
export type LadderStep = 0 | (typeof LADDER)[number];

/** The highest step that is reached; 0 below the first and without a limit. */
export function ladderStep(usedBytes: bigint, trafficBytes: bigint | null): LadderStep {
  if (trafficBytes === null) return 0;
  const reached = LADDER.filter((step) => usedBytes * 100n >= trafficBytes * BigInt(step));
  return reached.at(-1) ?? 0;
}
