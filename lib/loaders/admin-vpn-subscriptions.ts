import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import { listAuditEvents } from "@/lib/domain/audit/queries/audit-events";
import type { AuditValue } from "@/lib/domain/audit/types";
import { canChangeVpn } from "@/lib/domain/vpn/policy";
import { listStaffPlans } from "@/lib/domain/vpn/queries/staff-plans";
import { listStaffServers } from "@/lib/domain/vpn/queries/staff-servers";
import { getStaffSubscription } from "@/lib/domain/vpn/queries/staff-subscription";
import { listStaffSubscriptions } from "@/lib/domain/vpn/queries/staff-subscriptions";
import { subscriptionFilter, VPN_SUBSCRIPTIONS } from "@/lib/table/definitions/vpn-subscriptions";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** How much of its history a subscription's page shows. */
const HISTORY = 20;

/** Everybody's subscriptions as the address asks for them, with what the filters offer. */
export async function loadVpnSubscriptions(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const state = readTableState(VPN_SUBSCRIPTIONS, asked);
  const [page, plans, servers] = await Promise.all([
    listStaffSubscriptions(deps, actor, subscriptionFilter(state), state),
    listStaffPlans(deps, actor),
    listStaffServers(deps, actor),
  ]);
  return {
    state,
    page,
    plans: plans.map(({ familyId, name, nameFa, namePt }) => ({ id: familyId, name, nameFa, namePt })),
    servers: servers.map(({ id, name }) => ({ id, name })),
  };
}

/** One subscription with all that staff may see of it; for none there is no such page. */
export async function loadVpnSubscription(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const [subscription, servers, history] = await Promise.all([
    getStaffSubscription(deps, actor, id, await getLocale()),
    listStaffServers(deps, actor),
    listAuditEvents(deps, actor, { search: id, targetType: "subscription" }, { page: 1, pageSize: HISTORY }),
  ]);
  if (!subscription) notFound();
  const places = servers.map(({ id: serverId, name, status }) => ({ id: serverId, name, status }));
  const names = new Map(servers.map(({ id: serverId, name }) => [serverId, name]));
  const named = (value: AuditValue | null) =>
    typeof value === "string" ? (names.get(value) ?? value) : value;
  // The trail holds ids, which outlive names; people read names.
  const events = history.rows.map(({ changes, ...event }) => ({
    ...event,
    changes: changes.map(({ field, before, after }) => ({
      field,
      before: named(before),
      after: named(after),
    })),
  }));
  return { subscription, places, events, mayManage: canChangeVpn(actor) };
}
