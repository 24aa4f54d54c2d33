import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
import { refundCaptured } from "@/lib/domain/wallet/commands/refund-captured";
import { voidHold } from "@/lib/domain/wallet/commands/void-hold";
import { checkLedger } from "@/lib/domain/wallet/queries";
import {
  deposit,
  holdInput,
  moneyOf,
  newOrders,
  newUser,
  openTestWallet,
  type Shelf,
  stockShelf,
  type TestWallet,
  walletDeps,
} from "./wallet-fixture";

let database: TestWallet;
let shelf: Shelf;

beforeAll(async () => {
  database = await openTestWallet();
  shelf = await stockShelf(database.db);
});

afterAll(() => database.close());

const amount = fc.bigInt({ min: 1n, max: 1_000n });
const which = fc.nat();
const operation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("deposit" as const), amount }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("hold" as const), amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("capture" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("capture part" as const), which, amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("void" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("refund" as const), which, amount }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("take" as const), amount, mayOwe: fc.boolean() }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

interface ModelHold {
  orderId: string;
  holdId: bigint;
  amount: bigint;
  paid: bigint;
  isPending: boolean;
}

/** The whole ledger as plain arithmetic: what the database must agree with after every step. */
class Model {
  available = 0n;
  held = 0n;
  debt = 0n;
  holds: ModelHold[] = [];

  receive(money: bigint): void {
    const toDebt = money < -this.debt ? money : -this.debt;
    this.debt += toDebt;
    this.available += money - toDebt;
  }

  take(money: bigint, mayOwe: boolean): boolean {
    if (money > this.available && !mayOwe) return false;
    const owed = money > this.available ? money - this.available : 0n;
    this.available -= money - owed;
    this.debt -= owed;
    return true;
  }

  resolve(hold: ModelHold, paid: bigint): void {
    this.held -= hold.amount;
    this.available += hold.amount - paid;
    hold.paid = paid;
    hold.isPending = false;
  }
}

function pick(model: Model, index: number): ModelHold | undefined {
  return model.holds[model.holds.length === 0 ? 0 : index % model.holds.length];
}

async function hold(model: Model, userId: string, money: bigint): Promise<void> {
  const { db } = database;
  const [orderId = ""] = await newOrders(db, shelf, userId, 1);
  const answer = await inTransaction({ db }, (tx) => placeHold(tx, holdInput(userId, orderId, money)));
  if (money > model.available) {
    expect(answer).toMatchObject({
      reason: "insufficient_funds",
      details: { missingMicros: String(money - model.available), availableMicros: String(model.available) },
    });
    return;
  }
  if (!("holdId" in answer)) throw new Error(answer.reason);
  model.available -= money;
  model.held += money;
  model.holds.push({ orderId, holdId: answer.holdId, amount: money, paid: 0n, isPending: true });
}

async function capture(model: Model, chosen: ModelHold, part?: bigint): Promise<void> {
  const amountMicros = part === undefined || part > chosen.amount ? undefined : part;
  const answer = await inTransaction(database, (tx) =>
    captureHold(tx, { holdId: chosen.holdId, amountMicros, revenueAccount: "rev:otp" }),
  );
  expect(answer).toEqual({ captured: chosen.isPending });
  if (chosen.isPending) model.resolve(chosen, amountMicros ?? chosen.amount);
}

async function release(model: Model, chosen: ModelHold): Promise<void> {
  const answer = await inTransaction(database, (tx) => voidHold(tx, { holdId: chosen.holdId }));
  expect(answer).toEqual({ voided: chosen.isPending });
  if (chosen.isPending) model.resolve(chosen, 0n);
}

async function refund(model: Model, userId: string, chosen: ModelHold, money: bigint): Promise<void> {
  const answer = await inTransaction(database, (tx) =>
    refundCaptured(tx, {
      userId,
      orderId: chosen.orderId,
      amountMicros: money,
      revenueAccount: "rev:otp",
      key: `refund:${randomUUID()}`,
      lineId: randomUUID(),
    }),
  );
  if (money > chosen.paid) {
    expect(answer).toMatchObject({
      reason: "already_refunded",
      details: { refundableMicros: String(chosen.paid) },
    });
    return;
  }
  expect(answer).toMatchObject({ replayed: false });
  chosen.paid -= money;
  model.available += money;
}

async function run(model: Model, userId: string, step: Operation): Promise<void> {
  if (step.do === "deposit") {
    await deposit(database.db, userId, step.amount);
    model.receive(step.amount);
  } else if (step.do === "hold") {
    await hold(model, userId, step.amount);
  } else if (step.do === "take") {
    const taken = await grantCredit(walletDeps(database.db), systemActor("test"), {
      userId,
      amountMicros: -step.amount,
      reason: "correction",
      mayOwe: step.mayOwe,
      key: randomUUID(),
    });
    expect(taken.ok).toBe(model.take(step.amount, step.mayOwe));
  } else {
    const chosen = pick(model, step.which);
    if (!chosen) return;
    if (step.do === "capture") await capture(model, chosen);
    if (step.do === "capture part") await capture(model, chosen, step.amount);
    if (step.do === "void") await release(model, chosen);
    if (step.do === "refund") await refund(model, userId, chosen, step.amount);
  }
}

describe("any sequence of operations", () => {
  it("moves the money as arithmetic says, and the books balance", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 30 }), async (steps) => {
        const userId = await newUser(database.db);
        const model = new Model();
        for (const step of steps) {
          await run(model, userId, step);
          expect(await moneyOf(database.db, userId)).toEqual([model.available, model.held, model.debt]);
        }
        expect(await checkLedger(database)).toEqual({ ok: true, problems: [] });
      }),
      { numRuns: 40 },
    );
  });
});
