import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { ProviderName } from "@/components/supply/provider-name";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { PriceText } from "./price-text";

interface SupplierTableProps {
  suppliers: {
    id: string;
    provider: { id: string; name: string };
    operator: string | null;
    cost: string;
    count: number;
    seenAt: string;
  }[];
}

/** Who could serve this offer, at which cost, with how many. */
export function SupplierTable({ suppliers }: SupplierTableProps) {
  const t = useTranslations("offers.suppliers");
  const format = useFormatter();
  if (suppliers.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("provider")}</TableHeader>
          <TableHeader>{t("operator")}</TableHeader>
          <TableHeader align="end">{t("cost")}</TableHeader>
          <TableHeader align="end">{t("count")}</TableHeader>
          <TableHeader>{t("seen")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {suppliers.map(({ id, provider, operator, cost, count, seenAt }) => (
          <TableRow key={id}>
            <TableCell label={t("provider")}>
              <Link
                href={routes.adminProvider(provider.id)}
                prefetch={false}
                className="underline underline-offset-2"
              >
                <ProviderName name={provider.name} />
              </Link>
            </TableCell>
            <TableCell label={t("operator")}>{operator ?? "–"}</TableCell>
            <TableCell label={t("cost")} align="end">
              <PriceText amount={cost} />
            </TableCell>
            <TableCell label={t("count")} align="end">
              {format.number(count, "whole")}
            </TableCell>
            <TableCell label={t("seen")}>
              <Moment at={seenAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
