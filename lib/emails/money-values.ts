import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** What the sentences of a mail about money name; amounts (micro-units as text) are written as the reader reads them. */
export function moneyValues(params: Record<string, string>, locale: string): Record<string, string> {
  const money = (micros: string | undefined) => formatMoney(BigInt(micros ?? "0"), WALLET_CURRENCY, locale);
  return {
    ...params,
    amount: money(params.amountMicros),
    threshold: money(params.thresholdMicros),
    note: params.note ?? "",
    number: params.number ?? "",
  };
}
