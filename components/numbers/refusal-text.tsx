"use client";

import { useTranslations } from "next-intl";
import { ReloadButton } from "@/components/feedback/reload-button";
import { refusalValues } from "@/components/identity/refusal-values";
import { useMoney } from "@/components/wallet/use-money";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";

/** One refusal as a sentence with its next step, money formatted. */
export function RefusalText({ refusal, currency }: { refusal: Refusal; currency: string }) {
  const t = useTranslations("refusals");
  const money = useMoney();
  const sentence = (
    <p>
      {t(
        refusal.reason,
        refusalValues(refusal, (micros) => money(toDecimal(micros), currency)),
      )}
    </p>
  );
  if (refusal.reason !== "page_outdated") return sentence;
  return (
    <div className="flex flex-col items-start gap-2">
      {sentence}
      <ReloadButton />
    </div>
  );
}
