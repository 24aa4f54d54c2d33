import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/domain/wallet/queries";
import { deposit, moneyOf, newUser, openTestWallet, type TestWallet } from "./wallet-fixture";

let database: TestWallet;
let client: Client;
let userId: string;
let accounts: string;

beforeAll(async () => {
  database = await openTestWallet();
  client = new Client({ connectionString: database.url });
  await client.connect();
  userId = await newUser(database.db);
  await deposit(database.db, userId, 1_000n);
  accounts = "ARRAY[ledger_account_id($1, 'available', 'USD'), ledger_account_id(NULL, 'rev:vpn', 'USD')]";
});

afterAll(async () => {
  await client.end();
  await database.close();
});

const post = (key: string, amount: number) =>
  client.query(`SELECT * FROM ledger_post('test', $2, ${accounts}, ARRAY[-$3::bigint, $3::bigint], 'USD')`, [
    userId,
    key,
    amount,
  ]);

describe("ledger_post", () => {
  it("posts a key once and answers a repetition with the same transaction", async () => {
    const first = await post("key-repeated", 10);
    const second = await post("key-repeated", 10);
    expect(first.rows[0]).toMatchObject({ replayed: false });
    expect(second.rows[0]).toEqual({ tx_id: first.rows[0].tx_id, replayed: true });
    expect((await moneyOf(database.db, userId))[0]).toBe(990n);
  });

  it("refuses a key that belongs to another request", async () => {
    await post("key-of-another", 10);
    await expect(post("key-of-another", 11)).rejects.toMatchObject({ code: "LG006" });
  });

  it("posts once when the same key arrives twenty times at once", async () => {
    const before = (await moneyOf(database.db, userId))[0];
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        () => database.db.$queryRaw<{ replayed: boolean }[]>`
          SELECT replayed FROM ledger_post('test', 'key-in-parallel',
            ARRAY[ledger_account_id(${userId}::uuid, 'available', 'USD'), ledger_account_id(NULL, 'rev:vpn', 'USD')],
            ARRAY[-7, 7], 'USD')`,
      ),
    );
    expect(answers.filter((rows) => rows[0]?.replayed === false)).toHaveLength(1);
    expect((await moneyOf(database.db, userId))[0]).toBe(before - 7n);
  });

  it("works inside savepoints, and a rolled-back one leaves nothing", async () => {
    const before = (await moneyOf(database.db, userId))[0];
    await client.query("BEGIN");
    await client.query("SAVEPOINT one");
    await post("key-savepoint-kept", 1);
    await client.query("RELEASE SAVEPOINT one");
    await client.query("SAVEPOINT two");
    await post("key-savepoint-undone", 2);
    await client.query("ROLLBACK TO SAVEPOINT two");
    await post("key-savepoint-after", 4);
    await client.query("COMMIT");
    expect((await moneyOf(database.db, userId))[0]).toBe(before - 5n);
  });

  it("makes an account once when twenty ask for it at once", async () => {
    const newcomer = await newUser(database.db);
    await Promise.all(Array.from({ length: 20 }, () => deposit(database.db, newcomer, 3n)));
    const rows = await database.db.ledgerAccount.findMany({
      where: { userId: newcomer },
      orderBy: { id: "asc" },
    });
    expect(rows.map((row) => [row.code, row.balance])).toEqual([
      ["available", 60n],
      ["held", 0n],
      ["debt", 0n],
    ]);
  });

  it("keeps no balance on accounts of the house", async () => {
    const rows = await database.db.ledgerAccount.findMany({ where: { kind: "SYSTEM" } });
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.every((row) => !row.isCached && row.balance === 0n && row.version === 0n)).toBe(true);
  });

  it("leaves books that balance; what was posted here without a line is noticed", async () => {
    const { problems } = await checkLedger(database);
    expect(problems.map((problem) => problem.rule)).toEqual(["customer_money_differs_from_lines"]);
  });
});
