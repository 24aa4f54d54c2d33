import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RunTotal } from "@/lib/domain/reconciliation/types";
import { SideAmount } from "./side-amount";

/** "54.000000" -> "54": the digits that say nothing. */
const plain = (amount: string) => (amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount);

const isWaiting = ({ waitingAmount }: RunTotal) => plain(waitingAmount) !== "0";

/** Money on its way is nobody's fault: what is booked agrees, and the rest is not said to. */
function stateOf(total: RunTotal): "same" | "confirming" | "different" {
  if (plain(total.linesAmount) !== plain(total.ledgerAmount)) return "different";
  return isWaiting(total) ? "confirming" : "same";
}

const TONES = { same: "ok", confirming: "info", different: "bad" } as const;

/** Each account of the outside on its three sides: the gateway's own books, our rows, the ledger. */
export function TotalsTable({ totals }: { totals: readonly RunTotal[] }) {
  const t = useTranslations("reconciliation.totals");
  return (
    <div className="flex flex-col gap-2">
      <h2 className="font-medium">{t("title")}</h2>
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            <TableHeader>{t("account")}</TableHeader>
            <TableHeader align="end">{t("theirs")}</TableHeader>
            <TableHeader align="end">{t("rows")}</TableHeader>
            <TableHeader align="end">{t("lines")}</TableHeader>
            <TableHeader align="end">{t("ledger")}</TableHeader>
            <TableHeader>{t("state")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {totals.map((total) => (
            <TableRow key={total.account}>
              <TableCell label={t("account")}>
                <bdi dir="ltr" className="font-mono">
                  {total.account}
                </bdi>
              </TableCell>
              <TableCell label={t("theirs")} align="end">
                <SideAmount amount={plain(total.theirAmount)} currency={total.theirCurrency} />
              </TableCell>
              <TableCell label={t("rows")} align="end">
                <SideAmount amount={plain(total.rowAmount)} currency={total.theirCurrency} />
                {isWaiting(total) && (
                  <span className="block text-ink-2 text-xs">
                    {t.rich("waiting", {
                      amount: () => (
                        <SideAmount
                          key="amount"
                          amount={plain(total.waitingAmount)}
                          currency={total.theirCurrency}
                        />
                      ),
                    })}
                  </span>
                )}
              </TableCell>
              <TableCell label={t("lines")} align="end">
                <SideAmount amount={plain(total.linesAmount)} currency="USD" />
              </TableCell>
              <TableCell label={t("ledger")} align="end">
                <SideAmount amount={plain(total.ledgerAmount)} currency="USD" />
              </TableCell>
              <TableCell label={t("state")}>
                <Badge tone={TONES[stateOf(total)]}>{t(stateOf(total))}</Badge>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="text-ink-2 text-sm">{t("hint")}</p>
    </div>
  );
}
