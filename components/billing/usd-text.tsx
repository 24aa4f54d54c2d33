import { useLocale } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** A decimal of the wallet's currency as people read it. */
export function UsdText({ amount }: { amount: string }) {
  const locale = useLocale();
  return (
    <Ltr className="tabular-nums">{formatMoney(parseDecimal(amount) ?? 0n, WALLET_CURRENCY, locale)}</Ltr>
  );
}
