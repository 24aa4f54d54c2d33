import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LedgerAccountView } from "@/lib/domain/wallet/types";
import { LedgerAmount } from "./ledger-amount";
import { AccountLink } from "./ledger-reference";

/** A few accounts with their balances, each leading to its entries. */
export function AccountTable({ accounts, caption }: { accounts: LedgerAccountView[]; caption: string }) {
  const t = useTranslations("ledger");
  if (accounts.length === 0) return <p className="text-ink-2 text-sm">{t("noAccounts")}</p>;
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <TableHeader>{t("columns.account")}</TableHeader>
          <TableHeader>{t("columns.kind")}</TableHeader>
          <TableHeader align="end">{t("columns.balance")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {accounts.map((account) => (
          <TableRow key={account.id}>
            <TableCell label={t("columns.account")}>
              <AccountLink id={account.id} code={account.code} />
            </TableCell>
            <TableCell label={t("columns.kind")}>{t(`kinds.${account.kind}`)}</TableCell>
            <TableCell label={t("columns.balance")} align="end">
              <LedgerAmount micros={account.balanceMicros} currency={account.currency} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
