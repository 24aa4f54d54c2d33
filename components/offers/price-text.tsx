import { useLocale } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** A decimal amount of the shop's currency as money. */
export function PriceText({ amount, className }: { amount: string; className?: string }) {
  const locale = useLocale();
  return <Ltr className={className}>{formatMoney(parseDecimal(amount) ?? 0n, WALLET_CURRENCY, locale)}</Ltr>;
}
