import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { transactionsExport } from "@/lib/api/exports/transactions";
import { readTransactionTrail } from "@/lib/domain/billing/queries/transaction-trail";
import {
  getTransaction,
  listTransactions,
  type TransactionFilter,
} from "@/lib/domain/billing/queries/transactions";
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
      reason: "A gesture",
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
