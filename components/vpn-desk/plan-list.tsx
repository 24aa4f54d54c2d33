import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { PriceText } from "@/components/offers/price-text";
import { Ltr } from "@/components/ui/ltr";
import { PROTOCOL_NAMES } from "@/components/vpn/protocol-names";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffPlanView } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { VPN_PLANS, type VpnPlanColumn } from "@/lib/table/definitions/vpn-plans";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { planName } from "./plan-name";
import { PlanState } from "./plan-state";

interface PlanListProps {
  state: TableState<VpnPlanColumn>;
  page: TablePage<StaffPlanView>;
}

/** Every plan with its terms and how many live on it. */
export function PlanList({ state, page }: PlanListProps) {
  const t = useTranslations("vpnDesk.plans");
  const locale = useLocale();
  const format = useFormatter();
  const bytes = useBytes();
  const count = (n: number) => format.number(n, "whole");
  return (
    <DataTable
      definition={VPN_PLANS}
      state={state}
      page={page}
      path={routes.adminVpnPlans()}
      exportPath={apiRoutes.tableExport(VPN_PLANS.name)}
      rowKey={(plan) => plan.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          name: t("planName"),
          tier: t("tier"),
          price: t("price"),
          toman: t("priceToman"),
          days: t("durationDays"),
          traffic: t("traffic"),
          devices: t("maxDevices"),
          protocols: t("protocols"),
          live: t("live"),
          state: t("state"),
          revision: t("revision"),
          sort: t("sort"),
        },
        filters: {
          state: {
            label: t("state"),
            any: t("anyState"),
            options: { offered: t("offered"), withdrawn: t("withdrawn") },
          },
        },
        empty: { title: t("empty"), text: t("emptyText") },
      }}
      cells={{
        name: (plan) => (
          <Link href={routes.adminVpnPlan(plan.id)} prefetch={false} className="underline underline-offset-2">
            <bdi>{planName(plan, locale)}</bdi>
          </Link>
        ),
        tier: ({ tier }) => <Ltr className="font-mono text-xs">{tier}</Ltr>,
        price: ({ priceUsd }) => <PriceText amount={priceUsd} className="tabular-nums" />,
        toman: ({ priceToman }) =>
          priceToman === null ? t("byRate") : <bdi>{t("toman", { n: Number(priceToman) })}</bdi>,
        days: ({ durationDays }) => count(durationDays),
        traffic: ({ trafficBytes }) => (
          <bdi>{trafficBytes === null ? t("unlimited") : bytes(trafficBytes)}</bdi>
        ),
        devices: ({ maxDevices }) => count(maxDevices),
        protocols: ({ protocols }) => <Ltr>{protocols.map((one) => PROTOCOL_NAMES[one]).join(", ")}</Ltr>,
        live: ({ live, liveOnOlder }) =>
          liveOnOlder > 0 ? t("liveOf", { n: live, older: liveOnOlder }) : count(live),
        state: (plan) => <PlanState plan={plan} />,
        revision: ({ revision }) => count(revision),
        sort: ({ sort }) => count(sort),
      }}
    />
  );
}
