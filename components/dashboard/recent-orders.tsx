import { useTranslations } from "next-intl";
import { HISTORY_NARROW, useHistoryCells } from "@/components/numbers/history-cells";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { OrderView } from "@/lib/domain/numbers/types";
import { routes } from "@/lib/routes";

const COLUMNS = ["date", "service", "country", "number", "price", "outcome"] as const;

/** The newest orders, without filters. */
export function RecentOrders({ orders }: { orders: OrderView[] }) {
  const t = useTranslations("numbers.history");
  const cells = useHistoryCells();
  if (orders.length === 0)
    return (
      <EmptyState title={t("empty")} action={<LinkButton href={routes.numbers()}>{t("start")}</LinkButton>} />
    );
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          {COLUMNS.map((column) => (
            <TableHeader key={column} align={column === "price" ? "end" : "start"}>
              {t(column)}
            </TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <TableRow key={order.id} narrow>
            {COLUMNS.map((column) => (
              <TableCell
                key={column}
                label={t(column)}
                align={column === "price" ? "end" : "start"}
                place={HISTORY_NARROW[column]}
              >
                {cells[column](order)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
