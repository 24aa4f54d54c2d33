import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";

/**
 * Why the money of a plan's invoice bought nothing; null where it did, still may, or there is none. A part whose rest never
 * came is told by nobody: the time alone has ended it.
 */
export function planRefusalOf(
  { status, credited, planRefusal }: Pick<InvoiceView, "status" | "credited" | "planRefusal">,
  plan: { isBought: boolean } | null,
): string | null {
  if (planRefusal !== null || plan === null || plan.isBought) return planRefusal;
  const isOver = status === "EXPIRED" || status === "CANCELED";
  return isOver && (parseDecimal(credited) ?? 0n) > 0n ? "paid_partial" : null;
}
