import type { ServerStatus } from "./types";

export interface PlacementServer {
  id: string;
  countryCode: string;
  status: ServerStatus;
  isDraining: boolean;
  maxUsers: number;
  currentUsers: number;
  loadPercent: number;
  sort: number;
}

/** Whether somebody new may be put there. */
export const hasRoom = (server: PlacementServer): boolean =>
  server.status === "ONLINE" && !server.isDraining && server.currentUsers < server.maxUsers;

/** Share of the seats taken and of the machine's load, whichever is worse; in percent. */
export const pressure = (server: PlacementServer): number =>
  Math.max(
    server.loadPercent,
    server.maxUsers === 0 ? 100 : Math.floor((server.currentUsers * 100) / server.maxUsers),
  );

const byPressure = (a: PlacementServer, b: PlacementServer): number =>
  pressure(a) - pressure(b) || a.sort - b.sort || a.id.localeCompare(b.id);

/** Among the locations somebody has: the one that was recommended while it works, else the least pressed that works. */
export function recommendedOf(
  servers: readonly PlacementServer[],
  recommendedId: string | null,
): string | null {
  const working = servers.filter(({ status }) => status === "ONLINE");
  const kept = working.find(({ id }) => id === recommendedId);
  return (kept ?? working.toSorted(byPressure)[0])?.id ?? null;
}

/**
 * The servers of a plan for a new subscription: every one of its countries that has room; the least pressed is recommended.
 * Empty when there is no room anywhere.
 */
export function placeSubscription(
  servers: readonly PlacementServer[],
  countryCodes: readonly string[],
): { recommended: string; all: string[] } | null {
  const fitting = servers
    .filter((server) => countryCodes.length === 0 || countryCodes.includes(server.countryCode))
    .filter(hasRoom)
    .toSorted(byPressure);
  const [best] = fitting;
  return best ? { recommended: best.id, all: fitting.map(({ id }) => id) } : null;
}
