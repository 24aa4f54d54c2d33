import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelWithdrawal } from "@/lib/domain/billing/commands/cancel-withdrawal";
import { decideWithdrawal } from "@/lib/domain/billing/commands/decide-withdrawal";
import { freezeWallet, liftFreeze } from "@/lib/domain/billing/commands/freeze-wallet";
import { requestWithdrawal } from "@/lib/domain/billing/commands/request-withdrawal";
import { readWithdrawalOffer } from "@/lib/domain/billing/queries/withdrawal-offer";
import {
  getStaffWithdrawal,
  getWithdrawal,
  listStaffWithdrawals,
  listWithdrawals,
} from "@/lib/domain/billing/queries/withdrawals";
import { customerScopeOf, type UserActor } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { takeMoney } from "@/lib/domain/wallet/commands/take-money";
import { checkLedger, getBalance } from "@/lib/domain/wallet/queries";
import { listStatement, readStatementMonth } from "@/lib/domain/wallet/queries/statement";
import { openWorld, type World } from "../../support/world";

const USD = 1_000_000n;
const HASH = "ab".repeat(32);
const BTC = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";
const ASKED = { page: 1, pageSize: 25, direction: "desc" } as const;

let world: World;
let customer: UserActor;
let admin: UserActor;
let second: UserActor;
let support: UserActor;

beforeAll(async () => {
  world = await openWorld();
  admin = (await world.person({ role: "ADMIN" })).actor;
  second = (await world.person({ role: "ADMIN" })).actor;
  support = (await world.person({ role: "SUPPORT" })).actor;
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person({ usd: 1000 })).actor;
});

const money = async (actor: UserActor = customer) => {
  const { availableMicros, heldMicros } = await getBalance(world.deps, customerScopeOf(actor.userId));
  return `${toDecimal(availableMicros)} ${toDecimal(heldMicros)}`;
};

const asking = (amountMicros: bigint, key = world.deps.ids.uuid()) =>
  ({ method: "BTC", destination: BTC, amountMicros, key }) as const;

async function request(amountMicros = 100n * USD): Promise<string> {
  const answer = await requestWithdrawal(world.deps, customer, asking(amountMicros));
  if (!answer.ok) throw new Error(`not accepted: ${answer.reason}`);
  return answer.withdrawalId;
}

const approve = (withdrawalId: string, by = admin) =>
  decideWithdrawal(world.deps, by, { decision: "approve", withdrawalId });
const pay = (withdrawalId: string, by = admin, payoutReference = HASH) =>
  decideWithdrawal(world.deps, by, { decision: "pay", withdrawalId, payoutReference });
const turnDown = (withdrawalId: string, by = admin) =>
  decideWithdrawal(world.deps, by, { decision: "refuse", withdrawalId, note: "The name on the key differs" });
const cancel = (withdrawalId: string, by = customer) => cancelWithdrawal(world.deps, by, { withdrawalId });
const stateOf = async (id: string) =>
  (await world.deps.db.withdrawal.findUniqueOrThrow({ where: { id } })).status;
