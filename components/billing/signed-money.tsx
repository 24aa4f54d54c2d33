import { useLocale } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** A signed decimal of a currency as people read it; what came in has a plus. */
export function SignedMoney({ amount, currency }: { amount: string; currency: string }) {
  const locale = useLocale();
  const micros = parseDecimal(amount) ?? 0n;
  const sign = micros > 0n ? "+" : micros < 0n ? "−" : "";
  return (
    <Ltr className="whitespace-nowrap tabular-nums">
      {sign}
      {formatMoney(micros < 0n ? -micros : micros, currency, locale)}
    </Ltr>
  );
}
