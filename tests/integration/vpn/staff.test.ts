import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { drainServers } from "@/lib/domain/vpn/commands/drain-servers";
import { extendSubscription } from "@/lib/domain/vpn/commands/extend-subscription";
import { moveSubscription } from "@/lib/domain/vpn/commands/move-subscription";
import { probePanels } from "@/lib/domain/vpn/commands/probe-panels";
import { renewSubscription } from "@/lib/domain/vpn/commands/renew-subscription";
import { revokeSubscription } from "@/lib/domain/vpn/commands/revoke-subscription";
import { savePanel } from "@/lib/domain/vpn/commands/save-panel";
import { savePlan, setPlanActive } from "@/lib/domain/vpn/commands/save-plan";
import { saveServer } from "@/lib/domain/vpn/commands/save-server";
import { setServerStatus } from "@/lib/domain/vpn/commands/set-server-status";
import { resumeSubscription, suspendSubscription } from "@/lib/domain/vpn/commands/suspend-subscription";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import {
  previewClosing,
  previewExtension,
  previewMove,
  previewServerStatus,
} from "@/lib/domain/vpn/queries/decision-effects";
import { previewPlanShelf } from "@/lib/domain/vpn/queries/plan-shelf";
import { getStaffPlan, listStaffPlans } from "@/lib/domain/vpn/queries/staff-plans";
import { getStaffServer, listStaffPanels, listStaffServers } from "@/lib/domain/vpn/queries/staff-servers";
import { getStaffSubscription } from "@/lib/domain/vpn/queries/staff-subscription";
import { eachStaffSubscription, listStaffSubscriptions } from "@/lib/domain/vpn/queries/staff-subscriptions";
import { readStaffUsage, readTopUsers } from "@/lib/domain/vpn/queries/staff-usage";
import {
  extendSchema,
  moveSchema,
  savePanelSchema,
  savePlanSchema,
  saveServerSchema,
  serverStatusSchema,
  staffDecisionSchema,
} from "@/lib/domain/vpn/schema";
import type { Person } from "@/tests/support/world";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let admin: Person;
const reason = "asked in a ticket";

beforeAll(async () => {
  world = await openVpnWorld();
  admin = await world.person({ role: "ADMIN" });
});
afterAll(() => world.close());

const planForm = {
  tier: "plus",
  name: "Plus",
  nameFa: "پلاس",
  namePt: "Plus",
  price: "5.00",
  priceToman: "",
  durationDays: 30,
  trafficGb: 50,
  maxDevices: 3,
  protocols: ["VLESS", "WIREGUARD"],
  isTrial: false,
  isActive: true,
};

async function plan() {
  const saved = await savePlan(world.deps, admin.actor, savePlanSchema.parse({ plan: planForm }));
  if (!saved.ok) throw new Error(saved.reason);
  return saved.planId;
}

async function buy(planId: string) {
  const person = await world.person({ usd: 30 });
  const owner = { userId: person.actor.userId };
  const input = { planId, key: randomUUID(), isAutoRenew: false };
  const bought = await buyPlan(world.deps, person.actor, owner, input);
  if (!bought.ok) throw new Error(bought.reason);
  return { person, id: bought.subscriptionId };
}

const row = (id: string) => world.deps.db.subscription.findUniqueOrThrow({ where: { id } });

