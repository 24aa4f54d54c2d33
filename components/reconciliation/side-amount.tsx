import { useLocale } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** What one side says: money of a country by its rules, an asset with its digits and its name. */
export function SideAmount({ amount, currency }: { amount: string | null; currency: string | null }) {
  const locale = useLocale();
  if (amount === null || currency === null) return "–";
  const micros = currency === "BTC" || currency === "USDT" ? null : parseDecimal(amount);
  return (
    <Ltr className="tabular-nums">
      {micros === null ? `${amount} ${currency}` : formatMoney(micros, currency, locale)}
    </Ltr>
  );
}
