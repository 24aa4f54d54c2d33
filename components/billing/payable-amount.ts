import { parseDecimal } from "@/lib/domain/kernel/money";
import type { OfferedMethod } from "./offered-method";

const CENT = 10_000n;

/** Whether an amount (micro-units) can be brought in this way: whole cents, within the bounds, within what the day leaves. */
export function mayBePaid(
  micros: bigint,
  { minimum, maximum }: Pick<OfferedMethod, "minimum" | "maximum">,
  leftToday: string,
): boolean {
  const [least, most, left] = [minimum, maximum, leftToday].map((text) => parseDecimal(text) ?? 0n);
  if (least === undefined || most === undefined || left === undefined) return false;
  return micros > 0n && micros % CENT === 0n && micros >= least && micros <= most && micros <= left;
}
