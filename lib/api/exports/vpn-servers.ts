import { matchingServers } from "@/lib/domain/vpn/queries/staff-server-page";
import { listStaffServers } from "@/lib/domain/vpn/queries/staff-servers";
import { VPN_SERVERS } from "@/lib/table/definitions/vpn-servers";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const vpnServersExport: TableExport = {
  name: VPN_SERVERS.name,
  least: "SUPPORT",
  columns: [
    "id",
    "name",
    "domain",
    "country",
    "location",
    "status",
    "is_draining",
    "users",
    "capacity",
    "load_percent",
    "protocols",
    "panel",
    "panel_kind",
    "panel_version",
    "health",
    "latency_ms",
    "probed_at_utc",
    "created_at_utc",
  ],
  async *rows(deps, actor, asked) {
    for (const server of matchingServers(
      await listStaffServers(deps, actor),
      readTableState(VPN_SERVERS, asked),
    )) {
      const { panel } = server;
      yield [
        server.id,
        server.name,
        server.domain,
        server.countryCode,
        server.location,
        server.status,
        server.isDraining,
        server.currentUsers,
        server.maxUsers,
        server.loadPercent,
        server.protocols.join(" "),
        panel.name,
        panel.kind,
        panel.detectedVersion,
        panel.healthCode,
        panel.latencyMs,
        panel.probedAt,
        server.createdAt,
      ];
    }
  },
};
