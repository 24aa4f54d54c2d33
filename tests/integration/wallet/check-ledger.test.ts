import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { checkLedger } from "@/lib/domain/wallet/queries";
import { deposit, heldOrder, newUser, openTestWallet, stockShelf, type TestWallet } from "./wallet-fixture";

let database: TestWallet;

beforeEach(async () => {
  database = await openTestWallet();
  const { db } = database;
  const userId = await newUser(db);
  const shelf = await stockShelf(db);
  await deposit(db, userId, 1_000n);
  const { holdId } = await heldOrder(db, shelf, userId, 100n);
  await inTransaction({ db }, (tx) => captureHold(tx, { holdId, revenueAccount: "rev:otp" }));
  await heldOrder(db, shelf, userId, 200n);
});

afterEach(() => database.close());

/** Damages the books with every trigger asleep, as only a superuser can. */
async function damage(...statements: string[]): Promise<string[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  for (const statement of statements) await client.query(statement);
  await client.end();
  const report = await checkLedger(database);
  expect(report.ok).toBe(report.problems.length === 0);
  expect(() => JSON.stringify(report)).not.toThrow();
  return report.problems.map((problem) => problem.rule);
}

describe("checkLedger", () => {
  it("finds nothing where nothing is wrong", async () => {
    expect(await damage()).toEqual([]);
  });

  it("finds a balance that drifted", async () => {
    expect(await damage("UPDATE ledger_accounts SET balance = balance + 1 WHERE code = 'available'")).toEqual(
      ["cached_balance_differs_from_entries", "customer_money_differs_from_lines"],
    );
  });

  it("finds a missing entry", async () => {
    expect(
      await damage(
        "DELETE FROM ledger_entries WHERE account_version = 2 AND account_id = (SELECT id FROM ledger_accounts WHERE code = 'available')",
      ),
    ).toEqual([
      "cached_balance_differs_from_entries",
      "account_versions_have_gaps",
      "currency_does_not_sum_to_zero",
      "transaction_does_not_balance",
    ]);
  });

  it("finds a hold that nobody placed", async () => {
    expect(
      await damage(
        `INSERT INTO holds (user_id, currency, amount_micros, placed_by_tx_id, owner_type, owner_id, expires_at)
         SELECT user_id, 'USD', 5, 1, 'order', 'nobody', app_now() + interval '1 hour' FROM holds LIMIT 1`,
      ),
    ).toEqual(["held_balance_differs_from_holds"]);
  });

  it("finds a hold that was ended without moving its money", async () => {
    expect(
      await damage("UPDATE holds SET status = 'VOIDED', resolved_at = app_now() WHERE status = 'PENDING'"),
    ).toEqual([
      "held_balance_differs_from_holds",
      "hold_differs_from_its_resolution",
      "line_differs_from_its_hold",
    ]);
  });

  it("finds a hold that was forgotten, once its sweep had time", async () => {
    const age = (seconds: number) =>
      `UPDATE holds SET expires_at = app_now() - interval '${seconds} seconds' WHERE status = 'PENDING'`;
    expect(await damage(age(30))).toEqual([]);
    expect(await damage(age(300))).toEqual(["hold_is_overdue"]);
  });

  it("finds a line that tells another story", async () => {
    expect(
      await damage(
        "UPDATE wallet_transactions SET amount_micros = -99 WHERE status = 'COMPLETED' AND hold_id IS NOT NULL",
      ),
    ).toEqual(["line_differs_from_its_hold", "customer_money_differs_from_lines"]);
  });
});
