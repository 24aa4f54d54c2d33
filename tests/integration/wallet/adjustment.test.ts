import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { getLedgerTransaction } from "@/lib/domain/wallet/queries/ledger-transactions";
import { previewAdjustment } from "@/lib/domain/wallet/queries/preview-adjustment";
import { listStatement, readStatementMonth } from "@/lib/domain/wallet/queries/statement";
import {
  actorOf,
  deposit,
  heldOrder,
  newUser,
  openTestWallet,
  stockShelf,
  type TestWallet,
  walletDeps,
} from "./wallet-fixture";

let database: TestWallet;
const reason = "a promise kept";

beforeAll(async () => {
  database = await openTestWallet();
});

afterAll(() => database.close());

async function preview(userId: string, amountMicros: bigint, mayOwe = false) {
  const admin = actorOf(await newUser(database.db), "ADMIN");
  const answer = await previewAdjustment(database, admin, { userId, amountMicros, mayOwe });
  if (!answer.ok) throw new Error(answer.reason);
  return { admin, preview: answer.preview };
}

describe("an adjustment", () => {
  it("posts exactly the entries that were shown, whatever was there", async () => {
    const deps = walletDeps(database.db);
    const userId = await newUser(database.db);
    await deposit(database.db, userId, 1_000n);
    for (const amountMicros of [500n, -2_000n, 100n, 900n, -400n]) {
      const shown = await preview(userId, amountMicros, true);
      const key = randomUUID();
      const input = { userId, amountMicros, reason, mayOwe: true, key, seen: shown.preview.seen };
      expect(await grantCredit(deps, shown.admin, input)).toEqual({ ok: true, replayed: false });
      const row = await database.db.ledgerTransaction.findUniqueOrThrow({
        where: { idempotencyKey: `grant:${key}` },
      });
      const posted = await getLedgerTransaction(database, shown.admin, row.id.toString());
      const sides = (posted?.transaction.entries ?? []).map((entry) => ({
        account: entry.accountCode,
        amountMicros: entry.amountMicros,
        afterMicros: entry.balanceAfterMicros,
      }));
      const expected = shown.preview.entries.map(({ account, amountMicros: amount, afterMicros }) => ({
        account,
        amountMicros: amount,
        afterMicros,
      }));
      expect(new Set(sides.map((side) => JSON.stringify(side, text)))).toEqual(
        new Set(expected.map((side) => JSON.stringify(side, text))),
      );
    }
  });

  it("posts nothing when the balance moved since, and hears of its own success", async () => {
    const deps = walletDeps(database.db);
    const userId = await newUser(database.db);
    await deposit(database.db, userId, 1_000n);
    const { admin, preview: shown } = await preview(userId, 50n);
    await deposit(database.db, userId, 1n);
    const input = { userId, amountMicros: 50n, reason, key: randomUUID(), seen: shown.seen };
    expect(await grantCredit(deps, admin, input)).toMatchObject({ reason: "balance_moved" });
    const again = { ...input, seen: (await preview(userId, 50n)).preview.seen };
    expect(await grantCredit(deps, admin, again)).toEqual({ ok: true, replayed: false });
    expect(await grantCredit(deps, admin, again)).toEqual({ ok: true, replayed: true });
    const audit = await database.db.auditEvent.findMany({
      where: { targetId: userId, actorId: admin.userId },
    });
    expect(audit).toMatchObject([
      {
        action: "wallet.credit_granted",
        before: { available: "0.001001", debt: "0.00" },
        after: { available: "0.001051", amount: "0.00005" },
        reason,
      },
    ]);
  });

  it("is not previewed for support, nor beyond what is there", async () => {
    const userId = await newUser(database.db);
    const input = { userId, amountMicros: -5n };
    expect(await previewAdjustment(database, actorOf(userId, "SUPPORT"), input)).toMatchObject({
      reason: "forbidden",
    });
    expect(await previewAdjustment(database, actorOf(userId, "ADMIN"), input)).toMatchObject({
      reason: "insufficient_funds",
    });
  });
});

const text = (_: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

describe("the statement table", () => {
  it("is filtered by kind, day and words, and only one's own", async () => {
    const { db } = database;
    const userId = await newUser(db);
    const scope = customerScopeOf(userId);
    await deposit(db, userId, 1_000n);
    await heldOrder(db, await stockShelf(db), userId, 300n);
    const count = async (filter: Parameters<typeof listStatement>[2]) =>
      (await listStatement(database, scope, filter, { page: 1, pageSize: 25 })).total;
    expect(await count({})).toBe(2);
    expect(await count({ type: "DEPOSIT" })).toBe(1);
    expect(await count({ type: "nonsense" })).toBe(2);
    expect(await count({ search: "%" })).toBe(0);
    expect(await count({ to: "2000-01-01" })).toBe(0);
    const other = customerScopeOf(await newUser(db));
    expect((await listStatement(database, other, {}, { page: 1, pageSize: 25 })).total).toBe(0);
    const { rows } = await listStatement(database, scope, {}, { page: 9, pageSize: 25 });
    expect(rows.map((row) => row.postings.at(-1)?.availableAfterMicros)).toEqual([700n, 1_000n]);
  });

  it("adds up over a month", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 1_000n);
    const line = await db.walletTransaction.findFirstOrThrow({ where: { userId } });
    const month = line.createdAt.toISOString().slice(0, 7);
    const statement = await readStatementMonth(database, customerScopeOf(userId), month);
    expect(statement).toMatchObject({ openingMicros: 0n, closingMicros: 1_000n });
    expect(statement?.lines).toHaveLength(1);
    const later = await readStatementMonth(database, customerScopeOf(userId), "2099-01");
    expect(later).toMatchObject({ openingMicros: 1_000n, closingMicros: 1_000n, lines: [] });
    expect(await readStatementMonth(database, customerScopeOf(userId), "2026-13")).toBeNull();
  });
});
