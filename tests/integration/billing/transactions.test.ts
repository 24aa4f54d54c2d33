import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { transactionsExport } from "@/lib/api/exports/transactions";
import type { TransactionFilter } from "@/lib/domain/billing/queries/transaction-filter";
import { readTransactionTrail } from "@/lib/domain/billing/queries/transaction-trail";
import { getTransaction, listTransactions } from "@/lib/domain/billing/queries/transactions";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;
let support: UserActor;
const PAGE = { page: 1, pageSize: 25, direction: "desc" } as const;

beforeAll(async () => {
  world = await openBillingWorld();
  const { deps } = world;
  customer = (await world.person()).actor;
  support = (await world.person({ role: "SUPPORT" })).actor;
  const admin = (await world.person({ role: "ADMIN" })).actor;
  const { reference } = await world.topUp(customer, 20);
  await world.control(world.stripe, "pay", { session: reference });
  await world.told();
  for (const amountMicros of [5_000_000n, -2_500_000n]) {
    await grantCredit(deps, admin, {
      userId: customer.userId,
      amountMicros,
      reason: "A gesture (refund/INC-4711), آرام",
      key: deps.ids.uuid(),
    });
  }
});
afterAll(() => world.close());

async function found(filter: TransactionFilter): Promise<string[]> {
  const { rows } = await listTransactions(
    world.deps,
    support,
    { person: customer.username, ...filter },
    PAGE,
  );
  return rows.map(({ amount }) => amount).sort();
}

describe("everybody's lines", () => {
  it("are narrowed by kind, status, service, currency, time and amount in both directions", async () => {
    expect(await found({})).toEqual(["-2.50", "20.00", "5.00"]);
    expect(await found({ type: "DEPOSIT" })).toEqual(["20.00"]);
    expect(await found({ gateway: "INTERNAL" })).toEqual(["-2.50", "5.00"]);
    expect(await found({ status: "FAILED" })).toEqual([]);
    expect(await found({ currency: "usd", least: "2.50", most: "5" })).toEqual(["-2.50", "5.00"]);
    expect(await found({ currency: "EUR" })).toEqual([]);
    expect(await found({ to: "2001-01-01" })).toEqual([]);
    expect(await found({ least: "many", status: "?" })).toHaveLength(3);
  });

  it("are found by what they say, by their invoice and by an id", async () => {
    expect(await found({ search: "gestu" })).toEqual(["-2.50", "5.00"]);
    const invoice = await world.deps.db.invoice.findFirstOrThrow({ where: { userId: customer.userId } });
    expect(await found({ search: `#${invoice.number}` })).toEqual(["20.00"]);
    expect(await found({ search: invoice.id })).toEqual(["20.00"]);
    expect(await found({ person: customer.userId, search: "nothing like it" })).toEqual([]);
  });

  it("are found by beginnings of words, whatever signs and letters they have", async () => {
    for (const search of ["REFUND/inc-47", "4711", "آرا", "a gesture (ref"])
      expect([search, await found({ search })]).toEqual([search, ["-2.50", "5.00"]]);
    for (const search of ["'", "\\", "!:*&|<->", "4712", "gesture nobody"])
      expect([search, await found({ search })]).toEqual([search, []]);
  });

  it("are found by whose they are and by what the gateway calls them", async () => {
    const { db } = world.deps;
    const invoice = await db.invoice.findFirstOrThrow({ where: { userId: customer.userId } });
    const payment = await db.payment.findFirstOrThrow({ where: { invoiceId: invoice.id } });
    const line = await db.walletTransaction.findFirstOrThrow({ where: { invoiceId: invoice.id } });
    for (const search of [invoice.gatewayReference, payment.gatewayPaymentId, line.gatewayTransactionId])
      expect(await found({ search: search ?? "" })).toEqual(["20.00"]);
    const user = await db.user.findUniqueOrThrow({ where: { id: customer.userId } });
    for (const search of [user.id, user.username.toUpperCase(), user.email ?? ""])
      expect(await found({ search })).toEqual(["-2.50", "20.00", "5.00"]);
    expect(await found({ person: "nobody.of.that.name" })).toEqual([]);
  });

  it("come in pages and in either order when they are searched", async () => {
    const page = async (asked: Partial<Parameters<typeof listTransactions>[3]>) => {
      const all = await listTransactions(world.deps, support, { search: "gesture" }, { ...PAGE, ...asked });
      return { total: all.total, page: all.page, amounts: all.rows.map(({ amount }) => amount) };
    };
    expect(await page({ sort: "amount" })).toEqual({ total: 2, page: 1, amounts: ["5.00", "-2.50"] });
    expect(await page({ pageSize: 1, page: 2, direction: "asc" })).toEqual({
      total: 2,
      page: 2,
      amounts: ["-2.50"],
    });
    // Beyond the last page is the last.
    expect(await page({ pageSize: 1, page: 9, direction: "asc" })).toEqual({
      total: 2,
      page: 2,
      amounts: ["-2.50"],
    });
  });

  it("lead to their invoice, their payment and their steps in the books", async () => {
    const { rows } = await listTransactions(
      world.deps,
      support,
      { person: customer.username, type: "DEPOSIT" },
      PAGE,
    );
    const line = await getTransaction(world.deps, support, rows[0]?.id ?? "");
    if (!line) throw new Error("no line");
    const { postings, payments } = await readTransactionTrail(world.deps, line);
    expect(line.invoice).not.toBeNull();
    expect(postings.map(({ id }) => id)).toEqual([line.ledgerTransactionId]);
    expect(payments.map(({ credited }) => credited)).toEqual(["20.00"]);
  });

  it("leave as the filtered set, with every field", async () => {
    const rows: unknown[][] = [];
    const asked = { person: customer.username, type: "ADJUSTMENT" };
    for await (const row of transactionsExport.rows(world.deps, support, asked)) rows.push([...row]);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.length === transactionsExport.columns.length)).toBe(true);
  });

  it("are nobody's but staff's", async () => {
    await expect(listTransactions(world.deps, customer, {}, PAGE)).rejects.toThrow("forbidden");
    await expect(getTransaction(world.deps, customer, "x")).rejects.toThrow("forbidden");
  });
});
