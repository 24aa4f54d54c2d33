import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import {
  eachLedgerAccount,
  getLedgerAccount,
  listLedgerAccounts,
} from "@/lib/domain/wallet/queries/ledger-accounts";
import { eachJournalEntry, listJournal } from "@/lib/domain/wallet/queries/ledger-journal";
import { getLedgerTransaction, getOrderLedger } from "@/lib/domain/wallet/queries/ledger-transactions";
import {
  actorOf,
  deposit,
  heldOrder,
  newUser,
  openTestWallet,
  stockShelf,
  type TestWallet,
} from "./wallet-fixture";

const staff = systemActor("test");
const asked = { page: 1, pageSize: 25, sort: "id", direction: "asc" } as const;
let database: TestWallet;
let userId: string;
let orderId: string;

beforeAll(async () => {
  database = await openTestWallet();
  const { db } = database;
  const shelf = await stockShelf(db);
  userId = await newUser(db);
  await deposit(db, userId, 1_000n);
  await deposit(db, userId, 500n);
  const held = await heldOrder(db, shelf, userId, 300n);
  orderId = held.orderId;
  await inTransaction({ db }, (tx) => captureHold(tx, { holdId: held.holdId, revenueAccount: "rev:otp" }));
});

afterAll(() => database.close());

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const accountOf = async (code: string) => {
  const found = await all(eachLedgerAccount(database, staff, {}));
  const account = found.find((candidate) => candidate.code === code);
  if (!account) throw new Error(`no account ${code}`);
  return account;
};

describe("the books for staff", () => {
  it("list every account with its balance, the house's summed from entries", async () => {
    const page = await listLedgerAccounts(database, staff, {}, asked);
    const balances = new Map(page.rows.map((row) => [row.code, row.balanceMicros]));
    expect(balances.get("available")).toBe(1_200n);
    expect(balances.get("held")).toBe(0n);
    expect(balances.get("rev:otp")).toBe(300n);
    expect(
      page.rows.reduce((sum, row) => sum + row.balanceMicros, 0n),
      "two sides",
    ).toBe(0n);
  });

  it("find accounts by owner and kind", async () => {
    const mine = await listLedgerAccounts(database, staff, { search: userId }, asked);
    expect(mine.rows.map((row) => row.userId)).toEqual([userId, userId, userId]);
    const house = await listLedgerAccounts(database, staff, { kind: "SYSTEM", search: "rev:" }, asked);
    expect(house.rows.map((row) => row.code)).toContain("rev:otp");
    expect(house.rows.every((row) => row.userId === null)).toBe(true);
    expect((await listLedgerAccounts(database, staff, { search: "%" }, asked)).total).toBe(0);
  });

  it("run the balance through an account's entries, also page by page and for the house", async () => {
    const available = await accountOf("available");
    const journal = await listJournal(database, staff, available, { page: 1, pageSize: 25 });
    expect(journal.rows.map((row) => [row.amountMicros, row.balanceAfterMicros])).toEqual([
      [-300n, 1_200n],
      [500n, 1_500n],
      [1_000n, 1_000n],
    ]);
    const second = await listJournal(database, staff, available, { page: 2, pageSize: 2 });
    expect(second.rows.map((row) => row.balanceAfterMicros)).toEqual([1_000n]);
    const source = await accountOf("ext:sandbox");
    const entries = await all(eachJournalEntry(database, staff, source));
    expect(entries.map((row) => row.balanceAfterMicros)).toEqual([-1_500n, -1_000n]);
  });

  it("tell an order's hold and transactions, by id and by number", async () => {
    const ledger = await getOrderLedger(database, staff, orderId);
    expect(ledger?.holds).toMatchObject([{ status: "CAPTURED", amountMicros: 300n, capturedMicros: 300n }]);
    expect(ledger?.transactions.map((transaction) => transaction.kind)).toEqual([
      "hold.placed",
      "hold.captured",
    ]);
    for (const { entries } of ledger?.transactions ?? [])
      expect(entries.reduce((sum, entry) => sum + entry.amountMicros, 0n)).toBe(0n);
    const byNumber = await getOrderLedger(database, staff, `#${ledger?.order.number}`);
    expect(byNumber?.order.id).toBe(orderId);
    const first = ledger?.transactions[0];
    expect(await getLedgerTransaction(database, staff, first?.id ?? "")).toMatchObject({
      hold: { ownerId: orderId },
      transaction: { orderId },
    });
  });

  it("have nothing for what is not there, and no customer reads them", async () => {
    expect(await getLedgerAccount(database, staff, "x")).toBeNull();
    expect(await getLedgerTransaction(database, staff, "999999")).toBeNull();
    expect(await getOrderLedger(database, staff, randomUUID())).toBeNull();
    expect(await getOrderLedger(database, staff, "1; DROP")).toBeNull();
    await expect(listLedgerAccounts(database, actorOf(userId), {}, asked)).rejects.toThrow("forbidden");
  });
});
