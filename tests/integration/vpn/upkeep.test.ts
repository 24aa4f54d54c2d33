import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/domain/kernel/actor";
import { addLocations } from "@/lib/domain/vpn/commands/add-locations";
import { bookUsage } from "@/lib/domain/vpn/commands/book-usage";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { collectUsage } from "@/lib/domain/vpn/commands/collect-usage";
import { probePanels } from "@/lib/domain/vpn/commands/probe-panels";
import { reconcilePanel, reconcilePanels } from "@/lib/domain/vpn/commands/reconcile-panels";
import { savePanel } from "@/lib/domain/vpn/commands/save-panel";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { savePanelSchema } from "@/lib/domain/vpn/schema";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let serverId: string;

beforeAll(async () => {
  world = await openVpnWorld();
  serverId = (await world.server()).id;
});
afterAll(() => world.close());

async function subscription() {
  const { actor } = await world.person({ usd: 10 });
  const plan = await world.plan({ trafficBytes: null });
  const input = { planId: plan.id, key: randomUUID(), isAutoRenew: false };
  const bought = await buyPlan(world.deps, actor, { userId: actor.userId }, input);
  if (!bought.ok) throw new Error(bought.reason);
  const { number } = await world.deps.db.subscription.findUniqueOrThrow({
    where: { id: bought.subscriptionId },
  });
  return { id: bought.subscriptionId, username: `sub_${number}` };
}

const used = async (id: string) => {
  const row = await world.deps.db.subscription.findUniqueOrThrow({ where: { id } });
  return row.usedUploadBytes + row.usedDownloadBytes;
};

const reading = (username: string, downloadBytes: bigint) => ({ username, uploadBytes: 0n, downloadBytes });

