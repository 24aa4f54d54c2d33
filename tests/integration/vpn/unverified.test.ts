import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addLocations } from "@/lib/domain/vpn/commands/add-locations";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { probePanelById } from "@/lib/domain/vpn/commands/probe-panels";
import { savePanel } from "@/lib/domain/vpn/commands/save-panel";
import { saveServer } from "@/lib/domain/vpn/commands/save-server";
import { setServerStatus } from "@/lib/domain/vpn/commands/set-server-status";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { previewServerStatus } from "@/lib/domain/vpn/queries/decision-effects";
import { listPlans } from "@/lib/domain/vpn/queries/plans";
import { savePanelSchema, saveServerSchema, serverStatusSchema } from "@/lib/domain/vpn/schema";
import type { Person } from "@/tests/support/world";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let admin: Person;

beforeAll(async () => {
  world = await openVpnWorld();
  admin = await world.person({ role: "ADMIN" });
});
afterAll(() => world.close());

const INBOUND = {
  protocol: "VLESS",
  tag: "main",
  port: 443,
  transport: { kind: "ws", path: "/ray" },
  security: { kind: "tls", serverName: "nl1.example.com" },
};

async function newServer(panelId: string) {
  const server = {
    name: `New ${randomUUID().slice(0, 6)}`,
    location: "Amsterdam",
    countryCode: "NL",
    domain: "nl1.example.com",
    maxUsers: 10,
    panelId,
    inbounds: [INBOUND],
  };
  const made = await saveServer(world.deps, admin.actor, saveServerSchema.parse({ server }));
  if (!made.ok) throw new Error(made.reason);
  return made.serverId;
}

async function newPanel(over: object = {}) {
  const form = {
    name: `Panel ${randomUUID().slice(0, 6)}`,
    kind: "XRAY",
    url: "http://127.0.0.1:7",
    ...over,
  };
  return savePanel(world.deps, admin.actor, savePanelSchema.parse(form));
}

async function subscriber() {
  const { actor } = await world.person({ usd: 10 });
  const plan = await world.plan();
  const input = { planId: plan.id, key: randomUUID(), isAutoRenew: false };
  const bought = await buyPlan(world.deps, actor, { userId: actor.userId }, input);
  if (!bought.ok) throw new Error(bought.reason);
  await tellDuePanels(world.deps);
  return { id: bought.subscriptionId, planId: plan.id };
}

const open = (serverId: string, reason = "") =>
  setServerStatus(
    world.deps,
    admin.actor,
    serverStatusSchema.parse({ serverId, version: 1, status: "ONLINE", reason }),
  );

describe("a server that was never open", () => {
  it("is for nobody until its panel answered and somebody opened it", async () => {
    const { deps, panel, panelId } = world;
    await world.server();
    const { planId } = await subscriber();
    const serverId = await newServer(panelId);
    const places = async () =>
      (await listPlans(deps, "en")).find(({ id }) => id === planId)?.places.map(({ id }) => id) ?? [];
    panel.failure = { kind: "auth", text: "wrong password" };
    await probePanelById(deps, admin.actor, panelId);
    expect(await open(serverId)).toMatchObject({
      reason: "server_unverified",
      details: { open: "answers,version" },
    });
    expect(await previewServerStatus(deps, admin.actor, serverId)).toMatchObject({
      effect: { unmet: ["answers", "version"] },
    });
    expect(await addLocations(deps)).toBe(0);
    expect(await places()).not.toContain(serverId);
    panel.failure = null;
    await probePanelById(deps, admin.actor, panelId);
    expect(await open(serverId)).toEqual({ ok: true });
    expect(await addLocations(deps)).toBe(1);
    expect(await places()).toContain(serverId);
  });

  it("is opened in spite of it for a reason that is written down", async () => {
    const { deps, panelId } = world;
    const serverId = await newServer(panelId);
    await deps.db.vpnPanel.update({ where: { id: panelId }, data: { healthCode: "unknown_version" } });
    expect(await open(serverId)).toMatchObject({ details: { open: "version" } });
    expect(await open(serverId, "tried by hand")).toEqual({ ok: true });
    const told = await deps.db.auditEvent.findFirstOrThrow({
      where: { action: "vpn_server.status_set", targetId: serverId },
    });
    expect(told).toMatchObject({ reason: "tried by hand", after: { open: "version" } });
  });
});

describe("the address of a panel", () => {
  it("belongs to one panel, however it is spelled, also when another one is changed", async () => {
    const { deps } = world;
    const first = await newPanel({ name: "First", url: "https://panel.example.com/secret" });
    expect(first).toMatchObject({ ok: true });
    expect(await newPanel({ url: "https://PANEL.example.com:443/secret/" })).toMatchObject({
      reason: "panel_address_taken",
      details: { found: "First" },
    });
    const other = await newPanel({ name: "Other", url: "https://other.example.com" });
    if (!other.ok) throw new Error(other.reason);
    const change = { panelId: other.panelId, version: 1, name: "Other" };
    expect(await newPanel({ ...change, url: "https://panel.example.com/secret" })).toMatchObject({
      reason: "panel_address_taken",
    });
    await expect(
      deps.db.vpnPanel.update({
        where: { id: other.panelId },
        data: { address: "panel.example.com:443/secret" },
      }),
    ).rejects.toThrow();
  });

  it("is not changed under accounts unless they move along, and then they are told anew", async () => {
    const { deps, panel, panelId } = world;
    const { id } = await subscriber();
    const { name, version } = await deps.db.vpnPanel.findUniqueOrThrow({ where: { id: panelId } });
    const change = { panelId, version, name, url: "http://127.0.0.1:9" };
    const refused = await newPanel(change);
    expect(refused).toMatchObject({ reason: "panel_has_accounts" });
    expect(Number(refused.ok ? 0 : refused.details?.limit)).toBeGreaterThan(0);
    expect(await newPanel({ ...change, url: "http://127.0.0.1:1/", name: "Renamed" })).toMatchObject({
      ok: true,
    });
    panel.accounts.clear();
    expect(await newPanel({ ...change, version: version + 1, movesAccounts: true })).toMatchObject({
      ok: true,
    });
    const { healthCode } = await deps.db.vpnPanel.findUniqueOrThrow({ where: { id: panelId } });
    expect(healthCode).toBeNull();
    await tellDuePanels(deps);
    const { number } = await deps.db.subscription.findUniqueOrThrow({ where: { id } });
    expect(panel.accounts.get(`sub_${number}`)?.isActive).toBe(true);
  });
});
