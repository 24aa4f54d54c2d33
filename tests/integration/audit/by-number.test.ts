import { afterAll, beforeAll, expect, it } from "vitest";
import { listAuditEvents } from "@/lib/domain/audit/queries/audit-events";
import { systemActor } from "@/lib/domain/kernel/actor";
import { newCustomer, openShop, rent, type Shop } from "../numbers/numbers-fixture";
import { openTestWallet, type TestWallet } from "../wallet/wallet-fixture";

let wallet: TestWallet;
let shop: Shop;

beforeAll(async () => {
  wallet = await openTestWallet();
  shop = await openShop(wallet.db, { ownNumbers: 3 });
});

afterAll(() => wallet.close());

it("what happened to an order is found by its number, in any digits and with its sign", async () => {
  const customer = await newCustomer(shop);
  const [order, other] = [await rent(shop, customer), await rent(shop, customer)];
  const found = async (search: string) => {
    const asked = { page: 1, pageSize: 25 };
    const { rows } = await listAuditEvents(shop.deps, systemActor("test"), { search }, asked);
    return [...new Set(rows.map(({ targetId }) => targetId))];
  };
  const persian = String(order.number).replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)));
  for (const search of [String(order.number), `#${order.number}`, ` ${persian} `])
    expect(await found(search)).toEqual([order.id]);
  expect(await found(String(other.number))).toEqual([other.id]);
  expect(await found("99999999")).toEqual([]);
});
