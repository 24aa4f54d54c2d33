import type { VpnInbound, VpnServer } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { templateOf } from "./inbound-template";

/** How one server is reached by one protocol, its template read. */
export interface ServedInbound {
  protocol: VpnInbound["protocol"];
  /** Null for one that is not what its schema wants. */
  template: InboundTemplate | null;
  server: Pick<
    VpnServer,
    "id" | "panelId" | "status" | "domain" | "countryCode" | "location" | "locationFa" | "locationPt"
  >;
}

export const servedInbound = (
  { protocol, template }: { protocol: VpnInbound["protocol"]; template: unknown },
  server: ServedInbound["server"],
): ServedInbound => ({ protocol, template: templateOf(template), server });

interface Row extends Omit<ServedInbound, "template"> {
  id: string;
  template: unknown;
}

/** Inbounds by id, in the order in which apps list them: many subscriptions share few, so each is read once. */
export async function readServedInbounds(
  { db }: Pick<KernelDeps, "db">,
  ids: readonly string[],
): Promise<Map<string, ServedInbound>> {
  if (ids.length === 0) return new Map();
  const [written] = await db.$queryRaw<{ rows: Row[] | null }[]>`
    SELECT json_agg(json_build_object('id', i.id, 'protocol', i.protocol, 'template', i.template,
      'server', json_build_object('id', v.id, 'panelId', v.panel_id, 'status', v.status, 'domain', v.domain,
        'countryCode', v.country_code, 'location', v.location, 'locationFa', v.location_fa,
        'locationPt', v.location_pt)) ORDER BY v.sort, v.name, i.sort, i.protocol, i.id) AS rows
    FROM vpn_inbounds i JOIN vpn_servers v ON v.id = i.server_id WHERE i.id = ANY(${[...ids]}::uuid[])`;
  return new Map(
    (written?.rows ?? []).map(({ id, protocol, template, server }) => [
      id,
      servedInbound({ protocol, template }, server),
    ]),
  );
}
