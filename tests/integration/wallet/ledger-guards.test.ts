import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { checkLedger } from "@/lib/domain/wallet/queries";
import {
  deposit,
  expectRefused,
  heldOrder,
  moneyOf,
  newUser,
  openTestWallet,
  stockShelf,
  type TestWallet,
} from "./wallet-fixture";

let database: TestWallet;
let userId: string;
let available: bigint;
let held: bigint;
let txId: bigint;
let resolvedHold: bigint;
let pendingHold: bigint;

beforeAll(async () => {
  database = await openTestWallet();
  const { db } = database;
  userId = await newUser(db);
  const shelf = await stockShelf(db);
  await deposit(db, userId, 1_000n);
  const resolved = await heldOrder(db, shelf, userId, 100n);
  resolvedHold = resolved.holdId;
  txId = resolved.ledgerTransactionId;
  await inTransaction({ db }, (tx) => captureHold(tx, { holdId: resolvedHold, revenueAccount: "rev:otp" }));
  pendingHold = (await heldOrder(db, shelf, userId, 100n)).holdId;
  const accounts = await db.ledgerAccount.findMany({ where: { userId } });
  available = accounts.find((account) => account.code === "available")?.id ?? 0n;
  held = accounts.find((account) => account.code === "held")?.id ?? 0n;
});

afterAll(() => database.close());

const forge = "SELECT set_config('patchbay.posting', 'on', true), set_config('patchbay.holding', 'on', true)";
const newTransaction =
  "INSERT INTO ledger_transactions (kind, idempotency_key, request_hash) VALUES ('x', 'attack-transaction', 'x')";
const entry = (transaction: string, account: bigint, amount: number, currency = "USD") =>
  `INSERT INTO ledger_entries (transaction_id, account_id, currency, amount) VALUES (${transaction}, ${account}, '${currency}', ${amount})`;

