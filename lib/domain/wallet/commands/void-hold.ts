import type { Tx } from "@/lib/db/client";

/**
 * Releases the held money to available and ends the customer's line as released, in one round trip. False when the
 * hold was captured or voided before: then nothing is changed.
 */
export async function voidHold(tx: Tx, input: { holdId: bigint }): Promise<{ voided: boolean }> {
  const rows = await tx.$queryRaw<
    { voided: boolean }[]
  >`SELECT voided FROM hold_void(${input.holdId}::bigint)`;
  return { voided: rows[0]?.voided ?? false };
}
