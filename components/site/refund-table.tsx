import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

const ROWS = ["rent", "code", "end", "cancel", "fail"] as const;

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
          <TableRow key={row}>
            <TableCell label={t("event")}>
              <strong className="font-medium">{t(`rows.${row}.event`)}</strong>
            </TableCell>
            <TableCell label={t("money")}>{t(`rows.${row}.money`)}</TableCell>
            <TableCell label={t("when")}>
              {t(`rows.${row}.when`, { seconds: cancelSeconds, resolve: resolveSeconds })}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