describe("plans", () => {
  it("keep what was bought: new terms are a new version, for the next renewal", async () => {
    const { deps } = world;
    await world.server();
    const planId = await plan();
    const words = { ...planForm, name: "Plus for you" };
    expect(
      await savePlan(deps, admin.actor, savePlanSchema.parse({ planId, version: 1, plan: words })),
    ).toMatchObject({ ok: true, planId, isNewRevision: false });
    const { id, person } = await buy(planId);
    const dearer = savePlanSchema.parse({ planId, version: 2, plan: { ...planForm, price: "7.00" } });
    const revised = await savePlan(deps, admin.actor, dearer);
    expect(revised).toMatchObject({ ok: true, revision: 2, isNewRevision: true });
    expect(await savePlan(deps, admin.actor, dearer)).toMatchObject({ reason: "changed_meanwhile" });
    expect((await row(id)).planId).toBe(planId);

    const owner = { userId: person.actor.userId };
    await renewSubscription(deps, person.actor, owner, { subscriptionId: id, key: randomUUID() });
    expect((await row(id)).planId).not.toBe(planId);
    const plans = await listStaffPlans(deps, admin.actor);
    expect(plans.find(({ revision }) => revision === 2)).toMatchObject({
      priceUsd: "7.00",
      live: 1,
      liveOnOlder: 0,
    });
    const family = await getStaffPlan(deps, admin.actor, planId);
    expect(family?.id).not.toBe(planId);
    expect(family?.versions.map(({ revision, isCurrent, live }) => [revision, isCurrent, live])).toEqual([
      [2, true, 1],
      [1, false, 0],
    ]);
    expect(await previewPlanShelf(deps, admin.actor, family?.id ?? "")).toEqual({
      ok: true,
      effect: { live: 1, renewing: 0, gap: { places: 1, emptyCountries: [] } },
    });
    expect(await previewPlanShelf(deps, person.actor, planId)).toMatchObject({ reason: "forbidden" });
  });

  it("are withdrawn and put back, by administrators alone", async () => {
    const { deps } = world;
    const planId = await plan();
    const { actor } = await world.person();
    expect(await setPlanActive(deps, actor, { planId, isActive: false })).toMatchObject({
      reason: "forbidden",
    });
    expect(await setPlanActive(deps, admin.actor, { planId, isActive: false })).toEqual({ ok: true });
    await expect(buy(planId)).rejects.toThrow("plan_withdrawn");
  });
});

