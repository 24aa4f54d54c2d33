import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { canChangeVpn } from "@/lib/domain/vpn/policy";
import { planPage } from "@/lib/domain/vpn/queries/staff-plan-page";
import { getStaffPlan, listStaffPlans } from "@/lib/domain/vpn/queries/staff-plans";
import { listStaffServers } from "@/lib/domain/vpn/queries/staff-servers";
import { VPN_PLANS } from "@/lib/table/definitions/vpn-plans";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** The plans as the address asks for them. */
export async function loadVpnPlans(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(VPN_PLANS, asked);
  return { state, page: planPage(await listStaffPlans(getDeps(), actor), state) };
}

/** Where the shop has servers, for the form: a plan of another country would lead nowhere. */
export async function loadPlanCountries() {
  const { actor } = await requireStaff("SUPPORT");
  const servers = await listStaffServers(getDeps(), actor);
  const countries = [...new Set(servers.map(({ countryCode }) => countryCode))].toSorted();
  return { countries, mayManage: canChangeVpn(actor) };
}

/** One plan with its versions, named by any of them; for none there is no such page. */
export async function loadVpnPlan(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const [plan, more] = await Promise.all([getStaffPlan(getDeps(), actor, id), loadPlanCountries()]);
  if (!plan) notFound();
  return { plan, ...more };
}
