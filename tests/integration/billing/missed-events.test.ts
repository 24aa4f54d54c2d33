import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fetchMissedEvents } from "@/lib/domain/billing/commands/fetch-missed-events";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
  for (const simulator of [world.stripe, world.mercadoPago]) {
    await world.control(simulator, "fault", { fault: "none" });
    await world.control(simulator, "delivery", { delivery: "normal" });
  }
});

const cursorOf = (gateway: "STRIPE" | "MERCADOPAGO") =>
  world.deps.db.gatewayCursor.findUnique({ where: { gateway } });

describe("events that never came", () => {
  it("of a card are fetched and credit once; a second round brings nothing", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 25);
    await world.control(world.stripe, "delivery", { delivery: "drop" });
    await world.control(world.stripe, "pay", { session: reference });
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING", credited: "0.00" });
    expect(await fetchMissedEvents(world.deps)).toBeGreaterThan(0);
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "25.00" });
    expect(await fetchMissedEvents(world.deps)).toBe(0);
    await world.told();
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
    expect(await world.brokenRules()).toEqual([]);
  });

  it("of a Pix are fetched too", async () => {
    await world.control(world.mercadoPago, "delivery", { delivery: "drop" });
    const { invoiceId, reference } = await world.topUp(customer, 10, "PIX");
    await world.control(world.mercadoPago, "pay", { payment: reference });
    await world.told();
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    await fetchMissedEvents(world.deps);
    await world.told();
    await fetchMissedEvents(world.deps);
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "10.00" });
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
  });

  it("that did come by hook change nothing when they are listed again", async () => {
    const { reference } = await world.topUp(customer, 15);
    await world.control(world.stripe, "pay", { session: reference });
    await world.told();
    const events = await world.deps.db.gatewayEvent.count({ where: { gateway: "STRIPE" } });
    await fetchMissedEvents(world.deps);
    await world.told();
    expect(await world.deps.db.gatewayEvent.count({ where: { gateway: "STRIPE" } })).toBe(events);
    expect(await world.money(customer)).toBe("15.00 0.00 0.00");
  });

  it("wait where the list stopped while the gateway is away", async () => {
    await fetchMissedEvents(world.deps);
    const before = await cursorOf("STRIPE");
    const { invoiceId, reference } = await world.topUp(customer, 5);
    await world.control(world.stripe, "delivery", { delivery: "drop" });
    await world.control(world.stripe, "pay", { session: reference });
    await world.control(world.stripe, "fault", { fault: "500" });
    expect(await fetchMissedEvents(world.deps)).toBe(0);
    expect(await cursorOf("STRIPE")).toMatchObject({
      eventsCursor: before?.eventsCursor,
      lastError: "gateway_unavailable",
    });
    await world.control(world.stripe, "fault", { fault: "none" });
    await fetchMissedEvents(world.deps);
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID" });
    expect((await cursorOf("STRIPE"))?.lastError).toBeNull();
  });

  it("are looked for from the beginning when the gateway has forgotten the place", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 5);
    await world.control(world.stripe, "delivery", { delivery: "drop" });
    await world.control(world.stripe, "pay", { session: reference });
    await world.deps.db.gatewayCursor.upsert({
      where: { gateway: "STRIPE" },
      create: { gateway: "STRIPE", eventsCursor: "evt_of_last_year" },
      update: { eventsCursor: "evt_of_last_year" },
    });
    await fetchMissedEvents(world.deps);
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "5.00" });
  });
});
