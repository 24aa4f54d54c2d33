import type { Tx } from "@/lib/db/client";
import { openingPoints } from "../opening-points";
import type { OpeningPoint } from "../staff-types";
import { previewInbound } from "./inbound-preview";
import { templateOf } from "./inbound-template";

/** What keeps a server from being opened for the first time; empty for one that has been open, and for a complete one. */
export async function unmetPoints(db: Pick<Tx, "vpnServer">, serverId: string): Promise<OpeningPoint[]> {
  const server = await db.vpnServer.findUnique({
    where: { id: serverId },
    include: { panel: true, inbounds: true },
  });
  if (!server || server.verifiedAt) return [];
  const inbounds = server.inbounds.map(({ isActive, template: stored }) => {
    const template = templateOf(stored);
    return { isActive, preview: template ? previewInbound(server, template) : null };
  });
  return openingPoints({ ...server, inbounds })
    .filter(([, isMet]) => !isMet)
    .map(([point]) => point);
}
