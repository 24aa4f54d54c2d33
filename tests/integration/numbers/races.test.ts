import { afterEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { raceLateSms } from "./late-sms-race";
import {
  addNumbers,
  expectSound,
  money,
  newCustomer,
  openShop,
  PRICE,
  pass,
  rent,
  rentInput,
  type Shop,
  sms,
} from "./numbers-fixture";

let database: TestDatabase;

async function open(options: Parameters<typeof openShop>[1], poolSize?: number): Promise<Shop> {
  database = await createTestDatabase({ poolSize });
  return openShop(database.db, options);
}
afterEach(() => database.close());

async function customers(shop: Shop, count: number): Promise<UserActor[]> {
  return Promise.all(Array.from({ length: count }, () => newCustomer(shop, 100n * PRICE)));
}

describe("the last numbers", () => {
  it("1,000 rents at once of 100 numbers sell exactly 100", async () => {
    const shop = await open({ ownNumbers: 100 });
    const people = await customers(shop, 50);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) =>
        rentNumber(shop.deps, people[index % people.length] as UserActor, rentInput()),
      ),
    );
    const sold = answers.flatMap((answer) => (answer.ok ? [answer.order.phoneE164] : []));
    expect(sold).toHaveLength(100);
    expect(new Set(sold).size).toBe(100);
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.reason])))).toEqual(
      new Set(["no_stock"]),
    );
    await expectSound(shop);
    // Who came too late was refused before money moved: at most those who were at it at the same moment were released.
    expect(await shop.deps.db.order.count({ where: { status: "FAILED" } })).toBeLessThan(100);
  });

  it("a small pool serves many rents at once", async () => {
    const shop = await open({ ownNumbers: 60 }, 3);
    const [actor] = await customers(shop, 1);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => rentNumber(shop.deps, actor as UserActor, rentInput())),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(60);
    await expectSound(shop);
  });

  it("a wallet rents exactly what it can pay", async () => {
    const shop = await open({ ownNumbers: 50 });
    const actor = await newCustomer(shop, 20n * PRICE + 1n);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => rentNumber(shop.deps, actor, rentInput())),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
    expect(await money(shop, actor)).toEqual([1n, 20n * PRICE, 0n]);
    await expectSound(shop);
  });

  it("one number is rented, cancelled and rented again without end", async () => {
    const shop = await open({ ownNumbers: 1 });
    const people = await customers(shop, 8);
    await Promise.all(
      people.map(async (actor) => {
        for (let got = 0; got < 3; ) {
          const rented = await rentNumber(shop.deps, actor, rentInput());
          if (!rented.ok) continue;
          got += 1;
          expect(await cancelOrder(shop.deps, actor, { orderId: rented.order.id })).toMatchObject({
            ok: true,
          });
        }
      }),
    );
    expect(await shop.deps.db.order.count({ where: { status: "CANCELED" } })).toBe(24);
    await expectSound(shop);
  });
});

describe("the end and the SMS at the same moment", () => {
  it("ends captured with a code or released without, 200 times", async () => {
    const shop = await open({ ownNumbers: 200 });
    const { captured, released } = await raceLateSms(shop, 200);
    expect(captured + released).toBe(200);
    await expectSound(shop);
  });

  it("sweeps of several processes end each order once", async () => {
    const shop = await open({ ownNumbers: 100 });
    const [actor] = await customers(shop, 1);
    for (let index = 0; index < 100; index += 1) await rent(shop, actor as UserActor);
    await pass(shop, 1_201);
    const ended = await Promise.all(Array.from({ length: 4 }, () => expireOrders(shop.deps)));
    expect(ended.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(await shop.deps.db.outboxEvent.count({ where: { kind: "order.expired" } })).toBe(100);
    expect(await money(shop, actor as UserActor)).toEqual([100n * PRICE, 0n, 0n]);
    await expectSound(shop);
  });

  it("many codes at once are paid once", async () => {
    const shop = await open({ ownNumbers: 1 });
    const actor = await newCustomer(shop, PRICE);
    const { phoneE164 } = await rent(shop, actor);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        receiveMessage(shop.deps, sms(phoneE164, `WhatsApp code ${100_000 + index}`)),
      ),
    );
    expect(await money(shop, actor)).toEqual([0n, 0n, 0n]);
    expect(await shop.deps.db.order.findFirst()).toMatchObject({ messageCount: 20 });
    await addNumbers(shop, 1);
    await expectSound(shop);
  });
});
