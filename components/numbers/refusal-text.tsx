"use client";

import { useTranslations } from "next-intl";
import { ReloadButton } from "@/components/feedback/reload-button";
import { useMoney } from "@/components/wallet/use-money";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";

/** One refusal as a sentence with its next step, money formatted; a page of an older build can be reloaded here. */
export function RefusalText({ refusal, currency }: { refusal: Refusal; currency: string }) {
  const t = useTranslations("refusals");
  const money = useMoney();
  const details = refusal.details ?? {};
  const amount = (name: string) =>
    typeof details[name] === "string" ? money(toDecimal(BigInt(details[name])), currency) : "";
  const sentence = (
    <p>
      {t(refusal.reason, {
        price: amount("priceMicros"),
        missing: amount("missingMicros"),
        seconds: Number(details.secondsLeft ?? details.retryAfterSeconds ?? 0),
        limit: Number(details.limit ?? 0),
      })}
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
