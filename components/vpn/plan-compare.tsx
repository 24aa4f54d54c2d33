import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { PlanView } from "@/lib/domain/vpn/types";
import { formatMoney } from "@/lib/format/money";
import { periodName, periodsOf } from "./period-name";
import { PROTOCOL_NAMES } from "./protocol-names";
import { useBytes } from "./use-bytes";

/** Every plan in a line, with its price for each length. */
export function PlanCompare({ plans }: { plans: readonly PlanView[] }) {
  const t = useTranslations("subscriptions.plans");
  const locale = useLocale();
  const bytes = useBytes();
  const sold = plans.filter(({ isTrial }) => !isTrial);
  const tiers = [...new Map(sold.map((plan) => [plan.tier, plan])).keys()];
  const periods = periodsOf(plans);
  const periodLabel = (days: number) => t(`period.${periodName(days)}`, { n: days });
  if (sold.length < 2) return null;
  return (
    <Section title={t("compare")}>
      <Table caption={t("compare")}>
        <TableHead>
          <tr>
            <TableHeader>{t("columns.plan")}</TableHeader>
            <TableHeader>{t("columns.traffic")}</TableHeader>
            <TableHeader>{t("columns.devices")}</TableHeader>
            <TableHeader>{t("columns.places")}</TableHeader>
            <TableHeader>{t("columns.protocols")}</TableHeader>
            {periods.map((days) => (
              <TableHeader key={days} align="end">
                {periodLabel(days)}
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {tiers.map((tier) => {
            const versions = sold.filter((plan) => plan.tier === tier);
            const [first] = versions;
            if (!first) return null;
            return (
              <TableRow key={tier}>
                <TableCell label={t("columns.plan")}>{first.name}</TableCell>
                <TableCell label={t("columns.traffic")}>
                  {first.trafficBytes === null ? t("unlimitedShort") : bytes(first.trafficBytes)}
                </TableCell>
                <TableCell label={t("columns.devices")}>{t("devices", { n: first.maxDevices })}</TableCell>
                <TableCell label={t("columns.places")}>{t("places", { n: first.places.length })}</TableCell>
                <TableCell label={t("columns.protocols")}>
                  <Ltr>{first.protocols.map((protocol) => PROTOCOL_NAMES[protocol]).join(", ")}</Ltr>
                </TableCell>
                {periods.map((days) => {
                  const version = versions.find(({ durationDays }) => durationDays === days);
                  return (
                    <TableCell key={days} label={periodLabel(days)} align="end">
                      {version ? (
                        <Ltr className="tabular-nums">
                          {formatMoney(parseDecimal(version.price) ?? 0n, WALLET_CURRENCY, locale)}
                        </Ltr>
                      ) : (
                        <>
                          <span aria-hidden="true">–</span>
                          <span className="sr-only">{t("none")}</span>
                        </>
                      )}
                    </TableCell>
                  );
                })}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Section>
  );
}
