import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PriceBatchView } from "@/lib/domain/catalog/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { useStepText } from "./step-text";

/** What was applied before, each with who, why and whether it was taken back. */
export function PriceBatchList({ batches }: { batches: PriceBatchView[] }) {
  const t = useTranslations("offers.batches");
  const format = useFormatter();
  const stepText = useStepText();
  if (batches.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} />;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("at")}</TableHeader>
          <TableHeader>{t("change")}</TableHeader>
          <TableHeader align="end">{t("offers")}</TableHeader>
          <TableHeader>{t("by")}</TableHeader>
          <TableHeader>{t("reason")}</TableHeader>
          <TableHeader>{t("state")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {batches.map((batch) => (
          <TableRow key={batch.id}>
            <TableCell label={t("at")}>
              <Link
                href={routes.adminPriceBatch(batch.id)}
                className="font-medium underline underline-offset-2"
              >
                {format.dateTime(new Date(batch.appliedAt ?? batch.createdAt), "long")}
              </Link>
            </TableCell>
            <TableCell label={t("change")}>{stepText(batch)}</TableCell>
            <TableCell label={t("offers")} align="end">
              {format.number(batch.offers, "whole")}
            </TableCell>
            <TableCell label={t("by")}>
              <bdi>{batch.appliedBy ?? t("system")}</bdi>
            </TableCell>
            <TableCell label={t("reason")}>
              <bdi>{batch.reason ?? ""}</bdi>
            </TableCell>
            <TableCell label={t("state")}>
              <Badge tone={batch.undoneById ? "neutral" : "ok"}>
                {batch.undoneById ? t("undone") : t("applied")}
              </Badge>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
