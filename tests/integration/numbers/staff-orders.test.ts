import { afterAll, beforeAll, expect, test } from "vitest";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { getStaffOrder } from "@/lib/domain/numbers/queries/staff-order";
import { eachStaffOrder, listStaffOrders } from "@/lib/domain/numbers/queries/staff-orders";
import { actorOf, newUser, openTestWallet, type TestWallet } from "../wallet/wallet-fixture";
import { newCustomer, openShop, rent, type Shop, sms } from "./numbers-fixture";

let wallet: TestWallet;
let shop: Shop;
const asked = { page: 1, pageSize: 25, sort: "startedAt", direction: "desc" as const };

beforeAll(async () => {
  wallet = await openTestWallet();
  shop = await openShop(wallet.db, { ownNumbers: 10 });
});

afterAll(() => wallet.close());

test("staff find an order by number, id, phone and customer, and narrow by what it is", async () => {
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  const customer = await newCustomer(shop);
  const order = await rent(shop, customer);
  const other = await rent(shop, await newCustomer(shop), { service: "telegram" });
  const found = async (filter: Parameters<typeof listStaffOrders>[2]) =>
    (await listStaffOrders(shop.deps, support, filter, asked)).rows.map(({ id }) => id);
  const { username } = await wallet.db.user.findUniqueOrThrow({ where: { id: customer.userId } });
  for (const search of [String(order.number), `#${order.number}`, order.id, customer.userId, username]) {
    expect(await found({ search }), search).toEqual([order.id]);
  }
  // One number may serve both: each for its own service.
  const onTheNumber = [other, order].filter(({ phoneE164 }) => phoneE164 === order.phoneE164);
  expect(await found({ search: order.phoneE164 ?? "" })).toEqual(onTheNumber.map(({ id }) => id));
  expect(await found({ service: "wa", provider: "own", country: "br", status: "ACTIVE" })).toEqual([
    order.id,
  ]);
  expect(await found({ service: "wa", status: "FAILED" })).toEqual([]);
  expect(await found({ to: "2001-01-01" })).toEqual([]);
  expect(await found({ from: "2001-01-01", search: "nobody" })).toEqual([]);
  expect(await found({ status: "nonsense", from: "yesterday" }), "what cannot be is left out").toHaveLength(
    2,
  );
});

test("a page beyond the last is the last; sorting turns the list; the export has every row", async () => {
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  const far = await listStaffOrders(shop.deps, support, {}, { ...asked, page: 900 });
  expect(far).toMatchObject({ page: 1, total: 2, isTotalCapped: false });
  const up = await listStaffOrders(shop.deps, support, {}, { ...asked, sort: "number", direction: "asc" });
  expect(up.rows.map(({ id }) => id)).toEqual([...far.rows].reverse().map(({ id }) => id));
  for (const [order, page] of [
    [{}, [...up.rows].reverse()],
    [{ sort: "number", direction: "asc" }, up.rows],
  ] as const) {
    const all: string[] = [];
    for await (const { id } of eachStaffOrder(shop.deps, support, {}, order)) all.push(id);
    expect(all).toEqual(page.map(({ id }) => id));
  }
});

test("the page of one order has its facts and money, and no word of its messages", async () => {
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  const customer = await newCustomer(shop);
  const order = await rent(shop, customer);
  await receiveMessage(shop.deps, sms(order.phoneE164, "Your WhatsApp code is 482913"));
  const seen = await getStaffOrder(shop.deps, support, order.id);
  expect(seen).toMatchObject({
    code: null,
    messages: [],
    received: [{ from: "WhatsApp", isLate: false, isForeign: false }],
    hold: { status: "CAPTURED", amount: "0.35", captured: "0.35" },
    lines: [{ type: "PURCHASE", status: "COMPLETED", amount: "-0.35" }],
    facts: { messageCount: 1, idempotencyScope: "test" },
  });
  expect(JSON.stringify(seen)).not.toContain("482913");
});

test("customers read nobody's orders here", async () => {
  const customer = await newCustomer(shop);
  const order = await rent(shop, customer);
  await expect(listStaffOrders(shop.deps, customer, {}, asked)).rejects.toMatchObject({
    patchbayCode: "forbidden",
  });
  expect(await getStaffOrder(shop.deps, customer, order.id)).toBeNull();
});
