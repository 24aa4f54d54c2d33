import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { placeName } from "../location-name";
import type { UsageDay } from "../types";

const DAY_MS = 86_400_000;
const DAYS = 30;

/** The last thirty days with this one (UTC), oldest first; a day without traffic is there with zeros. */
export async function readUsageDays(
  { db, clock }: Pick<KernelDeps, "db" | "clock">,
  subscriptionId: string,
  locale: string,
): Promise<UsageDay[]> {
  const today = Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS;
  const first = new Date(today - (DAYS - 1) * DAY_MS);
  const rows = await db.userUsage.findMany({
    where: { subscriptionId, day: { gte: first } },
    include: { server: true },
    orderBy: [{ day: "asc" }, { server: { sort: "asc" } }, { serverId: "asc" }],
  });
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(first.getTime() + index * DAY_MS).toISOString().slice(0, 10);
    const found = rows.filter((row) => row.day.toISOString().slice(0, 10) === day);
    return {
      day,
      uploadBytes: found.reduce((sum, { uploadBytes }) => sum + uploadBytes, 0n).toString(),
      downloadBytes: found.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0n).toString(),
      byPlace: found.map(({ serverId, server, uploadBytes, downloadBytes }) => ({
        serverId,
        name: placeName(server, locale),
        bytes: (uploadBytes + downloadBytes).toString(),
      })),
    };
  });
}
