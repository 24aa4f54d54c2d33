import { useTranslations } from "next-intl";
import { isolateLtr } from "@/components/identity/isolate";
import { useDigits } from "@/components/ui/use-digits";
import type { PriceBatchView } from "@/lib/domain/catalog/types";

const MODES = ["set", "percent", "fixed", "margin", "none", "undo"] as const;

/** "Plus 10 %, rounded to .x9": what a bulk change does, in words. */
export function useStepText() {
  const t = useTranslations("offers.steps");
  const digits = useDigits();
  return ({ mode, amount, rounding }: Pick<PriceBatchView, "mode" | "amount" | "rounding">): string => {
    const known = MODES.find((one) => one === mode) ?? "none";
    // A share is read as other numbers are; an amount of money keeps its Latin digits.
    const isShare = known === "percent" || known === "margin";
    const step = t(known, { amount: isolateLtr(isShare ? digits(amount ?? "") : (amount ?? "")) });
    if (rounding === "cent") return known === "none" ? t("toCent") : t("roundedToCent", { step });
    return rounding === "x9" && known !== "none" ? t("rounded", { step }) : step;
  };
}
