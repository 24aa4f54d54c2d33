import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
import { voidHold } from "@/lib/domain/wallet/commands/void-hold";
import { checkLedger } from "@/lib/domain/wallet/queries";
import {
  deposit,
  heldOrder,
  holdInput,
  moneyOf,
  newOrders,
  newUser,
  openTestWallet,
  type Shelf,
  stockShelf,
  type TestWallet,
} from "./wallet-fixture";

let database: TestWallet;
let shelf: Shelf;

beforeAll(async () => {
  database = await openTestWallet();
  shelf = await stockShelf(database.db);
});

afterAll(() => database.close());

describe("races", () => {
  it("accepts of 500 parallel spends exactly what the wallet holds", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 9_900n);
    const orders = await newOrders(db, shelf, userId, 500);
    const answers = await Promise.all(
      orders.map((orderId) => inTransaction({ db }, (tx) => placeHold(tx, holdInput(userId, orderId, 25n)))),
    );
    const refused = answers.filter((answer) => "ok" in answer);
    expect(answers.length - refused.length).toBe(396);
    expect(new Set(refused.map((answer) => answer.reason))).toEqual(new Set(["insufficient_funds"]));
    expect(await moneyOf(db, userId)).toEqual([0n, 9_900n, 0n]);
  });

  it("lets one win when capture and void meet, 200 times", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 2_000n);
    let captures = 0;
    for (let round = 0; round < 200; round += 1) {
      const { holdId } = await heldOrder(db, shelf, userId, 1n);
      const capture = () =>
        inTransaction({ db }, (tx) => captureHold(tx, { holdId, revenueAccount: "rev:otp" }));
      const release = () => inTransaction({ db }, (tx) => voidHold(tx, { holdId }));
      const answers = await Promise.all(round % 2 ? [capture(), release()] : [release(), capture()]);
      const captured = answers.some((answer) => "captured" in answer && answer.captured);
      const voided = answers.some((answer) => "voided" in answer && answer.voided);
      expect([captured, voided].filter(Boolean)).toHaveLength(1);
      captures += captured ? 1 : 0;
    }
    expect(await moneyOf(db, userId)).toEqual([2_000n - BigInt(captures), 0n, 0n]);
  });

  it("places one hold when the same order asks ten times at once", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 100n);
    const [orderId = ""] = await newOrders(db, shelf, userId, 1);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction({ db }, (tx) => placeHold(tx, holdInput(userId, orderId, 60n))),
      ),
    );
    expect(new Set(answers.map((answer) => ("holdId" in answer ? answer.holdId : answer.reason))).size).toBe(
      1,
    );
    expect(await moneyOf(db, userId)).toEqual([40n, 60n, 0n]);
  });

  it("leaves a ledger that balances", async () => {
    expect(await checkLedger(database)).toEqual({ ok: true, problems: [] });
  });
});
