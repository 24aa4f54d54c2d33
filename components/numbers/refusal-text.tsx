"use client";

import { useTranslations } from "next-intl";
import { refusalValues } from "@/components/identity/refusal-values";
import { useMoney } from "@/components/wallet/use-money";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";

/** One refusal as a sentence with its next step, money formatted. */
export function RefusalText({ refusal, currency }: { refusal: Refusal; currency: string }) {
  const t = useTranslations("refusals");
  const money = useMoney();
  return (
    <p>
      {t(
        refusal.reason,
        refusalValues(refusal, (micros) => money(toDecimal(micros), currency)),
      )}
    </p>
  );
}
