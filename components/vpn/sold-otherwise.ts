import type { Refusal } from "@/lib/domain/kernel/result";

/** The page shows what is no longer sold so: it is to be drawn again. */
export const isSoldOtherwise = ({ reason }: Refusal): boolean =>
  reason === "plan_changed" || reason === "price_changed";
