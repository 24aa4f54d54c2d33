import { collectUsage } from "@/lib/domain/vpn/commands/collect-usage";
import { drainServers } from "@/lib/domain/vpn/commands/drain-servers";
import { endDueSubscriptions } from "@/lib/domain/vpn/commands/end-due-subscriptions";
import { probePanels } from "@/lib/domain/vpn/commands/probe-panels";
import { reconcilePanels } from "@/lib/domain/vpn/commands/reconcile-panels";
import { renewDueSubscriptions } from "@/lib/domain/vpn/commands/renew-due-subscriptions";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import type { JobDefinition } from "../job";

/** What keeps panels, traffic and ends true. The rows hold what is due; each is safe to repeat and to run twice at once. */
export const VPN_JOBS: JobDefinition[] = [
  { name: "tell-panels", everyMs: 1_000, run: tellDuePanels },
  { name: "collect-usage", everyMs: 10_000, run: collectUsage },
  { name: "end-subscriptions", everyMs: 2_000, run: endDueSubscriptions },
  { name: "renew-subscriptions", everyMs: 30_000, run: renewDueSubscriptions },
  { name: "probe-panels", everyMs: 60_000, firstAfterMs: 5_000, run: probePanels },
  { name: "reconcile-panels", everyMs: 300_000, firstAfterMs: 20_000, run: reconcilePanels },
  { name: "drain-servers", everyMs: 5_000, run: drainServers },
];
