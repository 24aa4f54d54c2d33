import { addLocations } from "@/lib/domain/vpn/commands/add-locations";
import { collectUsage } from "@/lib/domain/vpn/commands/collect-usage";
import { drainServers } from "@/lib/domain/vpn/commands/drain-servers";
import { endDueSubscriptions } from "@/lib/domain/vpn/commands/end-due-subscriptions";
import { noticeEndings } from "@/lib/domain/vpn/commands/notice-endings";
import { probePanels } from "@/lib/domain/vpn/commands/probe-panels";
import { reconcilePanels } from "@/lib/domain/vpn/commands/reconcile-panels";
import { renewDueSubscriptions } from "@/lib/domain/vpn/commands/renew-due-subscriptions";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import type { JobDefinition } from "../job";

const ALL_EVERY_MS = 10_000;
const NEAR_EVERY_MS = 2_000;

/**
 * Every panel once in a while, and in between those where somebody is near their limit. One job, because of two readings of
 * one panel only the one that began last is booked.
 */
function collectUsageJob(): JobDefinition {
  let allAt = 0;
  return {
    name: "collect-usage",
    everyMs: NEAR_EVERY_MS,
    async run(deps) {
      const isNearOnly = performance.now() < allAt;
      const crossed = await collectUsage(deps, { isNearOnly });
      if (!isNearOnly) allAt = performance.now() + ALL_EVERY_MS;
      return crossed;
    },
  };
}

/** What keeps panels, traffic and ends true. The rows hold what is due; each is safe to repeat and to run twice at once. */
export const VPN_JOBS: JobDefinition[] = [
  // A row that becomes due rings; what is due again after a refusal is found by looking.
  {
    name: "tell-panels",
    everyMs: 5_000,
    wokenBy: "patchbay_subscriptions",
    run: tellDuePanels,
  },
  collectUsageJob(),
  { name: "end-subscriptions", everyMs: 2_000, run: endDueSubscriptions },
  { name: "renew-subscriptions", everyMs: 30_000, run: (deps) => renewDueSubscriptions(deps) },
  { name: "notice-endings", everyMs: 30_000, run: noticeEndings },
  { name: "probe-panels", everyMs: 60_000, firstAfterMs: 5_000, run: probePanels },
  { name: "reconcile-panels", everyMs: 300_000, firstAfterMs: 20_000, run: reconcilePanels },
  { name: "drain-servers", everyMs: 5_000, run: drainServers },
  { name: "add-locations", everyMs: 60_000, firstAfterMs: 10_000, run: addLocations },
];
