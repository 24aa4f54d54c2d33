import { useFormatter, useTranslations } from "next-intl";
import { ProviderName } from "@/components/supply/provider-name";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { NumberServiceRow } from "@/lib/domain/supply/types";

/** What the number was and may still be sold for. */
export function NumberServices({ services }: { services: NumberServiceRow[] }) {
  const t = useTranslations("stock.perService");
  const format = useFormatter();
  const time = (value: string | null) => (value ? format.dateTime(new Date(value), "long") : t("never"));
  const stateOf = (row: NumberServiceRow) => {
    if (row.isLive) return <Badge tone="live">{t("live")}</Badge>;
    if (row.usedAt) return <Badge tone="neutral">{t("used")}</Badge>;
    if (!row.isAllowed) return <Badge tone="warn">{t("notAllowed")}</Badge>;
    return <Badge tone="ok">{t("free")}</Badge>;
  };
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("service")}</TableHeader>
          <TableHeader>{t("state")}</TableHeader>
          <TableHeader>{t("provider")}</TableHeader>
          <TableHeader align="end">{t("orders")}</TableHeader>
          <TableHeader align="end">{t("withCode")}</TableHeader>
          <TableHeader align="end">{t("messages")}</TableHeader>
          <TableHeader>{t("lastHeld")}</TableHeader>
          <TableHeader>{t("usedAt")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {services.map((row) => (
          <TableRow key={row.id}>
            <TableCell label={t("service")}>
              <bdi className="font-medium">{row.service.name}</bdi>
            </TableCell>
            <TableCell label={t("state")}>{stateOf(row)}</TableCell>
            <TableCell label={t("provider")}>
              <ProviderName name={row.provider.name} />
            </TableCell>
            <TableCell label={t("orders")} align="end">
              {format.number(row.orders, "whole")}
            </TableCell>
            <TableCell label={t("withCode")} align="end">
              {format.number(row.withCode, "whole")}
            </TableCell>
            <TableCell label={t("messages")} align="end">
              {format.number(row.messages, "whole")}
            </TableCell>
            <TableCell label={t("lastHeld")}>{time(row.lastHeldAt)}</TableCell>
            <TableCell label={t("usedAt")}>{time(row.usedAt)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
