import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { refundCaptured } from "@/lib/domain/wallet/commands/refund-captured";
import { voidHold } from "@/lib/domain/wallet/commands/void-hold";
import { getBalance, listWalletLines } from "@/lib/domain/wallet/queries";
import { listAccountEntries } from "@/lib/domain/wallet/queries/account-entries";
import {
  deposit,
  heldOrder,
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

async function linesOf(userId: string) {
  const page = await listWalletLines(database, customerScopeOf(userId), { page: 1, pageSize: 50 });
  return page.lines.map((line) => ({
    type: line.type,
    status: line.status,
    amount: line.amountMicros,
    steps: line.postings.map((posting) => [
      posting.word,
      posting.availableChangeMicros,
      posting.heldChangeMicros,
      posting.availableAfterMicros,
    ]),
  }));
}

describe("the statement", () => {
  it("tells each step with what was available after it", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 1_000n);
    const first = await heldOrder(db, shelf, userId, 300n);
    const second = await heldOrder(db, shelf, userId, 200n);
    await inTransaction({ db }, (tx) => captureHold(tx, { holdId: first.holdId, revenueAccount: "rev:otp" }));
    await inTransaction({ db }, (tx) => voidHold(tx, { holdId: second.holdId }));
    await inTransaction({ db }, (tx) =>
      refundCaptured(tx, {
        userId,
        orderId: first.orderId,
        amountMicros: 100n,
        revenueAccount: "rev:otp",
        key: `refund:${first.orderId}`,
        lineId: randomUUID(),
      }),
    );
    expect(await linesOf(userId)).toEqual([
      { type: "REFUND", status: "COMPLETED", amount: 100n, steps: [["refunded", 100n, 0n, 800n]] },
      {
        type: "PURCHASE",
        status: "FAILED",
        amount: -200n,
        steps: [
          ["held", -200n, 200n, 500n],
          ["released", 200n, -200n, 700n],
        ],
      },
      {
        type: "PURCHASE",
        status: "COMPLETED",
        amount: -300n,
        steps: [
          ["held", -300n, 300n, 700n],
          // Nothing that is available moved; it was 500 at that moment.
          ["paid", 0n, -300n, 500n],
        ],
      },
      { type: "DEPOSIT", status: "COMPLETED", amount: 1_000n, steps: [["received", 1_000n, 0n, 1_000n]] },
    ]);
  });

  it("shows the current balance after a capture that nothing has followed", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 500n);
    const { holdId } = await heldOrder(db, shelf, userId, 300n);
    await inTransaction({ db }, (tx) => captureHold(tx, { holdId, revenueAccount: "rev:otp" }));
    expect((await linesOf(userId))[0]?.steps[1]).toEqual(["paid", 0n, -300n, 200n]);
  });

  it("returns the rest of a partly captured hold, and the line tells what was paid", async () => {
    const { db } = database;
    const userId = await newUser(db);
    await deposit(db, userId, 500n);
    const { holdId } = await heldOrder(db, shelf, userId, 300n);
    await inTransaction({ db }, (tx) =>
      captureHold(tx, { holdId, amountMicros: 120n, revenueAccount: "rev:sms" }),
    );
    expect((await linesOf(userId))[0]).toEqual({
      type: "PURCHASE",
      status: "COMPLETED",
      amount: -120n,
      steps: [
        ["held", -300n, 300n, 200n],
        ["paid", 180n, -300n, 380n],
      ],
    });
  });

  it("filters, pages and shows nobody else's lines", async () => {
    const { db } = database;
    const [mine, other] = [await newUser(db), await newUser(db)];
    await deposit(db, other, 9n);
    for (const amount of [1n, 2n, 3n]) await deposit(db, mine, amount);
    const scope = customerScopeOf(mine);
    const second = await listWalletLines({ db }, scope, { page: 2, pageSize: 2, type: "DEPOSIT" });
    expect(second).toMatchObject({ total: 3, page: 2, lines: [{ amountMicros: 1n }] });
    expect((await listWalletLines({ db }, scope, { page: 1, pageSize: 2, status: "FAILED" })).lines).toEqual(
      [],
    );
  });

  it("starts at zero", async () => {
    const userId = await newUser(database.db);
    expect(await getBalance(database, customerScopeOf(userId))).toEqual({
      availableMicros: 0n,
      heldMicros: 0n,
      debtMicros: 0n,
      currency: "USD",
    });
    expect(await linesOf(userId)).toEqual([]);
  });

  it("gives staff the journal of a customer, newest first", async () => {
    const userId = await newUser(database.db);
    await deposit(database.db, userId, 500n);
    await heldOrder(database.db, shelf, userId, 300n);
    const page = await listAccountEntries(database, { userId, page: 1, pageSize: 10 });
    expect(page.total).toBe(3);
    expect(page.entries.map((entry) => [entry.kind, entry.account.code, entry.balanceAfterMicros])).toEqual([
      ["hold.placed", "held", 300n],
      ["hold.placed", "available", 200n],
      ["deposit.sandbox", "available", 500n],
    ]);
  });
});
