import { afterAll, beforeAll, expect, it } from "vitest";
import { probePanelById } from "@/lib/domain/vpn/commands/probe-panels";
import { removePanel } from "@/lib/domain/vpn/commands/remove-panel";
import { savePanel } from "@/lib/domain/vpn/commands/save-panel";
import { getStaffPanel, listPanelsInUse } from "@/lib/domain/vpn/queries/staff-panels";
import { savePanelSchema } from "@/lib/domain/vpn/schema";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;

beforeAll(async () => {
  world = await openVpnWorld();
});
afterAll(() => world.close());

it("a panel that is used stays, and one that never was is forgotten", async () => {
  const { deps } = world;
  const admin = await world.person({ role: "ADMIN" });
  const typed = { name: "By mistake", kind: "XRAY", url: "http://127.0.0.1:4", credentials: "{}" };
  const made = await savePanel(deps, admin.actor, savePanelSchema.parse(typed));
  if (!made.ok) throw new Error(made.reason);
  const { panelId } = made;
  await probePanelById(deps, admin.actor, panelId);
  const listed = await listPanelsInUse(deps, admin.actor);
  expect(listed.find(({ id }) => id === panelId)).toMatchObject({ servers: [], healthCode: "fine" });
  expect(await getStaffPanel(deps, admin.actor, panelId)).toMatchObject({ probes: [{ code: "fine" }] });
  const server = await world.server({ panelId });
  expect(await removePanel(deps, (await world.person({ role: "SUPPORT" })).actor, panelId)).toEqual({
    ok: false,
    reason: "forbidden",
  });
  expect(await removePanel(deps, admin.actor, panelId)).toMatchObject({
    reason: "panel_in_use",
    details: { limit: 1 },
  });
  await deps.db.vpnServer.update({ where: { id: server.id }, data: { panelId: world.panelId } });
  expect(await removePanel(deps, admin.actor, panelId)).toEqual({ ok: true });
  expect(await getStaffPanel(deps, admin.actor, panelId)).toBeNull();
  expect(await removePanel(deps, admin.actor, panelId)).toMatchObject({ reason: "not_found" });
  await deps.db.vpnServer.delete({ where: { id: server.id } });
});