describe("upkeep of panels", () => {
  it("tells an account that was refused for a wrong key as soon as the panel answers a probe", async () => {
    const { deps, panel } = world;
    const one = await subscription();
    panel.failure = { kind: "auth", text: "the key is wrong" };
    await tellDuePanels(deps);
    await probePanels(deps);
    panel.failure = null;
    await tellDuePanels(deps);
    expect(panel.accounts.has(one.username)).toBe(false);
    await probePanels(deps);
    await tellDuePanels(deps);
    expect(panel.accounts.has(one.username)).toBe(true);
  });

  it("tells it at once when its panel is given another key", async () => {
    const { deps, panel, panelId } = world;
    const one = await subscription();
    panel.failure = { kind: "auth", text: "the key is wrong" };
    await tellDuePanels(deps);
    panel.failure = null;
    await deps.db.vpnPanel.update({ where: { id: panelId }, data: { openUntil: null } });
    await tellDuePanels(deps);
    expect(panel.accounts.has(one.username)).toBe(false);
    const { name, kind, url, version } = await deps.db.vpnPanel.findUniqueOrThrow({ where: { id: panelId } });
    const corrected = { panelId, version, name, kind, url, credentials: '{"key":"the right one"}' };
    const saved = await savePanel(deps, systemActor("test"), savePanelSchema.parse(corrected));
    expect(saved).toMatchObject({ ok: true });
    await tellDuePanels(deps);
    expect(panel.accounts.has(one.username)).toBe(true);
  });

  it("repairs an account that somebody took away, opened or left, and writes down what it found", async () => {
    const { deps, panel } = world;
    const one = await subscription();
    await tellDuePanels(deps);
    const account = panel.accounts.get(one.username);
    if (!account) throw new Error("not told");
    expect(await reconcilePanels(deps)).toBe(0);

    panel.accounts.delete(one.username);
    panel.accounts.set("sub_987654", { ...account, username: "sub_987654" });
    expect(await reconcilePanels(deps)).toBe(1);
    await tellDuePanels(deps);
    expect(panel.accounts.get(one.username)?.isActive).toBe(true);

    panel.accounts.set(one.username, { ...account, isActive: false });
    const { actor } = await world.person({ role: "ADMIN" });
    const asked = await reconcilePanel(deps, actor, world.panelId);
    expect(asked).toMatchObject({ ok: true, drift: { missing: [], strangers: ["sub_987654"] } });
    await tellDuePanels(deps);
    expect(panel.accounts.get(one.username)?.isActive).toBe(true);
    expect(panel.accounts.has("sub_987654")).toBe(true);
    const [last] = await deps.db.panelCheck.findMany({ orderBy: { id: "desc" }, take: 1 });
    expect(last).toMatchObject({ missing: 0, wrong: 1, leftOver: 0, strangers: ["sub_987654"] });
    expect(await deps.db.auditEvent.count({ where: { action: "vpn_panel.repaired" } })).toBe(2);
    panel.accounts.delete("sub_987654");
  });

  it("does not take a panel that does not answer for an empty one", async () => {
    const { deps, panel } = world;
    panel.failure = { kind: "unreachable", text: "no answer" };
    expect(await reconcilePanels(deps)).toBe(0);
    const { actor } = await world.person({ role: "ADMIN" });
    expect(await reconcilePanel(deps, actor, world.panelId)).toMatchObject({
      ok: false,
      reason: "panel_failed",
    });
    await probePanels(deps);
    panel.failure = null;
    expect((await deps.db.vpnPanel.findFirstOrThrow()).healthCode).toBe("unreachable");
    await probePanels(deps);
    expect((await deps.db.vpnPanel.findFirstOrThrow()).healthCode).toBe("fine");
  });

  it("tells every account again after a restart that forgot them, and books what came since", async () => {
    const { deps, panel } = world;
    panel.capabilities.forgetsOnRestart = true;
    const one = await subscription();
    await tellDuePanels(deps);
    panel.usage = { epoch: "first life", readings: [reading(one.username, 500n)] };
    await collectUsage(deps);
    await collectUsage(deps);
    expect(await used(one.id)).toBe(500n);

    panel.accounts.clear();
    panel.usage = { epoch: "second life", readings: [reading(one.username, 30n)] };
    await collectUsage(deps);
    await tellDuePanels(deps);
    expect(await used(one.id)).toBe(530n);
    expect(panel.accounts.get(one.username)?.isActive).toBe(true);
  });

  it("reads in between only panels with somebody near their limit, and closes who crosses it", async () => {
    const { deps, panel } = world;
    const one = await subscription();
    await deps.db.subscription.update({ where: { id: one.id }, data: { trafficBytes: 1_000n } });
    await tellDuePanels(deps);
    const count = (bytes: bigint) => {
      panel.usage = { epoch: "near", readings: [reading(one.username, bytes)] };
    };
    count(100n);
    await collectUsage(deps);
    const asked = panel.calls;
    count(960n);
    expect(await collectUsage(deps, { isNearOnly: true })).toBe(0);
    expect(panel.calls).toBe(asked);
    expect(await collectUsage(deps)).toBe(1);
    count(1_001n);
    expect(await collectUsage(deps, { isNearOnly: true })).toBe(1);
    await tellDuePanels(deps);
    expect(panel.accounts.get(one.username)?.isActive).toBe(false);
  });

  it("gives a running subscription the servers that join its plan, and none that it was moved away from", async () => {
    const { deps, panel } = world;
    const one = await subscription();
    await tellDuePanels(deps);
    const gone = await world.server({ name: "Left behind" });
    expect(await addLocations(deps)).toBeGreaterThan(0);
    await deps.db.userConfig.updateMany({
      where: { serverId: gone.id, subscriptionId: one.id },
      data: { isActive: false },
    });
    const full = await world.server({ name: "Full", maxUsers: 0 });
    const fresh = await world.server({ name: "New" });
    expect(await addLocations(deps)).toBeGreaterThan(0);
    expect(await addLocations(deps)).toBe(0);
    const held = await deps.db.userConfig.findMany({
      where: { subscriptionId: one.id, isActive: true },
      select: { serverId: true },
    });
    const servers = new Set(held.map(({ serverId }) => serverId));
    expect([gone.id, full.id, fresh.id].map((id) => servers.has(id))).toEqual([false, false, true]);
    const calls = panel.calls;
    await tellDuePanels(deps);
    expect(panel.calls).toBeGreaterThan(calls);
    const { currentUsers } = await deps.db.vpnServer.findUniqueOrThrow({ where: { id: fresh.id } });
    expect(currentUsers).toBe(
      await deps.db.subscription.count({ where: { status: "ACTIVE", exhaustedAt: null } }),
    );
  });

  it("never books a slow reading from before a restart after the one that followed", async () => {
    const { deps, panelId } = world;
    const one = await subscription();
    const claim = async () => {
      const data = { usageClaim: { increment: 1n } };
      return (await deps.db.vpnPanel.update({ where: { id: panelId }, data })).usageClaim;
    };
    const slow = await claim();
    const quick = await claim();
    const book = (number: bigint, epoch: string, bytes: bigint) =>
      bookUsage(
        deps,
        { panelId, serverId, claim: number },
        { epoch, readings: [reading(one.username, bytes)] },
      );
    await book(quick, "after", 10n);
    await book(slow, "before", 900n);
    expect(await used(one.id)).toBe(10n);
    const rows = await deps.db.usageEntry.findMany({ where: { subscriptionId: one.id } });
    expect(rows.map(({ epoch }) => epoch)).toEqual(["after"]);
  });
});
