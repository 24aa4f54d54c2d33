import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Ltr } from "@/components/ui/ltr";
import { type DisplayRate, formatApproximate } from "@/lib/format/approximate";

interface ApproximateProps {
  /** Of USD. */
  micros: bigint;
  /** Null: the reader wants dollars alone, and nothing is drawn. */
  rate: DisplayRate | null;
  className?: string;
}

/** "≈ R$67.50": what dollars are worth to the reader. Only to be read. */
export function Approximate({ micros, rate, className }: ApproximateProps) {
  const t = useTranslations("wallet.displayRate");
  const locale = useLocale();
  const amount = rate ? formatApproximate(micros, rate, locale) : null;
  if (!rate || amount === null) return null;
  return (
    <span
      className={classNames("whitespace-nowrap text-ink-3 tabular-nums", className)}
      data-testid="approximate"
    >
      <span aria-hidden="true">≈ </span>
      <span className="sr-only">{t("about")} </span>
      {rate.currency === "TOMAN" ? t("toman", { amount }) : <Ltr>{amount}</Ltr>}
    </span>
  );
}
