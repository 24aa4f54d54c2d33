import { useLocale } from "next-intl";
import { formatMoney } from "@/lib/format/money";

interface LedgerAmountProps {
  micros: bigint;
  currency: string;
}

/** Money in the books. */
export function LedgerAmount({ micros, currency }: LedgerAmountProps) {
  const locale = useLocale();
  return (
    <bdi dir="ltr" className="font-mono tabular-nums">
      {formatMoney(micros, currency, locale)}
    </bdi>
  );
}

/** The amount where it stands on this side of the account: debits take away, credits add. */
export function SideAmount({ micros, currency, side }: LedgerAmountProps & { side: "debit" | "credit" }) {
  const isHere = side === "debit" ? micros < 0n : micros > 0n;
  if (!isHere) return <span className="text-ink-3 md:hidden">–</span>;
  return <LedgerAmount micros={micros < 0n ? -micros : micros} currency={currency} />;
}
