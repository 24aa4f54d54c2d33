import { createFormatter } from "next-intl";
import { LOCALES } from "@/lib/domain/identity/schema";
import { planWord } from "@/lib/format/plan-word";
import { type FormatChoice, formatsFor } from "@/lib/i18n/formats";
import { moneyValues } from "./money-values";

/** How the reader counts days and writes digits, and where they are; null: they never said. */
type Tastes = FormatChoice & { timeZone: string | null };

/** What the sentences of a mail about a subscription name: the plan, times (ISO before) and amounts as the reader reads them. */
export function subscriptionValues(
  params: Record<string, string>,
  locale: string,
  { calendar, digits, timeZone }: Tastes,
): Record<string, string> {
  const format = createFormatter({
    locale: LOCALES.find((known) => known === locale) ?? "en",
    formats: formatsFor({ calendar, digits }),
    timeZone: timeZone ?? "UTC",
  });
  const time = (at = "") => {
    if (!at) return "";
    const text = format.dateTime(new Date(at), "short");
    return timeZone ? text : `${text} UTC`;
  };
  const count = (text: string | undefined) => (text ? format.number(Number(text), "ungrouped") : "");
  return {
    reason: "",
    percent: "",
    purchase: "",
    ...moneyValues(params, locale),
    number: count(params.number),
    invoice: count(params.invoice),
    plan: planWord(params, locale),
    missing: moneyValues({ amountMicros: params.missingMicros ?? "0" }, locale).amount ?? "",
    isShort: (params.missingMicros ?? "0") === "0" ? "no" : "yes",
    kept: moneyValues({ amountMicros: params.keptMicros ?? "0" }, locale).amount ?? "",
    isKept: (params.keptMicros ?? "0") === "0" ? "no" : "yes",
    until: time(params.until),
    graceUntil: time(params.graceUntil),
    oldUntil: time(params.oldUntil),
    isOldAlive: params.oldUntil ? "yes" : "no",
  };
}
