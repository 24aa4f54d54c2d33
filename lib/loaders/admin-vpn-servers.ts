import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { panelFields } from "@/lib/domain/vpn/panel-form";
import { canChangeVpn } from "@/lib/domain/vpn/policy";
import { serverPage } from "@/lib/domain/vpn/queries/staff-server-page";
import { getStaffServer, listStaffPanels, listStaffServers } from "@/lib/domain/vpn/queries/staff-servers";
import { VPN_SERVERS } from "@/lib/table/definitions/vpn-servers";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** The servers as the address asks for them. */
export async function loadVpnServers(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(VPN_SERVERS, asked);
  return { state, page: serverPage(await listStaffServers(getDeps(), actor), state) };
}

/** Whether who looks may change servers, plans and subscriptions. */
export async function loadMayChangeVpn(): Promise<boolean> {
  return canChangeVpn((await requireStaff("SUPPORT")).actor);
}

/** Every panel, for the forms, and those that no server is on. */
export async function loadVpnPanels() {
  const { actor } = await requireStaff("SUPPORT");
  const [panels, servers] = await Promise.all([
    listStaffPanels(getDeps(), actor),
    listStaffServers(getDeps(), actor),
  ]);
  const used = new Set(servers.map(({ panel }) => panel.id));
  return {
    panels,
    idle: panels.filter(({ id }) => !used.has(id)),
    fields: panelFields(),
    mayManage: canChangeVpn(actor),
  };
}

/** One server with its panel, inbounds and history; for no server there is no such page. */
export async function loadVpnServer(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const server = z.uuid().safeParse(id).success ? await getStaffServer(deps, actor, id) : null;
  if (!server) notFound();
  return {
    server,
    panels: await listStaffPanels(deps, actor),
    fields: panelFields(),
    mayManage: canChangeVpn(actor),
  };
}
