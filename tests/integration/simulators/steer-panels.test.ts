import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { steerSimulator } from "@/lib/domain/operations/commands/steer-simulator";
import { PANEL_BEHAVIOURS, PANEL_SIMULATORS, steerSchema } from "@/lib/domain/operations/schema";
import type { PanelSimulator } from "@/lib/domain/operations/types";
import { createPanelSimulators } from "@/lib/integrations/simulator-control/panel-simulators";
import { PANEL_BEHAVIOURS as PLAYED_BEHAVIOURS } from "@/lib/simulators/panels/faults";
import { type Simulators, startSimulators } from "@/lib/simulators/start";
import { openWorld, type Person, TEST_SECRETS, type World } from "@/tests/support/world";

let simulators: Simulators;
let world: World;
let admin: Person;

beforeAll(async () => {
  simulators = await startSimulators({ port: 0, secret: TEST_SECRETS.SIMULATOR_SECRET });
  world = await openWorld({ SIMULATOR_URL: simulators.url });
  admin = await world.person({ role: "ADMIN" });
});
beforeEach(() => {
  for (const panel of simulators.panels.list) panel.reset();
});
afterAll(async () => {
  await world.close();
  await simulators.close();
});

const press = (input: object, { actor } = admin) =>
  steerSimulator(world.deps, actor, steerSchema.parse(input));
const stateOf = async (slug: PanelSimulator) =>
  (await world.deps.panelSimulators.read())?.find((panel) => panel.slug === slug);
const lastAudit = () => world.deps.db.auditEvent.findFirst({ orderBy: { id: "desc" } });

/** Somebody in the simulated Hiddify, with a limit of 2 GB. */
function addUser(name: string): void {
  const hiddify = simulators.panels.list.find(({ slug }) => slug === "hiddify");
  if (!hiddify || !("add" in hiddify) || typeof hiddify.add !== "function") throw new Error("no Hiddify");
  hiddify.add({ name, usage_limit_GB: 2 });
}

it("knows each panel that is played, and each way it can behave", async () => {
  expect(simulators.panels.list.map(({ slug }) => slug)).toEqual([...PANEL_SIMULATORS]);
  expect([...PLAYED_BEHAVIOURS]).toEqual([...PANEL_BEHAVIOURS]);
  const panels = await world.deps.panelSimulators.read();
  expect(panels?.map(({ slug, total }) => [slug, total])).toEqual(PANEL_SIMULATORS.map((slug) => [slug, 0]));
});

it("sets trouble and the version, and keeps both in the audit log under names of their own", async () => {
  expect(await press({ simulator: "marzban", verb: "behaviour", behaviour: "wrong-key", count: 3 })).toEqual({
    ok: true,
  });
  expect(await lastAudit()).toMatchObject({
    action: "simulator.steered",
    targetId: "marzban",
    actorId: admin.actor.userId,
    after: { verb: "behaviour", panelBehaviour: "wrong-key", count: 3 },
  });
  expect(await stateOf("marzban")).toMatchObject({ behaviour: "answer", pendingBehaviours: 3 });
  await press({ simulator: "marzban", verb: "behaviour", behaviour: "dead" });
  expect(await stateOf("marzban")).toMatchObject({ behaviour: "dead", pendingBehaviours: 0 });
  expect(await press({ simulator: "three-x-ui", verb: "version", version: "2.9.4" })).toEqual({ ok: true });
  expect(await lastAudit()).toMatchObject({ after: { verb: "version", panelVersion: "2.9.4" } });
  expect((await stateOf("three-x-ui"))?.version).toBe("2.9.4");
  expect(await press({ simulator: "three-x-ui", verb: "version", version: "0.0.1" })).toEqual({
    ok: false,
    reason: "invalid_input",
    details: { why: "no such account or version" },
  });
  expect(await press({ simulator: "marzban", verb: "reset" })).toEqual({ ok: true });
  expect(await stateOf("marzban")).toMatchObject({ behaviour: "answer" });
});

it("uses somebody's traffic, sets it back, deletes them", async () => {
  addUser("sub_1");
  const one = { simulator: "hiddify", username: "sub_1" };
  await press({ ...one, verb: "traffic", uploadBytes: 1_000, downloadBytes: 3 * 1024 ** 3 });
  expect(await stateOf("hiddify")).toMatchObject({
    total: 1,
    accounts: [{ username: "sub_1", isActive: false, usedBytes: String(3 * 1024 ** 3 + 1_000) }],
  });
  await press({ ...one, verb: "reset-traffic" });
  expect(await stateOf("hiddify")).toMatchObject({ accounts: [{ isActive: true, usedBytes: "0" }] });
  expect(await press({ simulator: "hiddify", verb: "restart" })).toEqual({ ok: true });
  expect((await stateOf("hiddify"))?.total).toBe(1);
  expect(await press({ ...one, verb: "delete" })).toEqual({ ok: true });
  expect(await stateOf("hiddify")).toMatchObject({ total: 0, accounts: [] });
  expect(await press({ ...one, verb: "delete" })).toMatchObject({ reason: "invalid_input" });
});

it("is an administrator's alone, of the demo alone, and says when nothing runs", async () => {
  const input = { simulator: "remnawave", verb: "reset" };
  const rows = () => world.deps.db.auditEvent.count({ where: { action: "simulator.steered" } });
  const before = await rows();
  expect(await press(input, await world.person({ role: "SUPPORT" }))).toMatchObject({ reason: "forbidden" });
  const parsed = steerSchema.parse(input);
  const under = (change: object) => steerSimulator({ ...world.deps, ...change }, admin.actor, parsed);
  expect(await under({ mode: "production" })).toMatchObject({ reason: "demo_only" });
  const secretless = createPanelSimulators({ simulatorUrl: simulators.url, simulatorSecret: null });
  expect(await under({ panelSimulators: secretless })).toMatchObject({ reason: "demo_only" });
  expect(await secretless.read()).toBeNull();
  const stranger = createPanelSimulators({ simulatorUrl: simulators.url, simulatorSecret: "another" });
  expect(await stranger.read()).toBeNull();
  expect(await stranger.steer("remnawave", "reset", {})).toEqual({ ok: false, error: "unauthorized" });
  const away = createPanelSimulators({ simulatorUrl: "http://127.0.0.1:9", simulatorSecret: "x" });
  expect(await away.read()).toBeNull();
  expect(await under({ panelSimulators: away })).toMatchObject({ reason: "unavailable" });
  expect(await rows()).toBe(before);
});