describe("panels and servers", () => {
  const inbound = {
    protocol: "VLESS",
    tag: "main",
    port: 443,
    transport: { kind: "ws", path: "/ray" },
    security: { kind: "tls", serverName: "nl1.example.com" },
  };
  const serverForm = () => ({
    name: `Amsterdam ${randomUUID().slice(0, 6)}`,
    location: "Amsterdam",
    countryCode: "NL",
    domain: "nl1.example.com",
    maxUsers: 10,
    panelId: world.panelId,
    inbounds: [inbound],
  });

  it("keep a panel's credentials where nothing is typed, and never show them", async () => {
    const { deps } = world;
    const form = { name: "Second node", kind: "XRAY", url: "http://127.0.0.1:2" };
    const made = await savePanel(
      deps,
      admin.actor,
      savePanelSchema.parse({ ...form, credentials: '{"key":"secret of the panel"}' }),
    );
    if (!made.ok) throw new Error(made.reason);
    const again = savePanelSchema.parse({
      ...form,
      panelId: made.panelId,
      version: 1,
      url: "http://127.0.0.1:3",
    });
    expect(await savePanel(deps, admin.actor, again)).toMatchObject({ ok: true });
    const stored = await deps.db.vpnPanel.findUniqueOrThrow({ where: { id: made.panelId } });
    expect(deps.cipher.decrypt(stored.credentialCiphertext)).toBe('{"key":"secret of the panel"}');
    const shown = JSON.stringify([
      await listStaffPanels(deps, admin.actor),
      await deps.db.auditEvent.findMany({
        where: { targetId: made.panelId },
        select: { before: true, after: true },
      }),
    ]);
    expect(shown).not.toContain("secret of the panel");
    expect(await savePanel(deps, admin.actor, savePanelSchema.parse(form))).toMatchObject({
      reason: "name_taken",
    });
    const nowhere = savePanelSchema.parse({ ...form, name: "Third node", url: "notaurl" });
    expect(await savePanel(deps, admin.actor, nowhere)).toMatchObject({
      reason: "invalid_input",
      details: { field: "url" },
    });
  });

  it("refuse an inbound that apps refuse, and give a new one to those who sit there", async () => {
    const { deps, panel } = world;
    const form = serverForm();
    const open = { ...inbound, security: { kind: "none" } };
    expect(
      await saveServer(deps, admin.actor, saveServerSchema.parse({ server: { ...form, inbounds: [open] } })),
    ).toMatchObject({
      reason: "inbound_refused",
      details: { tag: "main", problem: "unencrypted_to_public" },
    });
    const made = await saveServer(deps, admin.actor, saveServerSchema.parse({ server: form }));
    if (!made.ok) throw new Error(made.reason);
    const opening = { serverId: made.serverId, version: 1, status: "ONLINE" };
    expect(await setServerStatus(deps, admin.actor, serverStatusSchema.parse(opening))).toMatchObject({
      reason: "server_unverified",
      details: { open: "answers,version" },
    });
    await probePanels(deps);
    expect(await setServerStatus(deps, admin.actor, serverStatusSchema.parse(opening))).toEqual({ ok: true });
    const { id } = await buy(await plan());
    await tellDuePanels(deps);
    const second = { ...inbound, tag: "second", port: 8443 };
    const edit = { serverId: made.serverId, version: 2, server: { ...form, inbounds: [inbound, second] } };
    expect(await saveServer(deps, admin.actor, saveServerSchema.parse(edit))).toMatchObject({ ok: true });
    expect(await deps.db.userConfig.count({ where: { subscriptionId: id, serverId: made.serverId } })).toBe(
      2,
    );
    await tellDuePanels(deps);
    const { number } = await row(id);
    expect(panel.accounts.get(`sub_${number}`)?.inbounds.map(({ tag }) => tag)).toContain("second");

    const without = { ...edit, version: 3, server: { ...form, inbounds: [second] } };
    expect(await saveServer(deps, admin.actor, saveServerSchema.parse(without))).toMatchObject({ ok: true });
    const active = await deps.db.userConfig.findMany({
      where: { subscriptionId: id, serverId: made.serverId, isActive: true },
      include: { inbound: true },
    });
    expect(active.map((config) => config.inbound.tag)).toEqual(["second"]);
    const detail = await getStaffServer(deps, admin.actor, made.serverId);
    expect(detail?.inbounds.find(({ tag }) => tag === "second")?.preview?.problems).toEqual([]);
    expect((await listStaffServers(deps, admin.actor)).map(({ id: known }) => known)).toContain(
      made.serverId,
    );
  });

  it("are drained into the other locations of the same subscription", async () => {
    const { deps } = world;
    const server = await world.server();
    const { id } = await buy(await plan());
    expect(await previewServerStatus(deps, admin.actor, server.id)).toMatchObject({
      effect: { people: 1, withoutOther: 0 },
    });
    const input = { serverId: server.id, version: 1, status: "MAINTENANCE", isDraining: true };
    expect(await setServerStatus(deps, admin.actor, serverStatusSchema.parse(input))).toEqual({ ok: true });
    expect(await drainServers(deps)).toBe(1);
    expect(await drainServers(deps)).toBe(0);
    const left = await deps.db.vpnServer.findUniqueOrThrow({ where: { id: server.id } });
    expect(left.currentUsers).toBe(0);
    const configs = await deps.db.userConfig.findMany({ where: { subscriptionId: id, isActive: true } });
    expect(configs.length).toBeGreaterThan(0);
    expect(configs.map(({ serverId }) => serverId)).not.toContain(server.id);
  });
});

