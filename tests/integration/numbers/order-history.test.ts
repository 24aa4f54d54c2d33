import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setFavorite } from "@/lib/domain/catalog/commands/set-favorite";
import { listFavoriteServices } from "@/lib/domain/catalog/queries/favorites";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { findOrders } from "@/lib/domain/numbers/queries/find-orders";
import {
  eachHistoryOrder,
  listOrderHistory,
  listRentedThings,
} from "@/lib/domain/numbers/queries/order-history";
import { listRecentServices } from "@/lib/domain/numbers/queries/recent-services";
import { readSpending } from "@/lib/domain/numbers/queries/spending";
import type { OrderView } from "@/lib/domain/numbers/types";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { addNumbers, newCustomer, openShop, PRICE, rent, type Shop, sms } from "./numbers-fixture";

const FIRST = { page: 1, pageSize: 25 };
let database: TestDatabase;
let shop: Shop;
let actor: UserActor;
let paid: OrderView;
let canceled: OrderView;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db);
  await addNumbers(shop, 3);
  actor = await newCustomer(shop, 5_000_000n);
  paid = await rent(shop, actor);
  await receiveMessage(shop.deps, sms(paid.phoneE164, "WhatsApp code 482-913"));
  canceled = await rent(shop, actor);
  await cancelOrder(shop.deps, actor, { orderId: canceled.id });
});

afterAll(() => database.close());

describe("the history of a customer", () => {
  const list = (filter: Parameters<typeof listOrderHistory>[2]) =>
    listOrderHistory(shop.deps, customerScope(actor), filter, FIRST);
  const numbers = async (filter: Parameters<typeof listOrderHistory>[2]) =>
    (await list(filter)).rows.map(({ number }) => number);

  it("comes newest first and is narrowed by outcome, number, service, country and day", async () => {
    expect(await numbers({})).toEqual([canceled.number, paid.number]);
    expect(await numbers({ outcome: "refunded" })).toEqual([canceled.number]);
    expect(await numbers({ outcome: "running" })).toEqual([paid.number]);
    expect(await numbers({ search: String(paid.number) })).toEqual([paid.number]);
    expect(await numbers({ search: paid.phoneE164?.slice(-6) })).toContain(paid.number);
    expect(await numbers({ search: "whats" })).toHaveLength(2);
    expect(await numbers({ search: "%" })).toEqual([]);
    expect(await numbers({ service: "whatsapp", country: "br" })).toHaveLength(2);
    expect(await numbers({ service: "telegram" })).toEqual([]);
    expect(await numbers({ to: "2000-01-01" })).toEqual([]);
    expect(await numbers({ from: "not a day" }), "what is no day narrows nothing").toHaveLength(2);
  });

  it("belongs to its owner, and knows what can be filtered", async () => {
    const other = await newCustomer(shop);
    expect((await listOrderHistory(shop.deps, customerScope(other), {}, FIRST)).total).toBe(0);
    expect(await listRentedThings(shop.deps, customerScope(other))).toEqual({ services: [], countries: [] });
    expect((await listRentedThings(shop.deps, customerScope(actor))).services).toEqual([
      { slug: "whatsapp", name: "WhatsApp" },
    ]);
    expect(await findOrders(shop.deps, other, String(paid.number), 5)).toEqual([]);
    expect(await findOrders(shop.deps, actor, paid.phoneE164 ?? "", 5)).toMatchObject([
      { id: paid.id, isOwn: true },
    ]);
    const staff = { ...other, role: "SUPPORT" as const };
    expect(await findOrders(shop.deps, staff, paid.id, 5)).toMatchObject([{ id: paid.id, isOwn: false }]);
    const part = paid.phoneE164?.slice(-5) ?? "";
    expect(await findOrders(shop.deps, actor, `${part.slice(0, 2)} ${part.slice(2)}`, 5)).toMatchObject([
      { id: paid.id },
    ]);
    expect(await findOrders(shop.deps, other, part, 5)).toEqual([]);
    expect(await findOrders(shop.deps, staff, part, 5), "everybody's are found by the whole number").toEqual(
      [],
    );
  });

  it("can be read to its end", async () => {
    const seen: number[] = [];
    for await (const order of eachHistoryOrder(shop.deps, customerScope(actor), {})) seen.push(order.number);
    expect(seen).toEqual([canceled.number, paid.number]);
    const oldest: number[] = [];
    const order = { sort: "date", direction: "asc" } as const;
    for await (const { number } of eachHistoryOrder(shop.deps, customerScope(actor), {}, order))
      oldest.push(number);
    expect(oldest).toEqual([paid.number, canceled.number]);
  });

  it("sums what was paid, not what was held", async () => {
    const spent = await readSpending(shop.deps, customerScope(actor), 30);
    expect(spent.totalMicros).toBe(PRICE);
    expect(spent.days).toHaveLength(30);
    expect(spent.days.at(-1)).toMatchObject({ micros: PRICE, codes: 1 });
    expect(spent.services).toEqual([{ slug: "whatsapp", name: "WhatsApp", micros: PRICE, codes: 1 }]);
  });

  it("remembers what was rented last, and the favourites, once each", async () => {
    expect(await listRecentServices(shop.deps, customerScope(actor), 5)).toEqual(["whatsapp"]);
    const favor = (service: string, isFavorite: boolean) =>
      setFavorite(shop.deps, actor, { service, isFavorite });
    await Promise.all([favor("telegram", true), favor("telegram", true)]);
    await favor("whatsapp", true);
    expect((await listFavoriteServices(shop.deps, customerScope(actor))).sort()).toEqual([
      "telegram",
      "whatsapp",
    ]);
    await favor("telegram", false);
    expect(await listFavoriteServices(shop.deps, customerScope(actor))).toEqual(["whatsapp"]);
    expect(await favor("no-such-service", true)).toEqual({ ok: false, reason: "bad_service" });
  });
});