describe("the database refuses, as its own owner,", () => {
  const refused = (name: string, code: string | RegExp, statements: () => string[]) =>
    it(`${name} (${code})`, () => expectRefused(database.url, code, statements()));

  for (const table of ["ledger_transactions", "ledger_entries"]) {
    refused(`UPDATE of ${table}`, "LG001", () => [`UPDATE ${table} SET id = id`]);
    refused(`UPDATE of no row of ${table}`, "LG001", () => [`UPDATE ${table} SET id = id WHERE false`]);
    refused(`DELETE from ${table}`, "LG001", () => [`DELETE FROM ${table}`]);
    refused(`TRUNCATE of ${table}`, "LG001", () => [`TRUNCATE ${table} CASCADE`]);
  }
  refused("the same with the flags forged", "LG001", () => [forge, "UPDATE ledger_entries SET amount = 1"]);

  refused("a late entry", "LG005", () => [entry(txId.toString(), available, 5)]);
  refused("a late pair of entries with the flags forged", "LG005", () => [
    forge,
    `INSERT INTO ledger_entries (transaction_id, account_id, currency, amount)
     VALUES (${txId}, ${available}, 'USD', 5), (${txId}, ${held}, 'USD', -5)`,
  ]);
  refused("a transaction written past ledger_post", "LG007", () => [newTransaction]);
  refused("an entry added by hand after ledger_post in the same transaction", "LG007", () => [
    `SELECT ledger_post('x', 'attack-same-transaction', ARRAY[${available}, ${held}], ARRAY[-5, 5], 'USD')`,
    entry("currval(pg_get_serial_sequence('ledger_transactions', 'id'))", available, 5),
  ]);
  refused("a transaction written after a replayed post", "LG007", () => [
    ...[1, 2].map(
      () => `SELECT ledger_post('x', 'attack-replayed', ARRAY[${available}, ${held}], ARRAY[-5, 5], 'USD')`,
    ),
    newTransaction,
  ]);
  refused("a transaction that claims to be an older one's", "LG007", () => [
    forge,
    "INSERT INTO ledger_transactions (kind, idempotency_key, request_hash, posted_in_xid) VALUES ('x', 'attack-old-xid', 'x', '3')",
  ]);

  refused("an unbalanced post", "LG004", () => [
    `SELECT ledger_post('x', 'attack-unbalanced', ARRAY[${available}, ${held}], ARRAY[-5, 6], 'USD')`,
  ]);
  refused("a post with one entry", "LG004", () => [
    `SELECT ledger_post('x', 'attack-one-entry', ARRAY[${available}], ARRAY[0], 'USD')`,
  ]);
  refused("at commit, a transaction without entries", "LG004", () => [forge, newTransaction]);
  refused("at commit, a transaction out of balance", "LG004", () => [
    forge,
    newTransaction,
    ...[5, 5].map((amount) =>
      entry("currval(pg_get_serial_sequence('ledger_transactions', 'id'))", available, amount),
    ),
  ]);
  refused("an entry in another currency", "LG002", () => [
    `SELECT ledger_post('x', 'attack-currency', ARRAY[${available}, ${held}], ARRAY[-5, 5], 'EUR')`,
  ]);
  refused("an entry for no account", "LG002", () => [
    `SELECT ledger_post('x', 'attack-nobody', ARRAY[${available}, 999999], ARRAY[-5, 5], 'USD')`,
  ]);
  refused("a posting of nothing", "23514", () => [
    `SELECT ledger_post('x', 'attack-zero', ARRAY[${available}, ${held}], ARRAY[0, 0], 'USD')`,
  ]);
  refused("a balance below zero", "23514", () => [
    `SELECT ledger_post('x', 'attack-negative', ARRAY[${available}, ${held}], ARRAY[-5000, 5000], 'USD')`,
  ]);

  refused("a balance edited by hand", "LG003", () => ["UPDATE ledger_accounts SET balance = balance + 1"]);
  refused("a version edited by hand", "LG003", () => ["UPDATE ledger_accounts SET version = version + 1"]);
  refused("a balance edited with the flags forged", "LG003", () => [
    forge,
    "UPDATE ledger_accounts SET balance = balance + 1, version = version + 1 WHERE is_cached",
  ]);
  refused("an account that changes hands", "LG003", () => [
    `UPDATE ledger_accounts SET user_id = NULL WHERE id = ${available}`,
  ]);
  refused("an account born rich", "LG003", () => [
    "INSERT INTO ledger_accounts (kind, code, currency, is_cached, balance) VALUES ('SYSTEM', 'rev:new', 'USD', true, 5)",
  ]);
  refused("DELETE of accounts", "LG003", () => ["DELETE FROM ledger_accounts"]);
  refused("TRUNCATE of accounts", "LG003", () => ["TRUNCATE ledger_accounts CASCADE"]);
  refused("a second account of the same code", "23505", () => [
    "INSERT INTO ledger_accounts (kind, code, currency, is_cached) VALUES ('SYSTEM', 'rev:otp', 'USD', false)",
  ]);
  refused("a customer's account without a customer", "23514", () => [
    "INSERT INTO ledger_accounts (kind, code, currency) VALUES ('USER_AVAILABLE', 'available', 'USD')",
  ]);
  refused("a customer's account without a balance", "23514", () => [
    `INSERT INTO ledger_accounts (kind, code, user_id, currency, is_cached) VALUES ('USER_HELD', 'held', '${userId}', 'EUR', false)`,
  ]);
  // restrict_violation since Postgres 18, foreign_key_violation before.
  refused("DELETE of a customer who has money", /^(23001|23503)$/, () => [
    `DELETE FROM users WHERE id = '${userId}'`,
  ]);

  refused("a hold placed by hand", "LG008", () => [
    `INSERT INTO holds (user_id, currency, amount_micros, placed_by_tx_id, owner_type, owner_id, expires_at)
     VALUES ('${userId}', 'USD', 5, ${txId}, 'order', 'attack', now())`,
  ]);
  refused("a hold resolved by hand", "LG008", () => [
    `UPDATE holds SET status = 'VOIDED', resolved_at = now() WHERE id = ${pendingHold}`,
  ]);
  refused("a hold resolved twice with the flags forged", "LG008", () => [
    forge,
    `UPDATE holds SET status = 'VOIDED', captured_micros = 0 WHERE id = ${resolvedHold}`,
  ]);
  refused("a hold made larger", "LG008", () => [
    forge,
    `UPDATE holds SET amount_micros = 500, status = 'VOIDED', resolved_at = now() WHERE id = ${pendingHold}`,
  ]);
  refused("a second resolving transaction of a hold", "23505", () => [
    `SELECT ledger_post('x', 'attack-resolution', ARRAY[${available}, ${held}], ARRAY[5, -5], 'USD', ${resolvedHold})`,
  ]);
  refused("DELETE of holds", "LG008", () => ["DELETE FROM holds"]);

  refused("a settled line rewritten", "LG009", () => [
    "UPDATE wallet_transactions SET amount_micros = amount_micros * 2 WHERE status = 'COMPLETED'",
  ]);
  refused("a settled line reopened", "LG009", () => [
    "UPDATE wallet_transactions SET status = 'PENDING' WHERE status = 'COMPLETED'",
  ]);
  refused("DELETE of lines", "LG009", () => ["DELETE FROM wallet_transactions"]);
  refused("a purchase that brings money", "23514", () => [
    `INSERT INTO wallet_transactions (id, user_id, type, status, amount_micros, gateway, payment_method)
     VALUES (gen_random_uuid(), '${userId}', 'PURCHASE', 'PENDING', 5, 'INTERNAL', 'BALANCE')`,
  ]);
  refused("a completed line without a posting", "23514", () => [
    `INSERT INTO wallet_transactions (id, user_id, type, status, amount_micros, gateway, payment_method)
     VALUES (gen_random_uuid(), '${userId}', 'DEPOSIT', 'COMPLETED', 5, 'INTERNAL', 'BALANCE')`,
  ]);

  for (const table of ["audit_events", "audit_seals", "price_changes"]) {
    refused(`UPDATE of ${table}`, "AU001", () => [
      `UPDATE ${table} SET ${table === "audit_seals" ? "event_id = event_id" : "id = id"}`,
    ]);
    refused(`DELETE from ${table}`, "AU001", () => [`DELETE FROM ${table}`]);
    refused(`TRUNCATE of ${table}`, "AU001", () => [`TRUNCATE ${table} CASCADE`]);
  }

  it("and nothing of all that left a trace", async () => {
    expect(await moneyOf(database.db, userId)).toEqual([800n, 100n, 0n]);
    expect(await checkLedger(database)).toEqual({ ok: true, problems: [] });
  });
});
