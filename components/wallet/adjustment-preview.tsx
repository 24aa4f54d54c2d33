"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAccountName } from "@/components/ledger/account-name";
import type { PostingEntry } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";

/** The entries as they would be written: account, side, balance before and after. */
export function AdjustmentPreview({
  preview,
}: {
  preview: { entries: readonly PostingEntry[]; currency: string };
}) {
  const t = useTranslations("users.grant");
  const nameOf = useAccountName();
  const locale = useLocale();
  const money = (micros: bigint | null) =>
    micros === null ? "–" : <bdi dir="ltr">{formatMoney(micros, preview.currency, locale)}</bdi>;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("previewCaption")}</caption>
      <thead className="text-ink-3 text-xs">
        <tr>
          <th scope="col" className="py-1 pe-2 text-start font-normal">
            {t("account")}
          </th>
          <th scope="col" className="px-2 py-1 text-end font-normal">
            {t("debit")}
          </th>
          <th scope="col" className="px-2 py-1 text-end font-normal">
            {t("credit")}
          </th>
          <th scope="col" className="py-1 ps-2 text-end font-normal">
            {t("beforeAfter")}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {preview.entries.map((entry) => (
          <tr key={entry.account} className="border-line border-t">
            <th scope="row" className="py-2 pe-2 text-start font-normal">
              <bdi title={entry.account}>{nameOf(entry.account)}</bdi>
            </th>
            <td className="px-2 py-2 text-end">{entry.amountMicros < 0n && money(-entry.amountMicros)}</td>
            <td className="px-2 py-2 text-end">{entry.amountMicros > 0n && money(entry.amountMicros)}</td>
            <td className="py-2 ps-2 text-end">
              {entry.beforeMicros === null ? (
                "–"
              ) : (
                <span className="flex flex-col">
                  <span className="text-ink-2">{money(entry.beforeMicros)}</span>
                  <span>{money(entry.afterMicros)}</span>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
