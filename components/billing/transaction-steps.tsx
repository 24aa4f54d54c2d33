import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { TransactionTrail } from "@/lib/domain/billing/types";
import { toDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { routes } from "@/lib/routes";
import { SignedMoney } from "./signed-money";
import { NumberedLink } from "./transaction-links";

/** What a line did in the books, step by step: what was available, held and owed, and what was available after it. */
export function TransactionSteps({
  steps,
  currency,
}: {
  steps: TransactionTrail["postings"];
  currency: string;
}) {
  const t = useTranslations("transactions");
  const wallet = useTranslations("wallet");
  const locale = useLocale();
  if (steps.length === 0) return <p className="text-ink-2 text-sm">{t("noSteps")}</p>;
  const change = (micros: bigint) =>
    micros === 0n ? "–" : <SignedMoney amount={toDecimal(micros)} currency={currency} />;
  return (
    <Table caption={t("steps")}>
      <TableHead>
        <tr>
          <TableHeader>{t("columns.ledger")}</TableHeader>
          <TableHeader>{wallet("lines.time")}</TableHeader>
          <TableHeader>{wallet("lines.what")}</TableHeader>
          <TableHeader align="end">{wallet("available")}</TableHeader>
          <TableHeader align="end">{wallet("held")}</TableHeader>
          <TableHeader align="end">{wallet("debt")}</TableHeader>
          <TableHeader align="end">{wallet("lines.balance")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {steps.map((step) => (
          <TableRow key={step.id}>
            <TableCell label={t("columns.ledger")}>
              <NumberedLink href={routes.adminLedgerTransaction(step.id)} number={step.id} />
            </TableCell>
            <TableCell label={wallet("lines.time")}>
              <Moment at={step.at} />
            </TableCell>
            <TableCell label={wallet("lines.what")}>{wallet(`posting.${step.word}`)}</TableCell>
            <TableCell label={wallet("available")} align="end">
              {change(step.availableChangeMicros)}
            </TableCell>
            <TableCell label={wallet("held")} align="end">
              {change(step.heldChangeMicros)}
            </TableCell>
            <TableCell label={wallet("debt")} align="end">
              {change(step.debtChangeMicros)}
            </TableCell>
            <TableCell label={wallet("lines.balance")} align="end">
              <Ltr className="tabular-nums">{formatMoney(step.availableAfterMicros, currency, locale)}</Ltr>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
