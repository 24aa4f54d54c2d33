import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { panelFields } from "@/lib/domain/vpn/panel-form";
import { canChangeVpn } from "@/lib/domain/vpn/policy";
import { getStaffPanel, listPanelsInUse } from "@/lib/domain/vpn/queries/staff-panels";
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

/** Every panel with the servers that use it. */
export async function loadPanelsInUse() {
  const { actor } = await requireStaff("SUPPORT");
  return listPanelsInUse(getDeps(), actor);
}

/** One panel with its servers and history; for no panel there is no such page. */
export async function loadVpnPanel(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const panel = z.uuid().safeParse(id).success ? await getStaffPanel(getDeps(), actor, id) : null;
  if (!panel) notFound();
  return { panel, fields: panelFields(), mayManage: canChangeVpn(actor) };
}

/** Every panel, for the forms. */
export async function loadVpnPanels() {
  const { actor } = await requireStaff("SUPPORT");
  return {
    panels: await listStaffPanels(getDeps(), actor),
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
