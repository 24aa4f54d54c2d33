"use client";

import { useTranslations } from "next-intl";
import { useMoney } from "@/components/wallet/use-money";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";

/** One refusal as a sentence with its next step, money formatted. */
export function RefusalText({ refusal, currency }: { refusal: Refusal; currency: string }) {
  const t = useTranslations("refusals");
  const money = useMoney();
  const details = refusal.details ?? {};
  const amount = (name: string) =>
    typeof details[name] === "string" ? money(toDecimal(BigInt(details[name])), currency) : "";
  return (
    <p>
      {t(refusal.reason, {
        price: amount("priceMicros"),
        missing: amount("missingMicros"),
        seconds: Number(details.secondsLeft ?? details.retryAfterSeconds ?? 0),
        limit: Number(details.limit ?? 0),
      })}
    </p>
  );
}
