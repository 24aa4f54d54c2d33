import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffSubscriptionView } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { VPN_SUBSCRIPTIONS, type VpnSubscriptionColumn } from "@/lib/table/definitions/vpn-subscriptions";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { planName } from "./plan-name";
import { StaffSubscriptionState } from "./staff-subscription-state";

interface Named {
  id: string;
  name: string;
}

interface SubscriptionListProps {
  state: TableState<VpnSubscriptionColumn>;
  page: TablePage<StaffSubscriptionView>;
  /** What the filters offer. */
  plans: readonly (Named & { nameFa: string; namePt: string })[];
  servers: readonly Named[];
}

const LINK = "underline underline-offset-2";

/** Everybody's subscriptions: who has which plan, until when, and what is left. */
export function SubscriptionList({ state, page, plans, servers }: SubscriptionListProps) {
  const t = useTranslations("vpnDesk");
  const locale = useLocale();
  const bytes = useBytes();
  const offered: Record<string, readonly Named[]> = { plan: plans, server: servers };
  const definition = {
    ...VPN_SUBSCRIPTIONS,
    filters: VPN_SUBSCRIPTIONS.filters.map((filter) => {
      const things = offered[filter.key];
      return things ? { ...filter, options: things.map(({ id }) => id) } : filter;
    }),
  };
  const moment = (at: string | null) => (at ? <Moment at={at} /> : "–");
  return (
    <DataTable
      definition={definition}
      state={state}
      page={page}
      path={routes.adminVpnSubscriptions()}
      exportPath={apiRoutes.tableExport(VPN_SUBSCRIPTIONS.name)}
      rowKey={(row) => row.id}
      words={{
        caption: t("people.title"),
        search: t("people.search"),
        columns: {
          number: t("people.number"),
          createdAt: t("people.createdAt"),
          user: t("people.user"),
          plan: t("people.plan"),
          status: t("people.status"),
          traffic: t("people.traffic"),
          expiresAt: t("people.expiresAt"),
          ready: t("people.ready"),
          lastOnlineAt: t("people.lastOnlineAt"),
          lastFetchedAt: t("people.lastFetchedAt"),
          lastClient: t("people.lastClient"),
        },
        filters: {
          status: {
            label: t("people.status"),
            any: t("people.anyStatus"),
            options: {
              ACTIVE: t("subStatus.ACTIVE"),
              EXPIRED: t("subStatus.EXPIRED"),
              CANCELED: t("subStatus.CANCELED"),
              SUSPENDED: t("subStatus.SUSPENDED"),
            },
          },
          plan: {
            label: t("people.plan"),
            any: t("people.anyPlan"),
            options: Object.fromEntries(plans.map((plan) => [plan.id, planName(plan, locale)])),
          },
          server: {
            label: t("people.server"),
            any: t("people.anyServer"),
            options: Object.fromEntries(servers.map(({ id, name }) => [id, name])),
          },
        },
        empty: { title: t("people.empty"), text: t("people.emptyText") },
      }}
      cells={{
        number: (row) => (
          <Link href={routes.adminVpnSubscription(row.id)} prefetch={false} className={LINK}>
            <Ltr className="font-mono">{`#${row.number}`}</Ltr>
          </Link>
        ),
        createdAt: (row) => <Moment at={row.createdAt} />,
        user: ({ user }) => (
          <Link href={routes.adminUser(user.id)} prefetch={false} className={LINK}>
            <bdi>{user.username}</bdi>
          </Link>
        ),
        plan: ({ plan }) => <bdi>{planName(plan, locale)}</bdi>,
        status: (row) => <StaffSubscriptionState subscription={row} />,
        traffic: ({ usedBytes, trafficBytes }) =>
          trafficBytes === null
            ? t("people.usedUnlimited", { used: bytes(usedBytes) })
            : t("people.used", { used: bytes(usedBytes), total: bytes(trafficBytes) }),
        expiresAt: (row) => <Moment at={row.expiresAt} />,
        ready: ({ ready, panels }) => t("people.of", { ready, n: panels }),
        lastOnlineAt: (row) => moment(row.lastOnlineAt),
        lastFetchedAt: (row) => moment(row.lastFetchedAt),
        lastClient: ({ lastClient }) => <bdi className="[overflow-wrap:anywhere]">{lastClient ?? "–"}</bdi>,
      }}
    />
  );
}