describe("somebody's subscription", () => {
  it("is extended, suspended, resumed and revoked as its preview says", async () => {
    const { deps, panel } = world;
    const { id } = await buy(await plan());
    await tellDuePanels(deps);
    const { number, expiresAt } = await row(id);
    const account = () => panel.accounts.get(`sub_${number}`);
    const input = extendSchema.parse({ subscriptionId: id, days: 7, trafficGb: 1, reason });
    const seen = await previewExtension(deps, admin.actor, input);
    await extendSubscription(deps, admin.actor, input);
    const extended = await row(id);
    expect(extended.expiresAt.getTime() - expiresAt.getTime()).toBe(7 * 86_400_000);
    expect(seen).toMatchObject({ effect: { after: { expiresAt: extended.expiresAt.toISOString() } } });

    const decision = staffDecisionSchema.parse({ subscriptionId: id, reason });
    expect(await previewClosing(deps, admin.actor, id)).toMatchObject({ effect: { number, panels: 1 } });
    const open = await getStaffSubscription(deps, admin.actor, id, "en");
    expect(new Set(open?.configs.map(({ link }) => link))).toEqual(new Set(["ready"]));
    await suspendSubscription(deps, admin.actor, decision);
    await tellDuePanels(deps);
    expect(account()?.isActive).toBe(false);
    await resumeSubscription(deps, admin.actor, decision);
    await tellDuePanels(deps);
    expect(account()?.isActive).toBe(true);
    await revokeSubscription(deps, admin.actor, decision);
    await tellDuePanels(deps);
    expect(account()).toBeUndefined();
    expect(await extendSubscription(deps, admin.actor, input)).toMatchObject({ reason: "subscription_over" });
    const detail = await getStaffSubscription(deps, admin.actor, id, "en");
    expect(detail).toMatchObject({
      status: "CANCELED",
      statusReason: "by_staff",
      purchases: [{ priceUsd: "5.00" }],
    });
    expect(detail?.configs.map(({ link }) => link)).not.toContain("ready");
    expect(JSON.stringify(detail)).not.toContain("ciphertext");
    expect(detail?.accounts[0]?.cutAt).not.toBeNull();
    const { rows } = await listStaffSubscriptions(
      deps,
      admin.actor,
      { search: `#${number}`, status: "CANCELED" },
      { page: 1, pageSize: 10, direction: "desc" },
    );
    expect(rows.map((one) => one.id)).toEqual([id]);
    const filed: string[] = [];
    for await (const one of eachStaffSubscription(deps, admin.actor, { search: `#${number}` }))
      filed.push(one.id);
    expect(filed).toEqual([id]);
    const audit = await deps.db.auditEvent.findMany({
      where: { targetId: id, reason },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      "subscription.extended",
      "subscription.suspended",
      "subscription.resumed",
      "subscription.revoked",
    ]);
    expect(await readStaffUsage(deps, admin.actor, { days: 7 })).toEqual([]);
    const { serverId, userId } = await deps.db.userConfig.findFirstOrThrow({ where: { subscriptionId: id } });
    const today = new Date(deps.clock.now().toISOString().slice(0, 10));
    await deps.db.userUsage.createMany({
      data: [0, 6, 7].map((back) => ({
        userId,
        subscriptionId: id,
        serverId,
        day: new Date(today.getTime() - back * 86_400_000),
        uploadBytes: 5n,
        downloadBytes: 7n,
      })),
    });
    expect(await readTopUsers(deps, admin.actor, { days: 7, serverId }, 5)).toMatchObject([
      { user: { id: userId }, uploadBytes: "10", downloadBytes: "14", subscriptions: 1, days: 2 },
    ]);
    expect(await readStaffUsage(deps, admin.actor, { days: 7 })).toHaveLength(2);
    expect(await readTopUsers(deps, admin.actor, { days: 7, serverId: "zzz" }, 5)).toEqual([]);
  });

  it("moves to a server with room, with one seat taken and one given back", async () => {
    const { deps } = world;
    const { id } = await buy(await plan());
    const { serverId: from } = await row(id);
    const to = await world.server({ maxUsers: 1 });
    if (!from) throw new Error("no server");
    const input = moveSchema.parse({ subscriptionId: id, fromServerId: from, toServerId: to.id, reason });
    expect(await previewMove(deps, admin.actor, input)).toMatchObject({
      effect: { room: 1, otherPanel: false },
    });
    expect(await moveSubscription(deps, admin.actor, input)).toEqual({ ok: true });
    const seats = await deps.db.vpnServer.findUniqueOrThrow({ where: { id: to.id } });
    expect(seats.currentUsers).toBe(1);
    expect(
      await deps.db.userConfig.count({ where: { subscriptionId: id, serverId: from, isActive: true } }),
    ).toBe(0);
    const other = await buy(await plan());
    const { serverId: theirs } = await row(other.id);
    const full = { ...input, subscriptionId: other.id, fromServerId: theirs ?? "" };
    expect(await moveSubscription(deps, admin.actor, full)).toMatchObject({ reason: "server_full" });
  });
});
