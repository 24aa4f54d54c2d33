import type { Prisma, VpnInbound, VpnServer } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { templateOf } from "./inbound-template";

const OF_SERVER = {
  id: true,
  panelId: true,
  status: true,
  domain: true,
  countryCode: true,
  location: true,
  locationFa: true,
  locationPt: true,
} satisfies Prisma.VpnServerSelect;

/** How one server is reached by one protocol, its template read. */
export interface ServedInbound {
  protocol: VpnInbound["protocol"];
  /** Null for one that is not what its schema wants. */
  template: InboundTemplate | null;
  server: Pick<VpnServer, keyof typeof OF_SERVER>;
}

export const servedInbound = (
  { protocol, template }: Pick<VpnInbound, "protocol" | "template">,
  server: ServedInbound["server"],
): ServedInbound => ({ protocol, template: templateOf(template), server });

/** Inbounds by id, in the order in which apps list them: many subscriptions share few, so each is read and parsed once. */
export async function readServedInbounds(
  { db }: Pick<KernelDeps, "db">,
  ids: readonly string[],
): Promise<Map<string, ServedInbound>> {
  if (ids.length === 0) return new Map();
  const rows = await db.vpnInbound.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, protocol: true, template: true, server: { select: OF_SERVER } },
    orderBy: [{ server: { sort: "asc" } }, { sort: "asc" }, { id: "asc" }],
  });
  return new Map(rows.map((row) => [row.id, servedInbound(row, row.server)]));
}
