import type { Plan, VpnServer } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ConfigProtocol } from "../types";

export type SpeakingServer = VpnServer & { inbounds: { protocol: ConfigProtocol }[] };
type Reach = Pick<Plan, "countryCodes" | "protocols">;

/** Servers that have been open and speak something, in the shop's order. */
export async function speakingServers(db: Pick<KernelDeps["db"], "vpnServer">): Promise<SpeakingServer[]> {
  return db.vpnServer.findMany({
    where: { verifiedAt: { not: null }, panel: { isActive: true }, inbounds: { some: { isActive: true } } },
    include: { inbounds: { where: { isActive: true }, select: { protocol: true } } },
    orderBy: [{ sort: "asc" }, { name: "asc" }],
  });
}

/** Where a plan leads: servers of its countries that speak one of its protocols. */
export function serversOf(plan: Reach, servers: readonly SpeakingServer[]): SpeakingServer[] {
  return servers.filter(
    ({ countryCode, inbounds }) =>
      (plan.countryCodes.length === 0 || plan.countryCodes.includes(countryCode)) &&
      inbounds.some(({ protocol }) => plan.protocols.includes(protocol)),
  );
}

/** What a plan promises and no server keeps. */
export interface PlanGap {
  /** Locations that it leads to. */
  places: number;
  /** Of the countries it names, those without any. */
  emptyCountries: string[];
}

export function gapOf(plan: Reach, servers: readonly SpeakingServer[]): PlanGap {
  const own = serversOf(plan, servers);
  const served = new Set(own.map(({ countryCode }) => countryCode));
  return { places: own.length, emptyCountries: plan.countryCodes.filter((code) => !served.has(code)) };
}
