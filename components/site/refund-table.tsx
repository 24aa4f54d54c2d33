import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

const ROWS = ["rent", "code", "end", "cancel", "fail"] as const;

/** On a phone the three read as a short text below each other. */
const WHOLE_LINE = { className: "max-md:col-span-2" };
const WHEN_LINE = { className: "max-md:col-span-2 max-md:text-ink-2" };

interface RefundTableProps {
  cancelSeconds: number;
  resolveSeconds: number;
}

/** Each thing that can happen to a rented number, and where the money is then. */
export function RefundTable({ cancelSeconds, resolveSeconds }: RefundTableProps) {
  const t = useTranslations("site.refunds");
  return (
    <Table caption={t("table")}>
      <TableHead>
        <tr>
          <TableHeader>{t("event")}</TableHeader>
          <TableHeader>{t("money")}</TableHeader>
          <TableHeader>{t("when")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {ROWS.map((row) => (
          <TableRow key={row} narrow>
            <TableCell label={t("event")} place={WHOLE_LINE}>
              <strong className="font-medium">{t(`rows.${row}.event`)}</strong>
            </TableCell>
            <TableCell label={t("money")} place={WHOLE_LINE}>
              {t(`rows.${row}.money`)}
            </TableCell>
            <TableCell label={t("when")} place={WHEN_LINE}>
              {t(`rows.${row}.when`, { seconds: cancelSeconds, resolve: resolveSeconds })}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
