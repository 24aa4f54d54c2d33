import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { openOrder } from "@/lib/domain/numbers/commands/open-order";
import { pollUpstreams } from "@/lib/domain/numbers/commands/poll-upstream";
import { refreshSupplierOffers } from "@/lib/domain/numbers/commands/refresh-supplier-offers";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { resolvePending } from "@/lib/domain/numbers/commands/resolve-pending";
import { watchRefunded } from "@/lib/domain/numbers/commands/watch-refunded";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import {
  addNumbers,
  expectSound,
  money,
  newCustomer,
  openShop,
  orderOf,
  PRICE,
  pass,
  rent,
  rentInput,
  type Shop,
} from "./numbers-fixture";

let database: TestDatabase;
let shop: Shop;
let actor: UserActor;
const START = 10n * PRICE;

beforeEach(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db, { supplierCount: 100 });
  actor = await newCustomer(shop, START);
});
afterEach(async () => {
  await expectSound(shop);
  await database.close();
});

/** What the supplier calls our only live order. */
function theirId(): string {
  const [activation] = [...shop.upstream.activations.values()].slice(-1);
  return activation?.upstreamOrderId ?? "";
}

function row(id: string) {
  return shop.deps.db.order.findUniqueOrThrow({ where: { id } });
}

/** Lets the next round of a job look again. */
async function ripe(): Promise<void> {
  await shop.deps.db.$executeRaw`UPDATE providers SET polled_at = NULL`;
  await shop.deps.db.$executeRaw`UPDATE orders SET updated_at = updated_at - interval '1 minute'`;
}

describe("buying", () => {
  it("asks under a cost cap, with the hold placed, and takes the supplier's times", async () => {
    shop.upstream.cancelAfterSeconds = 120;
    const order = await rent(shop, actor);
    expect(order).toMatchObject({ status: "ACTIVE", screen: "waiting" });
    expect(shop.upstream.bought).toMatchObject([
      { orderNumber: order.number, serviceCode: "wa", countryLegacyId: 73, maxCostMicros: 332_500n },
    ]);
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      reason: "cancel_too_early",
    });
    expect(await row(order.id)).toMatchObject({ upstreamOrderId: theirId(), costMicros: 100_000n });
  });

  it("turns to the next provider at the same price when there is no number", async () => {
    const [e164] = await addNumbers(shop, 1);
    shop.upstream.nextBuys = [{ kind: "no_numbers" }];
    expect(await rent(shop, actor)).toMatchObject({ phoneE164: e164, price: "0.35" });
    expect(
      await shop.deps.db.supplierOffer.findFirst({ where: { serviceId: shop.services.wa } }),
    ).toMatchObject({ count: 0 });
  });

  it("refuses and releases when nobody has one", async () => {
    shop.upstream.nextBuys = [{ kind: "no_numbers" }];
    const input = rentInput();
    expect(await rentNumber(shop.deps, actor, input)).toMatchObject({ ok: false, reason: "no_stock" });
    expect(await rentNumber(shop.deps, actor, input)).toMatchObject({ ok: false, reason: "no_stock" });
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
    expect(shop.upstream.bought).toHaveLength(1);
  });

  it("gives back a number that served this service before, and takes another", async () => {
    const first = await rent(shop, actor);
    shop.upstream.deliver(theirId(), "WhatsApp code 111222", "111222");
    await pollUpstreams(shop.deps);
    await finishOrder(shop.deps, actor, { orderId: first.id });
    shop.upstream.nextPhones = [first.phoneE164 ?? ""];
    const second = await rent(shop, actor);
    expect(second.phoneE164).not.toBe(first.phoneE164);
    expect(shop.upstream.canceled).toHaveLength(1);
  });

  it("pauses a supplier that refuses us, and does not ask it meanwhile", async () => {
    await addNumbers(shop, 4);
    shop.upstream.nextBuys = Array(3).fill({ kind: "refused", reason: "NO_BALANCE", retryable: true });
    for (let time = 0; time < 4; time += 1) await rent(shop, actor);
    expect(shop.upstream.bought).toHaveLength(3);
  });

  it("never buys from a supplier that is dearer than the price", async () => {
    await shop.deps.db.supplierOffer.updateMany({ data: { costMicros: PRICE } });
    expect(await rentNumber(shop.deps, actor, rentInput())).toMatchObject({ reason: "no_stock" });
    expect(shop.upstream.bought).toEqual([]);
  });

  it("learns what a supplier has", async () => {
    shop.upstream.offers = [
      { serviceCode: "wa", countryLegacyId: 73, costMicros: 90_000n, count: 7 },
      { serviceCode: "zz", countryLegacyId: 73, costMicros: 1n, count: 1 },
    ];
    await refreshSupplierOffers(shop.deps);
    const offers = await shop.deps.db.supplierOffer.findMany({ orderBy: { count: "desc" } });
    expect(offers.map(({ count, costMicros }) => [count, costMicros])).toEqual([
      [7, 90_000n],
      [0, 100_000n],
    ]);
  });
});

