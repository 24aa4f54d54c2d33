import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LedgerEntryView } from "@/lib/domain/wallet/types";
import { LedgerAmount, SideAmount } from "./ledger-amount";
import { AccountLink, OwnerLink } from "./ledger-reference";

/** The entries of one transaction: together they are nothing. */
export function EntryTable({ entries, caption }: { entries: readonly LedgerEntryView[]; caption: string }) {
  const t = useTranslations("ledger.columns");
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <TableHeader>{t("account")}</TableHeader>
          <TableHeader>{t("owner")}</TableHeader>
          <TableHeader align="end">{t("debit")}</TableHeader>
          <TableHeader align="end">{t("credit")}</TableHeader>
          <TableHeader align="end">{t("balanceAfter")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {entries.map(({ currency, ...entry }) => (
          <TableRow key={entry.id}>
            <TableCell label={t("account")}>
              <AccountLink id={entry.accountId} code={entry.accountCode} />
            </TableCell>
            <TableCell label={t("owner")}>
              <OwnerLink userId={entry.userId} username={entry.username} />
            </TableCell>
            <TableCell label={t("debit")} align="end">
              <SideAmount side="debit" micros={entry.amountMicros} currency={currency} />
            </TableCell>
            <TableCell label={t("credit")} align="end">
              <SideAmount side="credit" micros={entry.amountMicros} currency={currency} />
            </TableCell>
            <TableCell label={t("balanceAfter")} align="end">
              {entry.balanceAfterMicros === null ? (
                "–"
              ) : (
                <LedgerAmount micros={entry.balanceAfterMicros} currency={currency} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
