import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { refundCaptured } from "@/lib/domain/wallet/commands/refund-captured";
import { giveWelcomeCredit } from "@/lib/domain/wallet/commands/welcome-credit";
import { checkLedger } from "@/lib/domain/wallet/queries";
import {
  actorOf,
  deposit,
  heldOrder,
  moneyOf,
  newUser,
  openTestWallet,
  stockShelf,
  type TestWallet,
  walletDeps,
} from "./wallet-fixture";

let database: TestWallet;

beforeAll(async () => {
  database = await openTestWallet();
});

afterAll(() => database.close());

const operator = systemActor("operator", "cli");

function grant(userId: string, amountMicros: bigint, more: { key?: string; mayOwe?: boolean } = {}) {
  return grantCredit(walletDeps(database.db), operator, {
    userId,
    amountMicros,
    reason: "goodwill",
    key: randomUUID(),
    ...more,
  });
}

describe("grants", () => {
  it("credit once per key, with an audit row and an event", async () => {
    const userId = await newUser(database.db);
    const key = randomUUID();
    expect(await grant(userId, 500n, { key })).toEqual({ ok: true, replayed: false });
    expect(await grant(userId, 500n, { key })).toEqual({ ok: true, replayed: true });
    expect(await grant(userId, 501n, { key })).toEqual({ ok: false, reason: "idempotency_mismatch" });
    expect(await moneyOf(database.db, userId)).toEqual([500n, 0n, 0n]);
    const audits = await database.db.auditEvent.findMany({ where: { targetId: userId } });
    expect(audits).toMatchObject([{ action: "wallet.credit_granted", reason: "goodwill", actorKind: "CLI" }]);
    expect(await database.db.outboxEvent.count({ where: { userId, kind: "wallet.changed" } })).toBe(1);
  });

  it("take back no more than is available, unless debt is allowed; later money pays the debt first", async () => {
    const userId = await newUser(database.db);
    await grant(userId, 500n);
    expect(await grant(userId, -700n)).toEqual({
      ok: false,
      reason: "insufficient_funds",
      details: { missingMicros: "200", availableMicros: "500" },
    });
    const key = randomUUID();
    expect(await grant(userId, -700n, { key, mayOwe: true })).toEqual({ ok: true, replayed: false });
    expect(await moneyOf(database.db, userId)).toEqual([0n, 0n, -200n]);
    await deposit(database.db, userId, 150n);
    expect(await moneyOf(database.db, userId)).toEqual([0n, 0n, -50n]);
    await deposit(database.db, userId, 150n);
    expect(await moneyOf(database.db, userId)).toEqual([100n, 0n, 0n]);
    expect(await grant(userId, -700n, { key })).toEqual({ ok: true, replayed: true });
  });

  it("are for administrators and the product, within limits, to people who exist", async () => {
    const userId = await newUser(database.db);
    const deps = walletDeps(database.db);
    const input = { userId, amountMicros: 5n, reason: "goodwill", key: randomUUID() };
    expect(await grantCredit(deps, actorOf(userId), input)).toEqual({ ok: false, reason: "forbidden" });
    expect(await grantCredit(deps, actorOf(userId, "SUPPORT"), input)).toEqual({
      ok: false,
      reason: "forbidden",
    });
    expect(await grant(userId, 0n)).toEqual({ ok: false, reason: "amount_invalid" });
    expect(await grant(userId, 10_000_000_001n)).toEqual({ ok: false, reason: "amount_too_large" });
    expect(await grant(randomUUID(), 5n)).toEqual({ ok: false, reason: "not_found" });
    expect(await grantCredit(deps, actorOf(userId, "ADMIN"), input)).toEqual({ ok: true, replayed: false });
  });
});

describe("sandbox money", () => {
  it("welcomes a user once", async () => {
    const userId = await newUser(database.db);
    const welcome = () =>
      inTransaction(database, (tx) => giveWelcomeCredit(tx, { userId, lineId: randomUUID() }));
    expect(await welcome()).toMatchObject({ replayed: false });
    expect(await welcome()).toMatchObject({ replayed: true });
    expect(await moneyOf(database.db, userId)).toEqual([1_000_000n, 0n, 0n]);
  });
});

describe("refunds after the code", () => {
  it("give back whole or part, never more than was paid, and once per key", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 500n);
    const { holdId, orderId } = await heldOrder(db, await stockShelf(db), userId, 300n);
    const refund = (amountMicros: bigint, key: string) =>
      inTransaction({ db }, (tx) =>
        refundCaptured(tx, {
          userId,
          orderId,
          amountMicros,
          revenueAccount: "rev:otp",
          key,
          lineId: randomUUID(),
        }),
      );
    expect(await refund(100n, "refund:held")).toMatchObject({ reason: "already_refunded" });
    await inTransaction({ db }, (tx) => captureHold(tx, { holdId, revenueAccount: "rev:otp" }));
    expect(await refund(100n, "refund:first")).toMatchObject({ replayed: false });
    expect(await refund(201n, "refund:second")).toMatchObject({
      reason: "already_refunded",
      details: { refundableMicros: "200" },
    });
    expect(await refund(200n, "refund:third")).toMatchObject({ replayed: false });
    expect(await refund(200n, "refund:third")).toMatchObject({ replayed: true });
    expect(await moneyOf(db, userId)).toEqual([500n, 0n, 0n]);
    expect(await checkLedger({ db })).toEqual({ ok: true, problems: [] });
  });
});
