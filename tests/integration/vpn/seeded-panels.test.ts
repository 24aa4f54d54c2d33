import { afterAll, beforeAll, expect, it } from "vitest";
import { createDemoUsers } from "@/lib/domain/identity/commands/create-demo-users";
import { steerSimulator } from "@/lib/domain/operations/commands/steer-simulator";
import { PANEL_SIMULATORS, steerSchema } from "@/lib/domain/operations/schema";
import { collectUsage } from "@/lib/domain/vpn/commands/collect-usage";
import { probePanels } from "@/lib/domain/vpn/commands/probe-panels";
import { reconcilePanels } from "@/lib/domain/vpn/commands/reconcile-panels";
import { tellAgain } from "@/lib/domain/vpn/commands/tell-again";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { readSubscriptionContents } from "@/lib/domain/vpn/queries/subscription-content";
import { startSimulators } from "@/lib/simulators/start";
import { seedVpn } from "@/prisma/seed/vpn";
import { openWorld, TEST_SECRETS, type World } from "@/tests/support/world";

let world: World;
let simulators: Awaited<ReturnType<typeof startSimulators>>;

beforeAll(async () => {
  simulators = await startSimulators({ port: 0, secret: TEST_SECRETS.SIMULATOR_SECRET });
  world = await openWorld({ SIMULATOR_URL: simulators.url });
  await createDemoUsers(world.deps);
  await world.deps.db.$transaction((tx) => seedVpn(tx, world.deps), { timeout: 60_000 });
});
afterAll(async () => {
  await world.close();
  await simulators.close();
});

it("the demo's panels are found fine, take the demo's subscription, and its link has every location", async () => {
  const { deps } = world;
  await probePanels(deps);
  const panels = await deps.db.vpnPanel.findMany();
  expect(panels.map(({ healthCode }) => healthCode)).toEqual(["fine", "fine", "fine", "fine", "fine"]);
  await tellDuePanels(deps);
  const subscription = await deps.db.subscription.findFirstOrThrow({ include: { credentials: true } });
  expect(
    subscription.credentials.map(({ actualState, lastErrorText }) => [actualState, lastErrorText]),
  ).toEqual(panels.map(() => ["ACTIVE", null]));
  const token = deps.cipher.decrypt(subscription.tokenCiphertext);
  const content = (await readSubscriptionContents(deps, [token])).get(token);
  expect(new Set(content?.profiles.map(({ host }) => host)).size).toBe(8);
  const links = new Set(content?.profiles.map(({ protocol }) => protocol));
  expect([...links].sort()).toEqual(["SHADOWSOCKS", "TROJAN", "VLESS", "VMESS", "WIREGUARD"]);
  expect(await reconcilePanels(deps)).toBe(0);
  expect(await collectUsage(deps)).toBe(0);
});

it("accounts that every panel refused for a wrong key are told as soon as it answers a probe", async () => {
  const { deps } = world;
  const { actor } = await world.person({ role: "ADMIN" });
  const behave = async (behaviour: string) => {
    for (const simulator of PANEL_SIMULATORS) {
      const order = steerSchema.parse({ simulator, verb: "behaviour", behaviour });
      expect(await steerSimulator(deps, actor, order)).toEqual({ ok: true });
    }
  };
  const accounts = async () =>
    (await deps.db.subscriptionCredential.findMany({ orderBy: { panelId: "asc" } })).map(
      ({ desiredVersion, actualVersion, lastErrorCode }) => [actualVersion === desiredVersion, lastErrorCode],
    );
  await behave("wrong-key");
  const count = await tellAgain(deps, {});
  await tellDuePanels(deps);
  await probePanels(deps);
  const refused = Array.from({ length: count }, () => [false, "auth"]);
  expect(await accounts()).toEqual(refused);
  await behave("answer");
  await tellDuePanels(deps);
  expect(await accounts()).toEqual(refused);
  await probePanels(deps);
  await tellDuePanels(deps);
  expect(await accounts()).toEqual(refused.map(() => [true, null]));
});
