import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import type { Posting, WalletLine } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";
import { DebtPart } from "./debt-part";

/**
 * What the step brought or took, with its sign, the part that is owed included; a capture spends what was set aside
 * before, so it has none.
 */
function changeOf({ availableChangeMicros, debtChangeMicros, heldChangeMicros }: Posting) {
  const micros = availableChangeMicros + debtChangeMicros;
  if (micros !== 0n) return { micros, sign: micros > 0n ? "+" : "" };
  return { micros: heldChangeMicros < 0n ? -heldChangeMicros : heldChangeMicros, sign: "" };
}

/** Each step of a line in words: when, how much as the customer sees it, and what was available right after it. */
export function LinePostings({ line }: { line: Pick<WalletLine, "postings" | "currency"> }) {
  const t = useTranslations("wallet");
  const locale = useLocale();
  return (
    <ol className="flex flex-col gap-2 text-ink-2 text-sm">
      {line.postings.map((posting) => {
        const { micros, sign } = changeOf(posting);
        return (
          <li key={posting.id} className="flex flex-col text-start">
            <span className="flex justify-between gap-x-4">
              <span className="text-ink">{t(`posting.${posting.word}`)}</span>
              <bdi dir="ltr" className="whitespace-nowrap text-ink tabular-nums" data-testid="step-amount">
                {sign}
                {formatMoney(micros, line.currency, locale)}
              </bdi>
            </span>
            <DebtPart micros={posting.debtChangeMicros} currency={line.currency} />
            <span className="flex flex-wrap justify-between gap-x-4 text-ink-3 text-xs">
              <Moment at={posting.at} form="time" />
              <span>
                {t("lines.balance")}:{" "}
                <bdi dir="ltr" className="tabular-nums" data-testid="available-after">
                  {formatMoney(posting.availableAfterMicros, line.currency, locale)}
                </bdi>
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
