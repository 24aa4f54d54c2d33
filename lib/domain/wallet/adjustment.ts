import type { ExternalAccount } from "./accounts";
import type { Balance } from "./types";

/** One side of an adjustment as it would be posted. */
export interface AdjustmentEntry {
  account: "available" | "held" | "debt" | ExternalAccount;
  /** Signed, micro-units. */
  amountMicros: bigint;
  /** Null for the house: it keeps no running balance. */
  beforeMicros: bigint | null;
  afterMicros: bigint | null;
}

function entry(
  account: AdjustmentEntry["account"],
  amountMicros: bigint,
  beforeMicros: bigint | null,
): AdjustmentEntry {
  const afterMicros = beforeMicros === null ? null : beforeMicros + amountMicros;
  return { account, amountMicros, beforeMicros, afterMicros };
}

/**
 * The entries that giving (or with a minus taking) an amount would post: debt is paid first; what is taken beyond what
 * is available becomes debt. `missingMicros` is what an owner who may not owe lacks.
 */
export function adjustmentEntries(
  balance: Pick<Balance, "availableMicros" | "debtMicros">,
  amountMicros: bigint,
  source: ExternalAccount = "ext:internal",
): { entries: AdjustmentEntry[]; missingMicros: bigint } {
  const { availableMicros, debtMicros } = balance;
  const least = (a: bigint, b: bigint) => (a < b ? a : b);
  const intoDebt =
    amountMicros > 0n
      ? least(-debtMicros, amountMicros)
      : -(-amountMicros - least(-amountMicros, availableMicros));
  const intoAvailable = amountMicros - intoDebt;
  const entries = [entry(source, -amountMicros, null)];
  if (intoDebt !== 0n) entries.push(entry("debt", intoDebt, debtMicros));
  if (intoAvailable !== 0n) entries.push(entry("available", intoAvailable, availableMicros));
  return { entries, missingMicros: amountMicros < 0n ? -intoDebt : 0n };
}
