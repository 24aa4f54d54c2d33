import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { pollUpstreams } from "@/lib/domain/numbers/commands/poll-upstream";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import { resumeClosings } from "@/lib/domain/numbers/commands/resume-closings";
import { watchRefunded } from "@/lib/domain/numbers/commands/watch-refunded";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import {
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

describe("the poll", () => {
  it("brings the code, once", async () => {
    const order = await rent(shop, actor);
    shop.upstream.deliver(theirId(), "Your WhatsApp code: 123-456", "123456");
    expect(await pollUpstreams(shop.deps)).toBe(1);
    await ripe();
    expect(await pollUpstreams(shop.deps)).toBe(0);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({
      code: "123456",
      screen: "code_received",
      messages: [{ from: "WhatsApp" }],
    });
    expect(await money(shop, actor)).toEqual([START - PRICE, 0n, 0n]);

    expect(await requestAnotherSms(shop.deps, actor, { orderId: order.id })).toMatchObject({ ok: true });
    expect(shop.upstream.resent).toEqual([theirId()]);
    shop.upstream.deliver(theirId(), "Your WhatsApp code: 123-456", "123456");
    await ripe();
    expect(await pollUpstreams(shop.deps)).toBe(1);
    expect((await orderOf(shop, actor, order.id)).messages).toHaveLength(2);
  });

  it("is one poller for several processes, and none when nothing is live", async () => {
    expect(await pollUpstreams(shop.deps)).toBe(0);
    await shop.deps.db.provider.update({ where: { id: shop.supplierId }, data: { pollIntervalMs: 60_000 } });
    await rent(shop, actor);
    shop.upstream.deliver(theirId(), "WhatsApp 121212", "121212");
    const counts = await Promise.all(Array.from({ length: 4 }, () => pollUpstreams(shop.deps)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it("refunds what the supplier ended by itself", async () => {
    const order = await rent(shop, actor);
    const activation = shop.upstream.activations.get(theirId());
    if (activation) activation.state = "canceled";
    await pass(shop, 15);
    await pollUpstreams(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "CANCELED" });
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
  });

  it("survives a dead supplier and remembers that it is dead", async () => {
    await rent(shop, actor);
    shop.upstream.isDead = true;
    for (let time = 0; time < 3; time += 1) {
      await pollUpstreams(shop.deps);
      await ripe();
    }
    expect(await shop.deps.db.provider.findUnique({ where: { id: shop.supplierId } })).toMatchObject({
      consecutiveFailures: 3,
    });
    expect(await rentNumber(shop.deps, actor, rentInput())).toMatchObject({ reason: "no_stock" });
  });
});

describe("closing", () => {
  it("a cancel tells the supplier and refunds", async () => {
    const order = await rent(shop, actor);
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      ok: true,
      order: { status: "CANCELED" },
    });
    expect(shop.upstream.canceled).toHaveLength(1);
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
  });

  it("a number reported as used is cancelled there and not offered again", async () => {
    const order = await rent(shop, actor);
    expect(await reportUsed(shop.deps, actor, { orderId: order.id })).toMatchObject({
      ok: true,
      order: { screen: "used" },
    });
    shop.upstream.nextPhones = [order.phoneE164 ?? ""];
    expect((await rent(shop, actor)).phoneE164).not.toBe(order.phoneE164);
  });

  it("a cancel that meets a code shows the code instead", async () => {
    const order = await rent(shop, actor);
    shop.upstream.deliver(theirId(), "Your WhatsApp code: 808-808", "808808");
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      ok: false,
      reason: "has_code",
    });
    expect(await orderOf(shop, actor, order.id)).toMatchObject({
      status: "ACTIVE",
      code: "808808",
      closing: false,
      canFinish: true,
    });
    await pollUpstreams(shop.deps);
    expect((await orderOf(shop, actor, order.id)).messages).toHaveLength(1);
    expect(await money(shop, actor)).toEqual([START - PRICE, 0n, 0n]);
  });

  it("a cancel that the supplier finds too early goes on", async () => {
    const order = await rent(shop, actor);
    shop.upstream.nextCancels = [{ kind: "too_early" }];
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      reason: "cancel_too_early",
    });
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "ACTIVE", closing: false });
  });

  it("a cancel with a silent supplier shows as closing and is refunded after 30 s", async () => {
    const order = await rent(shop, actor);
    shop.upstream.isDead = true;
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      ok: true,
      order: { closing: true, screen: "canceling", canCancel: false },
    });
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      reason: "order_closing",
    });
    await pass(shop, 5);
    expect(await resumeClosings(shop.deps)).toBe(0);
    await pass(shop, 10);
    expect(await resumeClosings(shop.deps)).toBe(0);
    expect(await money(shop, actor)).toEqual([START - PRICE, PRICE, 0n]);
    await pass(shop, 16);
    expect(await resumeClosings(shop.deps)).toBe(1);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "CANCELED" });
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
    expect((await row(order.id)).watchUntil).not.toBeNull();
  });

  it("a closing whose process died is taken over after ten seconds", async () => {
    const order = await rent(shop, actor);
    await shop.deps.db.$executeRaw`
      UPDATE orders SET closing_at = app_now(), closing_claimed_at = app_now(), closing_reason = 'USER'`;
    expect(await resumeClosings(shop.deps)).toBe(0);
    await pass(shop, 11);
    expect(await Promise.all([resumeClosings(shop.deps), resumeClosings(shop.deps)])).toContain(1);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "CANCELED" });
    expect(shop.upstream.canceled).toHaveLength(1);
  });

  it("at the end of the window a code that is there is shown and paid", async () => {
    const order = await rent(shop, actor);
    shop.upstream.deliver(theirId(), "WhatsApp code 515151", "515151");
    await pass(shop, 1_201);
    await expireOrders(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "COMPLETED", code: "515151" });
  });

  it("at the end a silent supplier does not delay the refund, and a late code is our loss", async () => {
    const order = await rent(shop, actor);
    shop.upstream.isDead = true;
    await pass(shop, 1_201);
    await expireOrders(shop.deps);
    expect(await orderOf(shop, actor, order.id)).toMatchObject({ status: "EXPIRED" });
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);

    shop.upstream.isDead = false;
    shop.upstream.deliver(theirId(), "WhatsApp code 616161", "616161");
    await shop.deps.db.$executeRaw`UPDATE providers SET consecutive_failures = 0`;
    await ripe();
    await watchRefunded(shop.deps);
    expect(await row(order.id)).toMatchObject({ lossMicros: 100_000n, watchUntil: null });
    expect(await orderOf(shop, actor, order.id)).toMatchObject({
      status: "EXPIRED",
      code: null,
      lateCode: true,
      messages: [],
    });
    expect(shop.upstream.finished).toHaveLength(1);
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
  });

  it("what was refunded without an answer is cancelled when the supplier is back", async () => {
    const order = await rent(shop, actor);
    shop.upstream.isDead = true;
    await pass(shop, 1_201);
    await expireOrders(shop.deps);
    shop.upstream.isDead = false;
    await shop.deps.db.$executeRaw`UPDATE providers SET consecutive_failures = 0`;
    await ripe();
    await watchRefunded(shop.deps);
    expect(await row(order.id)).toMatchObject({ watchUntil: null, lossMicros: 0n });
    expect(shop.upstream.live).toEqual([]);
  });
});
