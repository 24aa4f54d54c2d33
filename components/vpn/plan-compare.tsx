import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { PlanView } from "@/lib/domain/vpn/types";
import { formatMoney } from "@/lib/format/money";
import { periodName } from "./period-name";
import { PROTOCOL_NAMES } from "./protocol-names";
import { useBytes } from "./use-bytes";

/** Every plan on a line of its own: lengths of one tier differ in more than their price. */
export function PlanCompare({ plans }: { plans: readonly PlanView[] }) {
  const t = useTranslations("subscriptions.plans");
  const locale = useLocale();
  const bytes = useBytes();
  const sold = plans.filter(({ isTrial }) => !isTrial);
  const columns = ["plan", "length", "traffic", "devices", "places", "protocols", "price"] as const;
  if (sold.length < 2) return null;
  return (
    <Section title={t("compare")}>
      <Table caption={t("compare")}>
        <TableHead>
          <tr>
            {columns.map((column) => (
              <TableHeader key={column} align={column === "price" ? "end" : "start"}>
                {t(`columns.${column}`)}
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {sold.map((plan) => (
            <TableRow key={plan.id}>
              <TableCell label={t("columns.plan")}>{plan.name}</TableCell>
              <TableCell label={t("columns.length")}>
                {t(`period.${periodName(plan.durationDays)}`, { n: plan.durationDays })}
              </TableCell>
              <TableCell label={t("columns.traffic")}>
                {plan.trafficBytes === null ? t("unlimitedShort") : bytes(plan.trafficBytes)}
              </TableCell>
              <TableCell label={t("columns.devices")}>{t("devices", { n: plan.maxDevices })}</TableCell>
              <TableCell label={t("columns.places")}>
                {plan.openPlaces > 0 ? t("places", { n: plan.openPlaces }) : t("noPlace")}
              </TableCell>
              <TableCell label={t("columns.protocols")}>
                <Ltr>{plan.protocols.map((protocol) => PROTOCOL_NAMES[protocol]).join(", ")}</Ltr>
              </TableCell>
              <TableCell label={t("columns.price")} align="end">
                <Ltr className="tabular-nums">
                  {formatMoney(parseDecimal(plan.price) ?? 0n, WALLET_CURRENCY, locale)}
                </Ltr>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