const actionsOf = async (targetId: string) =>
  (await world.deps.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

describe("asking for money back", () => {
  it("holds it at once, under a line of the statement", async () => {
    const id = await request();
    expect(await money()).toBe("900.00 100.00");
    const row = await world.deps.db.withdrawal.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: "REQUESTED", approvalsNeeded: 1 });
    expect(Buffer.from(row.destination).includes(BTC), "the destination is encrypted").toBe(false);
    const line = await world.deps.db.walletTransaction.findFirstOrThrow({ where: { holdId: row.holdId } });
    expect(line).toMatchObject({ type: "WITHDRAWAL", status: "PENDING", paymentMethod: "CRYPTO_BTC" });
    expect(await actionsOf(id)).toEqual(["withdrawal.requested"]);
  });

  it("ten times at once with one key is asked once", async () => {
    const input = asking(30n * USD);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => requestWithdrawal(world.deps, customer, input)),
    );
    expect(new Set(answers.map((answer) => answer.ok && answer.withdrawalId)).size).toBe(1);
    expect(await money()).toBe("970.00 30.00");
    expect(
      await requestWithdrawal(world.deps, customer, { ...input, amountMicros: 31n * USD }),
    ).toMatchObject({
      reason: "idempotency_mismatch",
    });
    const elsewhere = { ...input, method: "PIX", destination: "ana@example.com" } as const;
    expect(await requestWithdrawal(world.deps, customer, elsewhere)).toMatchObject({
      reason: "idempotency_mismatch",
    });
  });

  it("keeps the day's limit, however many ask at once", async () => {
    await world.deps.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT ledger_transaction_id FROM wallet_deposit(${customer.userId}::uuid, ${1000n * USD}::bigint,
        'USD', 'ext:sandbox', 'deposit.sandbox', ${`more:${customer.userId}`}, ${world.deps.ids.uuid()}::uuid,
        'DEPOSIT'::"WalletTransactionType", 'SANDBOX'::"Gateway", 'BALANCE'::"PaymentMethod")`;
    });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => requestWithdrawal(world.deps, customer, asking(300n * USD))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "withdrawal_limit")).toHaveLength(3);
    expect(await readWithdrawalOffer(world.deps, customer)).toMatchObject({ leftTodayMicros: 100n * USD });
  });

  it("is refused for what is not there, too small, nowhere, too early, or frozen", async () => {
    const { deps } = world;
    expect(await requestWithdrawal(deps, customer, asking(9n * USD))).toMatchObject({
      reason: "amount_too_small",
      details: { minimumMicros: (10n * USD).toString() },
    });
    const poor = (await world.person({ usd: 15 })).actor;
    expect(await requestWithdrawal(deps, poor, asking(16n * USD))).toMatchObject({
      reason: "insufficient_funds",
    });
    const nowhere = { ...asking(20n * USD), destination: `${BTC.slice(0, -1)}q` };
    expect(await requestWithdrawal(deps, customer, nowhere)).toMatchObject({ reason: "destination_invalid" });
    const early = (await world.person({ usd: 50, level: 0 })).actor;
    expect(await requestWithdrawal(deps, early, asking(20n * USD))).toMatchObject({
      reason: "withdrawal_level",
    });
    await deps.db.walletFreeze.create({ data: { userId: customer.userId, reason: "A dispute" } });
    expect(await requestWithdrawal(deps, customer, asking(20n * USD))).toMatchObject({
      reason: "wallet_frozen",
    });
    expect([await money(), await money(poor)]).toEqual(["1000.00 0.00", "15.00 0.00"]);
    expect(await deps.db.withdrawal.count({ where: { userId: customer.userId } })).toBe(0);
  });
});

describe("deciding", () => {
  it("approved and paid: the money has left, with its reference", async () => {
    const id = await request();
    expect(await pay(id)).toMatchObject({ reason: "second_admin_needed" });
    expect(await approve(id)).toMatchObject({ ok: true, status: "APPROVED" });
    expect(await pay(id, admin, "no hash")).toMatchObject({ reason: "reference_invalid" });
    expect(await pay(id)).toMatchObject({ ok: true, status: "PAID" });
    expect(await money()).toBe("900.00 0.00");
    const row = await world.deps.db.withdrawal.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ payoutReference: HASH });
    const [out] = await world.deps.db.$queryRaw<{ amount: bigint }[]>`
      SELECT e.amount FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
      JOIN ledger_transactions t ON t.id = e.transaction_id WHERE a.code = 'ext:btc' AND t.hold_id = ${row.holdId}`;
    expect(out?.amount).toBe(100n * USD);
    expect(await actionsOf(id)).toEqual(["withdrawal.requested", "withdrawal.approved", "withdrawal.paid"]);
    expect(await turnDown(id)).toMatchObject({ reason: "withdrawal_closed" });
  });

  it("needs two different administrators from the configured amount on", async () => {
    const id = await request(500n * USD);
    expect(await approve(id)).toMatchObject({ ok: true, status: "REQUESTED" });
    expect(await approve(id)).toMatchObject({ reason: "already_approved" });
    expect(await pay(id)).toMatchObject({ reason: "second_admin_needed" });
    expect(await approve(id, second)).toMatchObject({ ok: true, status: "APPROVED" });
    const seen = await getStaffWithdrawal(world.deps, support, id);
    expect(seen?.withdrawal.approvals.map(({ username }) => username)).toEqual([
      admin.username,
      second.username,
    ]);
    expect(seen?.postings.pay.map(({ account, amountMicros }) => `${account} ${amountMicros}`)).toEqual([
      "held -500000000",
      "ext:btc 500000000",
    ]);
  });

  it("refused: the money is back, with words", async () => {
    for (const isApproved of [false, true]) {
      const id = await request();
      if (isApproved) await approve(id);
      expect(await turnDown(id)).toMatchObject({ ok: true, status: "REFUSED" });
      expect(await money()).toBe("1000.00 0.00");
      expect(await getWithdrawal(world.deps, customerScopeOf(customer.userId), id)).toMatchObject({
        status: "REFUSED",
        note: "The name on the key differs",
      });
    }
  });

  it("is nobody's over their own money, nor a customer's or support's", async () => {
    const id = await request();
    for (const who of [support, customer]) {
      for (const decide of [approve, pay, turnDown])
        expect(await decide(id, who)).toMatchObject({ reason: "forbidden" });
    }
    const boss = (await world.person({ role: "ADMIN", usd: 100 })).actor;
    const own = await requestWithdrawal(world.deps, boss, asking(20n * USD));
    if (!own.ok) throw new Error(own.reason);
    for (const decide of [approve, turnDown, pay])
      expect(await decide(own.withdrawalId, boss)).toMatchObject({ reason: "own_withdrawal" });
    expect(await approve(world.deps.ids.uuid())).toMatchObject({ reason: "not_found" });
  });

  it("lets nothing leave a wallet that was frozen meanwhile; refusing it still works", async () => {
    const id = await request();
    await approve(id);
    await world.deps.db.$transaction((tx) =>
      freezeWallet(tx, admin, {
        userId: customer.userId,
        reason: "Disputed",
        paymentId: world.deps.ids.uuid(),
      }),
    );
    expect(await pay(id)).toMatchObject({ reason: "wallet_frozen_meanwhile" });
    expect(await approve(await requestElsewhere())).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("APPROVED");
    await liftFreeze(world.deps, admin, { userId: customer.userId, reason: "Won" });
    expect(await pay(id)).toMatchObject({ ok: true });
  });
});

/** Somebody else's request of these tests. */
async function requestElsewhere(): Promise<string> {
  const other = (await world.person({ usd: 50 })).actor;
  const answer = await requestWithdrawal(world.deps, other, asking(20n * USD));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.withdrawalId;
}

describe("taking it back", () => {
  it("works while it waits, for the owner alone", async () => {
    const id = await request();
    const stranger = (await world.person()).actor;
    expect(await cancel(id, stranger)).toMatchObject({ reason: "not_found" });
    expect(await cancel(id)).toMatchObject({ ok: true });
    expect(await cancel(id)).toMatchObject({ reason: "withdrawal_closed" });
    expect(await money()).toBe("1000.00 0.00");
    const approved = await request();
    await approve(approved);
    expect(await cancel(approved)).toMatchObject({ reason: "withdrawal_closed" });
  });
});

describe("at the same moment", () => {
  it("two administrators approve: both count, once each", async () => {
    const id = await request(600n * USD);
    const answers = await Promise.all([admin, second, admin, second, admin].map((by) => approve(id, by)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await stateOf(id)).toBe("APPROVED");
  });

  it("paid and refused ten times: one of them, once", async () => {
    const id = await request();
    await approve(id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => (turn % 2 === 0 ? pay(id) : turnDown(id, second))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await money()).toBe((await stateOf(id)) === "PAID" ? "900.00 0.00" : "1000.00 0.00");
  });

  it("canceled and approved: never paid after it was taken back", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await request(20n * USD);
      const [taken, approved] = await Promise.all([cancel(id), approve(id)]);
      expect([taken.ok, approved.ok].filter(Boolean)).toHaveLength(1);
      expect(await stateOf(id)).toBe(taken.ok ? "CANCELED" : "APPROVED");
      expect((await pay(id)).ok).toBe(approved.ok);
    }
  });
});

describe("the lists", () => {
  it("show the customer their own, and staff all, by state, way, number and name", async () => {
    const { deps } = world;
    const id = await request();
    const own = await listWithdrawals(deps, customerScopeOf(customer.userId), {}, ASKED);
    expect(own.rows.map((row) => row.id)).toEqual([id]);
    const number = String(own.rows[0]?.number);
    for (const filter of [
      { search: number },
      { search: customer.username },
      { status: "OPEN", search: id },
      { method: "BTC", status: "REQUESTED", search: `#${number}` },
    ]) {
      const found = await listStaffWithdrawals(deps, support, filter, ASKED);
      expect(found.rows.map((row) => row.id)).toEqual([id]);
    }
    expect((await listStaffWithdrawals(deps, support, { search: id, status: "PAID" }, ASKED)).rows).toEqual(
      [],
    );
    const stranger = (await world.person()).actor;
    expect(await getWithdrawal(deps, customerScopeOf(stranger.userId), id)).toBeNull();
    await expect(getStaffWithdrawal(deps, customer, id)).rejects.toThrow("forbidden");
    expect(() => listStaffWithdrawals(deps, customer, {}, ASKED)).toThrow("forbidden");
  });
});

