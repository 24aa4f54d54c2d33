import { useLocale, useTranslations } from "next-intl";
import type { WalletLine } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";

/** Each step of a line in words, with what was available right after it. */
export function LinePostings({ line }: { line: Pick<WalletLine, "postings" | "currency"> }) {
  const t = useTranslations("wallet");
  const locale = useLocale();
  return (
    <ol className="flex flex-col gap-1 text-ink-2 text-sm">
      {line.postings.map((posting) => (
        <li key={posting.id} className="flex flex-wrap justify-between gap-x-4">
          <span>{t(`posting.${posting.word}`)}</span>
          <span className="tabular-nums">
            <span className="text-ink-3">{t("lines.balance")}: </span>
            <bdi dir="ltr" data-testid="available-after">
              {formatMoney(posting.availableAfterMicros, line.currency, locale)}
            </bdi>
          </span>
        </li>
      ))}
    </ol>
  );
}
