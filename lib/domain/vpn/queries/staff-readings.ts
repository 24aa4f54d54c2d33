import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { StaffReadingView } from "../staff-types";

/** How many bookings of traffic a subscription's page shows. */
const NEWEST = 20;

/** The newest bookings of a subscription's traffic, as they came from the servers' counters. */
export async function readReadings(
  { db }: Pick<KernelDeps, "db">,
  subscriptionId: string,
): Promise<StaffReadingView[]> {
  const entries = await db.usageEntry.findMany({
    where: { subscriptionId },
    orderBy: [{ readAt: "desc" }, { seq: "desc" }],
    take: NEWEST,
  });
  const [servers, panels] = await Promise.all([
    db.vpnServer.findMany({
      where: { id: { in: entries.map(({ serverId }) => serverId) } },
      select: { id: true, name: true },
    }),
    db.vpnPanel.findMany({
      where: { id: { in: entries.map(({ panelId }) => panelId) } },
      select: { id: true, name: true },
    }),
  ]);
  const nameIn = (things: { id: string; name: string }[], id: string) =>
    things.find((thing) => thing.id === id)?.name ?? id;
  return entries.map((entry) => ({
    server: nameIn(servers, entry.serverId),
    panel: nameIn(panels, entry.panelId),
    epoch: entry.epoch,
    seq: entry.seq.toString(),
    uploadBytes: entry.uploadBytes.toString(),
    downloadBytes: entry.downloadBytes.toString(),
    multiplier: entry.multiplier,
    readAt: entry.readAt.toISOString(),
  }));
}
