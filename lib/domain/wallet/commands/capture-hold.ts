import type { Tx } from "@/lib/db/client";
import type { ExternalAccount, RevenueAccount } from "../accounts";

export interface CaptureHoldInput {
  holdId: bigint;
  /** Part of the hold; the rest returns to available at once. All of it by default. */
  amountMicros?: bigint;
  /** Who gets it: the house, or the world outside for what is paid out. */
  revenueAccount: RevenueAccount | ExternalAccount;
}

/**
 * Takes the held money as paid and completes the customer's line, in one round trip. False when the hold was
 * captured or voided before: then nothing is changed.
 */
export async function captureHold(tx: Tx, input: CaptureHoldInput): Promise<{ captured: boolean }> {
  const rows = await tx.$queryRaw<{ captured: boolean }[]>`
    SELECT captured FROM hold_capture(
      ${input.holdId}::bigint, ${input.amountMicros ?? null}::bigint, ${input.revenueAccount})`;
  return { captured: rows[0]?.captured ?? false };
}
