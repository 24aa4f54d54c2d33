import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { expectRefused } from "../wallet/wallet-fixture";
import { newCustomer, openShop, rent, type Shop, sms } from "./numbers-fixture";

let database: TestDatabase;
let shop: Shop;
let ended: string;
let paid: string;
let live: string;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db, { ownNumbers: 3 });
  const actor = await newCustomer(shop);
  ended = (await rent(shop, actor)).id;
  await cancelOrder(shop.deps, actor, { orderId: ended });
  const withCode = await rent(shop, actor);
  paid = withCode.id;
  await receiveMessage(shop.deps, sms(withCode.phoneE164, "WhatsApp code 123456"));
  live = (await rent(shop, actor)).id;
});
afterAll(() => database.close());

const OR001 = "OR001";
const CHECK = "23514";
const UNIQUE = "23505";

it.each<[string, string, (ids: { ended: string; paid: string; live: string }) => string]>([
  [
    "an end is taken back",
    OR001,
    ({ ended: id }) => `UPDATE orders SET status = 'ACTIVE', end_at = NULL WHERE id = '${id}'`,
  ],
  [
    "an end becomes another",
    OR001,
    ({ ended: id }) => `UPDATE orders SET status = 'EXPIRED' WHERE id = '${id}'`,
  ],
  [
    "a refunded order gets a code",
    OR001,
    ({ ended: id }) => `UPDATE orders SET first_code_at = now() WHERE id = '${id}'`,
  ],
  ["a price changes", OR001, ({ live: id }) => `UPDATE orders SET price_micros = 1 WHERE id = '${id}'`],
  [
    "an order changes hands",
    OR001,
    ({ live: id }) => `UPDATE orders SET user_id = '${randomUUID()}' WHERE id = '${id}'`,
  ],
  ["an order gets another hold", OR001, ({ live: id }) => `UPDATE orders SET hold_id = 1 WHERE id = '${id}'`],
  [
    "a code is forgotten",
    OR001,
    ({ paid: id }) => `UPDATE orders SET first_code_at = NULL, verification_code = NULL WHERE id = '${id}'`,
  ],
  [
    "a paid order is released",
    CHECK,
    ({ paid: id }) =>
      `UPDATE orders SET status = 'CANCELED', close_reason = 'USER', end_at = now() WHERE id = '${id}'`,
  ],
  [
    "an order without a code is complete",
    CHECK,
    ({ live: id }) =>
      `UPDATE orders SET status = 'COMPLETED', close_reason = 'FINISHED', end_at = now() WHERE id = '${id}'`,
  ],
  [
    "an order ends without a time",
    CHECK,
    ({ live: id }) => `UPDATE orders SET status = 'CANCELED', close_reason = 'USER' WHERE id = '${id}'`,
  ],
  [
    "more is refunded than was paid",
    CHECK,
    ({ paid: id }) =>
      `UPDATE orders SET refunded_micros = price_micros + 1, refunded_at = now() WHERE id = '${id}'`,
  ],
  [
    "a closing has no reason",
    CHECK,
    ({ live: id }) => `UPDATE orders SET closing_at = now() WHERE id = '${id}'`,
  ],
  [
    "a number is sold twice at once",
    UNIQUE,
    ({ live: id, paid: other }) =>
      `UPDATE orders SET phone_number_id = (SELECT phone_number_id FROM orders WHERE id = '${other}') WHERE id = '${id}'`,
  ],
  [
    "a number is held twice",
    UNIQUE,
    ({ live: id }) => `UPDATE phone_number_services SET live_order_id = '${id}' WHERE live_order_id IS NULL`,
  ],
  ["a price is below zero", CHECK, () => "UPDATE offers SET current_price_micros = -1"],
  ["a number is no number", CHECK, () => "UPDATE phone_numbers SET e164 = '0800'"],
])("the database refuses that %s", async (_, code, statement) => {
  await expectRefused(database.url, code, [statement({ ended, paid, live })]);
});

it("order numbers begin at 100001 and fit what old clients can count", async () => {
  const numbers = (await database.db.order.findMany({ orderBy: { number: "asc" } })).map(
    ({ number }) => number,
  );
  expect(numbers).toEqual([100_001, 100_002, 100_003]);
});
