import { afterAll, beforeAll, expect, it } from "vitest";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { listPendingHolds } from "@/lib/domain/wallet/queries/statement";
import { deposit, heldOrder, newUser, openTestWallet, stockShelf, type TestWallet } from "./wallet-fixture";

let database: TestWallet;

beforeAll(async () => {
  database = await openTestWallet();
});

afterAll(() => database.close());

it("a hold tells the end that its order tells, not when staff are alarmed", async () => {
  const { db } = database;
  const shelf = await stockShelf(db);
  const userId = await newUser(db);
  await deposit(db, userId, 1_000n);
  const running = await heldOrder(db, shelf, userId, 300n);
  const endsAt = new Date("2026-11-21T10:20:00.000Z");
  const { orderId: id, holdId } = running;
  await db.order.update({ where: { id }, data: { holdId, expiresAt: endsAt } });
  const [hold] = await listPendingHolds(database, customerScopeOf(userId));
  expect(hold?.order).toMatchObject({ id, endsAt: endsAt.toISOString() });
  expect(hold?.expiresAt).not.toBe(endsAt.toISOString());

  await db.order.update({ where: { id }, data: { expiresAt: null } });
  const [connecting] = await listPendingHolds(database, customerScopeOf(userId));
  expect(connecting?.order).toMatchObject({ id, endsAt: null });
});
