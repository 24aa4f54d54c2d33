import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StatementMonth } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";
import { LineAfter, LineReference, LineSide, LineStatus, LineWords } from "./statement-cells";
import { STATEMENT_NARROW } from "./statement-narrow";

/** One month on paper: what was there, what moved, what is left. */
export function StatementSheet({ statement, title }: { statement: StatementMonth; title: string }) {
  const t = useTranslations("wallet");
  const locale = useLocale();
  const money = (micros: bigint) => (
    <bdi dir="ltr" className="tabular-nums">
      {formatMoney(micros, statement.currency, locale)}
    </bdi>
  );
  return (
    <>
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        <div>
          <dt className="text-ink-2 text-sm">{t("statement.opening")}</dt>
          <dd data-testid="opening">{money(statement.openingMicros)}</dd>
        </div>
        <div>
          <dt className="text-ink-2 text-sm">{t("statement.closing")}</dt>
          <dd data-testid="closing">{money(statement.closingMicros)}</dd>
        </div>
        {(statement.owedOpeningMicros > 0n || statement.owedClosingMicros > 0n) && (
          <>
            <div>
              <dt className="text-ink-2 text-sm">{t("statement.owedOpening")}</dt>
              <dd data-testid="owed-opening">{money(statement.owedOpeningMicros)}</dd>
            </div>
            <div>
              <dt className="text-ink-2 text-sm">{t("statement.owedClosing")}</dt>
              <dd data-testid="owed-closing">{money(statement.owedClosingMicros)}</dd>
            </div>
          </>
        )}
      </dl>
      {statement.lines.length === 0 ? (
        <p className="text-ink-2">{t("statement.none")}</p>
      ) : (
        <Table caption={title}>
          <TableHead>
            <tr>
              <TableHeader>{t("lines.time")}</TableHeader>
              <TableHeader>{t("lines.what")}</TableHeader>
              <TableHeader>{t("statement.reference")}</TableHeader>
              <TableHeader>{t("lines.status")}</TableHeader>
              <TableHeader align="end">{t("statement.in")}</TableHeader>
              <TableHeader align="end">{t("statement.out")}</TableHeader>
              <TableHeader align="end">{t("statement.after")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {statement.lines.map((line) => (
              <TableRow key={line.id} narrow>
                <TableCell label={t("lines.time")} place={STATEMENT_NARROW.at}>
                  <Moment at={line.createdAt} />
                </TableCell>
                <TableCell label={t("lines.what")} place={STATEMENT_NARROW.what}>
                  <LineWords line={line} />
                </TableCell>
                <TableCell label={t("statement.reference")} place={STATEMENT_NARROW.reference}>
                  <LineReference line={line} />
                </TableCell>
                <TableCell label={t("lines.status")} place={STATEMENT_NARROW.status}>
                  <LineStatus line={line} />
                </TableCell>
                <TableCell label={t("statement.in")} place={STATEMENT_NARROW.in} align="end">
                  <LineSide line={line} side="in" />
                </TableCell>
                <TableCell label={t("statement.out")} place={STATEMENT_NARROW.out} align="end">
                  <LineSide line={line} side="out" />
                </TableCell>
                <TableCell label={t("statement.after")} place={STATEMENT_NARROW.after} align="end">
                  <LineAfter line={line} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}
