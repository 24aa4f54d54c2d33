import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testConnection } from "@/lib/domain/billing/commands/test-connection";
import { readConnections } from "@/lib/domain/billing/queries/connections";
import type { ConnectionName } from "@/lib/domain/billing/schema";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { openWorld, type World } from "@/tests/support/world";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
/** A shop without keys of payments. */
let bare: World;
let admin: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  bare = await openWorld();
  admin = (await world.person({ role: "ADMIN" })).actor;
});
afterAll(() => Promise.all([world.close(), bare.close()]));

const heard = async (name: ConnectionName) => {
  const answer = await testConnection(world.deps, admin, name);
  return answer.ok ? answer.test.heard : answer.reason;
};

const audits = () =>
  world.deps.db.auditEvent.findMany({
    where: { action: "connection.tested" },
    orderBy: { id: "asc" },
    select: { actorId: true, targetId: true, after: true },
  });

describe("the connections of payments", () => {
  it("are told by mode, by the names of their variables, and by where they tell of payments", async () => {
    const rows = await readConnections(world.deps, admin);
    expect(rows.map(({ name, mode }) => [name, mode])).toEqual(
      ["stripe", "mercadopago", "bitcoin", "tron", "kraken", "mempool"].map((name) => [name, "simulator"]),
    );
    expect(rows[0]).toMatchObject({
      hookUrl: "http://localhost:3000/api/hooks/payments/stripe",
      variables: [
        { name: "STRIPE_SECRET_KEY", isNeeded: true, isSet: true },
        { name: "STRIPE_WEBHOOK_SECRETS", isNeeded: true, isSet: true },
        { name: "STRIPE_URL", isNeeded: false, isSet: true },
      ],
    });
    const told = JSON.stringify(rows);
    for (const [name, value] of Object.entries(world.environment)) {
      if (/KEY|SECRET|TOKEN/.test(name)) expect(told).not.toContain(value);
    }
  });

  it("are off without their keys, and cannot be asked then", async () => {
    const person = (await bare.person({ role: "ADMIN" })).actor;
    const rows = await readConnections(bare.deps, person);
    expect(rows.map(({ mode }) => mode)).toEqual(["off", "off", "off", "off", "live", "live"]);
    expect(rows[1]?.variables[0]).toEqual({
      name: "MERCADOPAGO_ACCESS_TOKEN",
      isNeeded: true,
      isSet: false,
    });
    for (const name of ["stripe", "mercadopago", "bitcoin", "tron"] as const) {
      expect(await testConnection(bare.deps, person, name)).toMatchObject({ reason: "method_off" });
    }
    expect(await bare.deps.db.auditEvent.count({ where: { action: "connection.tested" } })).toBe(0);
  });
});

describe("a test call", () => {
  it("hears each of them by the way that payments take, and is written down", async () => {
    expect(await heard("stripe")).toEqual({ kind: "no_such_payment" });
    expect(await heard("mercadopago")).toEqual({ kind: "no_such_payment" });
    expect(await heard("bitcoin")).toMatchObject({ kind: "height", height: expect.any(Number) });
    expect(await heard("tron")).toMatchObject({ kind: "address" });
    for (const name of ["kraken", "mempool"] as const) {
      expect(await heard(name)).toEqual({ kind: "price", price: expect.stringMatching(/^\d+(\.\d+)?$/) });
    }
    const rows = await audits();
    expect(rows.map(({ targetId }) => targetId)).toEqual([
      "stripe",
      "mercadopago",
      "bitcoin",
      "tron",
      "kraken",
      "mempool",
    ]);
    expect(rows[0]).toMatchObject({ actorId: admin.userId, after: { heard: "no_such_payment" } });
    const [stripe] = await readConnections(world.deps, admin);
    expect(stripe?.lastOkAt).not.toBeNull();
    expect(await world.deps.db.payment.count()).toBe(0);
  });

  it("says that a gateway is away, which its health remembers", async () => {
    await world.control(world.stripe, "fault", { fault: "500" });
    expect(await heard("stripe")).toMatchObject({ kind: "failed", reason: "unavailable" });
    await world.control(world.stripe, "fault", { fault: "none" });
    const [stripe] = await readConnections(world.deps, admin);
    expect(stripe?.lastFailureAt).not.toBeNull();
    expect((await audits()).at(-1)?.after).toMatchObject({ heard: "failed", error: "unavailable" });
  });

  it("is refused to support, who sees the rest, and to customers, who see nothing", async () => {
    const support = (await world.person({ role: "SUPPORT" })).actor;
    const customer = (await world.person()).actor;
    const before = (await audits()).length;
    expect(await readConnections(world.deps, support)).toHaveLength(6);
    await expect(readConnections(world.deps, customer)).rejects.toThrow("forbidden");
    for (const actor of [support, customer]) {
      expect(await testConnection(world.deps, actor, "stripe")).toMatchObject({ reason: "forbidden" });
    }
    expect(await audits()).toHaveLength(before);
  });
});