describe("a purchase whose answer was lost", () => {
  it("shows as connecting, is never repeated, and becomes active when the supplier lists it", async () => {
    shop.upstream.nextBuys = ["lost"];
    const order = await rent(shop, actor);
    expect(order).toMatchObject({ status: "PENDING", screen: "connecting", phoneE164: null });
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      reason: "order_pending",
    });
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "PENDING" });
    await pass(shop, 61);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "ACTIVE", screen: "waiting" });
    expect(shop.upstream.bought).toHaveLength(1);
  });

  it("is given up after its absence in two reads", async () => {
    shop.upstream.nextBuys = [{ kind: "unknown", error: "timed out" }];
    const order = await rent(shop, actor);
    await pass(shop, 61);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "PENDING" });
    await pass(shop, 4);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "FAILED", screen: "failed" });
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
  });

  it("found after it was given up, is cancelled there", async () => {
    shop.upstream.nextBuys = ["lost"];
    const order = await rent(shop, actor);
    shop.upstream.isDead = true;
    await pass(shop, 1_300);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "FAILED" });
    shop.upstream.isDead = false;
    await shop.deps.db.$executeRaw`UPDATE providers SET consecutive_failures = 0`;
    await ripe();
    await watchRefunded(shop.deps);
    expect(shop.upstream.live).toEqual([]);
    expect(await row(order.id)).toMatchObject({ watchUntil: null, lossMicros: 0n });
  });

  it("is not taken for one that was given up before it", async () => {
    shop.upstream.nextBuys = [{ kind: "unknown", error: "timed out" }, "lost"];
    const given = await rent(shop, actor);
    await pass(shop, 61);
    await resolvePending(shop.deps);
    await pass(shop, 4);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, given.id)).toMatchObject({ status: "FAILED" });
    const bought = await rent(shop, actor);
    await pass(shop, 61);
    await shop.deps.db.$executeRaw`UPDATE providers SET consecutive_failures = 0`;
    await ripe();
    await watchRefunded(shop.deps);
    expect(shop.upstream.canceled).toEqual([]);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, bought.id)).toMatchObject({ status: "ACTIVE" });
  });

  it("is not mistaken for another purchase whose answer still comes", async () => {
    shop.upstream.nextBuys = ["lost", { kind: "unknown", error: "timed out" }];
    const first = await rent(shop, actor);
    await pass(shop, 61);
    const second = await rent(shop, actor);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, first.id)).toMatchObject({ status: "PENDING" });
    await pass(shop, 61);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, first.id)).toMatchObject({ status: "ACTIVE" });
    await pass(shop, 4);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, second.id)).toMatchObject({ status: "FAILED" });
  });
});

describe("own stock", () => {
  it("that a dead process was connecting is released", async () => {
    const { id: providerId } = await shop.deps.db.provider.findUniqueOrThrow({ where: { code: "own" } });
    const id = randomUUID();
    await openOrder(shop.deps, actor, {
      id,
      requestHash: "hash",
      idempotencyScope: "test",
      idempotencyKey: id,
      service: { id: shop.services.wa ?? "", name: "WhatsApp" },
      country: { id: shop.countryId, name: "Brazil" },
      priceMicros: PRICE,
      provider: {
        id: providerId,
        code: "own",
        kind: "OWN_STOCK",
        priority: 1,
        isActive: true,
        isPaused: false,
        stock: 1,
        costMicros: null,
        windowSeconds: 1_200,
        cancelAfterSeconds: 0,
      },
      isOnlyProvider: false,
      hasDailyLimit: false,
    });
    expect(await money(shop, actor)).toEqual([START - PRICE, PRICE, 0n]);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, id)).toMatchObject({ status: "PENDING" });
    await pass(shop, 11);
    await resolvePending(shop.deps);
    expect(await orderOf(shop, actor, id)).toMatchObject({ status: "FAILED" });
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
  });
});
