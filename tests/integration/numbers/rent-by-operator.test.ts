import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listOffersForCountry } from "@/lib/domain/catalog/queries";
import { listSoldOperators } from "@/lib/domain/catalog/queries/offer-operators";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { refreshSupplierOffers } from "@/lib/domain/numbers/commands/refresh-supplier-offers";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import {
  addNumbers,
  expectSound,
  money,
  newCustomer,
  openShop,
  PRICE,
  rent,
  rentInput,
  type Shop,
} from "./numbers-fixture";

let database: TestDatabase;
let shop: Shop;
let actor: UserActor;
let operators: Record<string, string>;
const START = 10n * PRICE;

beforeEach(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db);
  actor = await newCustomer(shop, START);
  operators = { claro: randomUUID(), vivo: randomUUID() };
  await database.db.operator.createMany({
    data: Object.entries(operators).map(([code, id]) => ({
      id,
      code,
      name: code,
      countryId: shop.countryId,
    })),
  });
  shop.upstream.offers = ["wa", "tg"].map((serviceCode) => ({
    serviceCode,
    countryLegacyId: 73,
    costMicros: 100_000n,
    count: 30,
  }));
  shop.upstream.operatorCounts = { claro: 12, nobody_knows: 3 };
});
afterEach(async () => {
  await expectSound(shop);
  await database.close();
});

const stockOf = async (operator?: string) =>
  (await listOffersForCountry(shop.deps, "br", operator)).map(({ stock }) => stock);

describe("stock by operator", () => {
  it("is what the supplier has of it, and never more than it has in all", async () => {
    await refreshSupplierOffers(shop.deps);
    expect(await listSoldOperators(shop.deps, { country: "br" })).toEqual([{ code: "claro", name: "claro" }]);
    expect(await stockOf()).toEqual([30, 30]);
    expect(await stockOf("claro")).toEqual([12, 12]);
    expect(await stockOf("vivo")).toEqual([0, 0]);
    expect(await stockOf("nobody_knows")).toEqual([]);

    shop.upstream.operatorCounts = { claro: 99 };
    await refreshSupplierOffers(shop.deps);
    expect(await stockOf("claro")).toEqual([30, 30]);
  });

  it("goes with what the supplier stops naming", async () => {
    await refreshSupplierOffers(shop.deps);
    shop.upstream.offers = shop.upstream.offers.slice(0, 1);
    shop.upstream.operatorCounts = {};
    await refreshSupplierOffers(shop.deps);
    expect((await stockOf("claro")).sort()).toEqual([0, 12]);
  });

  it("counts our own numbers of that operator", async () => {
    const [e164] = await addNumbers(shop, 3);
    await shop.deps.db.phoneNumber.updateMany({
      where: { e164: e164 ?? "" },
      data: { operatorId: operators.vivo ?? "" },
    });
    expect(await stockOf("vivo")).toEqual([1, 1]);
    expect(await stockOf()).toEqual([3, 3]);
  });
});

describe("renting from one operator", () => {
  it("asks the supplier for it, at its own price, and the order says which it was", async () => {
    await refreshSupplierOffers(shop.deps);
    await shop.deps.db.offer.create({
      data: {
        id: randomUUID(),
        serviceId: shop.services.wa ?? "",
        countryId: shop.countryId,
        operatorId: operators.claro ?? "",
        basePriceMicros: 500_000n,
        currentPriceMicros: 500_000n,
      },
    });
    const dearer = rentInput({ operator: "claro" });
    expect(await rentNumber(shop.deps, actor, dearer)).toMatchObject({ reason: "price_changed" });
    const order = await rent(shop, actor, { operator: "claro", expectedPriceMicros: 500_000n });
    expect(order).toMatchObject({ status: "ACTIVE", price: "0.50" });
    expect(shop.upstream.bought).toMatchObject([{ operator: "claro", maxCostMicros: 475_000n }]);
    const row = await shop.deps.db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect(row.operatorId).toBe(operators.claro);
  });

  it("gives our own number of that operator and no other", async () => {
    const [, second] = await addNumbers(shop, 2);
    await shop.deps.db.phoneNumber.updateMany({
      where: { e164: second ?? "" },
      data: { operatorId: operators.vivo ?? "" },
    });
    expect(await rent(shop, actor, { operator: "vivo" })).toMatchObject({ phoneE164: second });
    expect(await rentNumber(shop.deps, actor, rentInput({ operator: "vivo" }))).toMatchObject({
      ok: false,
      reason: "no_stock",
    });
  });

  it("does not take another operator's number for it: the number and the money go back", async () => {
    await refreshSupplierOffers(shop.deps);
    shop.upstream.soldOperator = "vivo";
    const refused = await rentNumber(shop.deps, actor, rentInput({ operator: "claro" }));
    expect(refused).toMatchObject({ ok: false, reason: "no_stock" });
    expect(shop.upstream.live).toEqual([]);
    expect(await money(shop, actor)).toEqual([START, 0n, 0n]);
  });

  it("is sold out alone: any other operator can still be had", async () => {
    await refreshSupplierOffers(shop.deps);
    shop.upstream.nextBuys = [{ kind: "no_numbers" }];
    expect(await rentNumber(shop.deps, actor, rentInput({ operator: "claro" }))).toMatchObject({
      reason: "no_stock",
    });
    expect(await rent(shop, actor)).toMatchObject({ status: "ACTIVE" });
  });

  it("is refused where the country has no such operator, and is part of what one key asks for", async () => {
    await refreshSupplierOffers(shop.deps);
    expect(await rentNumber(shop.deps, actor, rentInput({ operator: "nobody_knows" }))).toMatchObject({
      reason: "bad_operator",
    });
    const input = rentInput({ operator: "claro" });
    expect(await rentNumber(shop.deps, actor, input)).toMatchObject({ ok: true });
    const other = { ...input, operator: undefined };
    expect(await rentNumber(shop.deps, actor, other)).toMatchObject({ reason: "idempotency_mismatch" });
  });
});
