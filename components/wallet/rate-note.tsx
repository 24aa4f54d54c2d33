import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { MICROS_PER_UNIT } from "@/lib/domain/kernel/money";
import { type DisplayRate, formatApproximate } from "@/lib/format/approximate";

interface RateNoteProps {
  rate: DisplayRate | null;
  /** What the reader asked for. */
  wanted: "USD" | DisplayRate["currency"];
}

/** Where the approximate amounts come from and how old their rate is; that there is none, where one was asked for. */
export function RateNote({ rate, wanted }: RateNoteProps) {
  const t = useTranslations("wallet.displayRate");
  const locale = useLocale();
  if (wanted === "USD") return null;
  const one = rate ? formatApproximate(MICROS_PER_UNIT, rate, locale) : null;
  if (!rate || one === null)
    return <p className="text-ink-3 text-xs">{t("never", { currency: t(wanted) })}</p>;
  return (
    <p className="text-ink-3 text-xs" data-testid="rate-note">
      {t.rich("note", {
        currency: t(wanted),
        rate: wanted === "TOMAN" ? t("toman", { amount: one }) : one,
        at: () => (rate.at ? <Moment key="at" at={rate.at} /> : "–"),
      })}
    </p>
  );
}
