import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { PROTOCOL_NAMES } from "@/components/vpn/protocol-names";
import type { StaffServerView } from "@/lib/domain/vpn/staff-types";
import type { ConfigProtocol } from "@/lib/domain/vpn/types";
import { countryName } from "@/lib/format/country";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { VPN_SERVERS, type VpnServerColumn } from "@/lib/table/definitions/vpn-servers";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { PanelHealth } from "./panel-health";
import { placeOf } from "./place-of";
import { ServerState } from "./server-state";

interface ServerListProps {
  state: TableState<VpnServerColumn>;
  page: TablePage<StaffServerView>;
}

const nameOf = (protocol: string) => PROTOCOL_NAMES[protocol as ConfigProtocol] ?? protocol;

/** Every server with its state, place and load. */
export function ServerList({ state, page }: ServerListProps) {
  const t = useTranslations("vpnDesk");
  const locale = useLocale();
  const format = useFormatter();
  const status = {
    ONLINE: t("status.ONLINE"),
    MAINTENANCE: t("status.MAINTENANCE"),
    OFFLINE: t("status.OFFLINE"),
  };
  return (
    <DataTable
      definition={VPN_SERVERS}
      state={state}
      page={page}
      path={routes.adminVpnServers()}
      exportPath={apiRoutes.tableExport(VPN_SERVERS.name)}
      rowKey={(server) => server.id}
      words={{
        caption: t("servers.title"),
        search: t("servers.search"),
        columns: {
          name: t("f.name"),
          location: t("f.place"),
          status: t("f.status"),
          load: t("f.load"),
          users: t("f.users"),
          protocols: t("f.protocols"),
          panel: t("f.panelId"),
          health: t("f.health"),
          probedAt: t("f.probedAt"),
        },
        filters: { status: { label: t("f.status"), any: t("servers.any"), options: status } },
        empty: { title: t("servers.empty"), text: t("servers.emptyText") },
      }}
      cells={{
        name: (server) => (
          <span className="flex min-w-0 flex-col">
            <Link
              href={routes.adminVpnServer(server.id)}
              prefetch={false}
              className="underline underline-offset-2"
            >
              <bdi>{server.name}</bdi>
            </Link>
            <Ltr className="min-w-32 self-start text-ink-3 text-xs [overflow-wrap:anywhere]">
              {server.domain}
            </Ltr>
          </span>
        ),
        location: (server) => (
          <bdi>
            {placeOf(server, locale)} · {countryName(server.countryCode, locale, server.countryCode)}
          </bdi>
        ),
        status: (server) => <ServerState server={server} />,
        load: (server) => <Ltr>{format.number(server.loadPercent / 100, "share")}</Ltr>,
        users: ({ currentUsers, maxUsers }) => t("servers.usersOf", { n: currentUsers, max: maxUsers }),
        protocols: ({ protocols }) => <Ltr>{protocols.map(nameOf).join(", ") || "–"}</Ltr>,
        panel: ({ panel }) => <bdi>{panel.name}</bdi>,
        health: ({ panel }) => <PanelHealth code={panel.healthCode} />,
        probedAt: ({ panel }) => (panel.probedAt ? <Moment at={panel.probedAt} /> : "–"),
      }}
    />
  );
}