describe("the books", () => {
  it("agree after all of it", async () => {
    expect((await checkLedger(world.deps)).problems).toEqual([]);
  });
});

describe("the statement", () => {
  const column = async () => {
    const { rows } = await listStatement(
      world.deps,
      customerScopeOf(customer.userId),
      {},
      { page: 1, pageSize: 25, direction: "asc" },
    );
    return rows
      .slice(1)
      .map((line) => `${line.withdrawal?.status} ${toDecimal(line.availableAfterMicros ?? 0n)}`);
  };

  it("follows the withdrawal, and its column adds up in the order that is shown", async () => {
    const refused = await request(100n * USD);
    const approved = await request(50n * USD);
    await approve(approved);
    expect(await column()).toEqual(["REQUESTED 900.00", "APPROVED 850.00"]);
    await turnDown(refused);
    expect(await column()).toEqual(["REFUSED 1000.00", "APPROVED 950.00"]);
    await pay(approved);
    expect(await column()).toEqual(["REFUSED 1000.00", "PAID 950.00"]);
  });

  it("tells what is owed", async () => {
    await inTransaction(world.deps, (tx) =>
      takeMoney(tx, {
        userId: customer.userId,
        amountMicros: 1_030n * USD,
        target: "ext:stripe",
        kind: "dispute.withdrawn",
        key: world.deps.ids.uuid(),
        mayOwe: true,
        line: { id: world.deps.ids.uuid(), type: "ADJUSTMENT", gateway: "STRIPE", paymentMethod: "CARD" },
      }),
    );
    const month = new Date(world.deps.clock.now()).toISOString().slice(0, 7);
    const statement = await readStatementMonth(world.deps, customerScopeOf(customer.userId), month);
    expect(statement).toMatchObject({
      closingMicros: 0n,
      owedOpeningMicros: 0n,
      owedClosingMicros: 30n * USD,
    });
    expect(statement?.lines.at(-1)?.postings[0]?.debtChangeMicros).toBe(-30n * USD);
  });
});
