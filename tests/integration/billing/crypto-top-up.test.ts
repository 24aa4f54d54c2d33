import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import { requestWithdrawal } from "@/lib/domain/billing/commands/request-withdrawal";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import { watchChain } from "@/lib/domain/billing/commands/watch-chain";
import { listWaitingCrypto } from "@/lib/domain/billing/queries/waiting-crypto";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  // Long past its start: nothing has to be caught up with.
  world.deps.startedAt = new Date(world.deps.startedAt.getTime() - 600_000);
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
  await world.chainVerb("faults", { kind: "none" });
  await refreshRates(world.deps);
});

/** Looks at every address, however lately it was looked at. */
async function look(): Promise<void> {
  await world.deps.db.$executeRaw`UPDATE invoices SET looked_at = now() - interval '2 minutes'`;
  await watchChain(world.deps);
}

async function ask(method: "CRYPTO_BTC" | "CRYPTO_USDT", usd = 25) {
  const { invoiceId } = await world.topUp(customer, usd, method);
  const invoice = await world.invoice(invoiceId);
  return { invoiceId, address: invoice?.address ?? "", amount: invoice?.amountAsset ?? "" };
}

const units = (amount: string, factor: number) => (Number(amount) * factor).toFixed(6);

describe("a top-up by Bitcoin", () => {
  const pay = (address: string, amount: string, more: object = {}) =>
    world.chainVerb("pay", { address, amount, asset: "BTC", ...more });
  const mine = (n: number) => world.chainVerb("mine", { n, chain: "bitcoin" });

  it("is seen, confirms, and is credited once when it is sure", async () => {
    const { invoiceId, address, amount } = await ask("CRYPTO_BTC");
    await pay(address, amount);
    await look();
    expect((await world.invoice(invoiceId))?.payments).toMatchObject([
      { status: "DETECTED", confirmations: 0 },
    ]);
    await mine(1);
    await look();
    expect((await world.invoice(invoiceId))?.payments).toMatchObject([
      { status: "CONFIRMED", confirmations: 1 },
    ]);
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    await mine(1);
    await look();
    await look();
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "PAID",
      exception: "NONE",
      credited: "25.00",
    });
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
    expect(await world.brokenRules()).toEqual([]);
  });

  it("gives each invoice an address of its own", async () => {
    const addresses = await Promise.all(
      [1, 2, 3].map(() => ask("CRYPTO_BTC", 10).then(({ address }) => address)),
    );
    expect(new Set(addresses).size).toBe(3);
  });

  it("money is never sent to an address of one's own invoices", async () => {
    const { address: destination } = await ask("CRYPTO_BTC", 10);
    const rich = (await world.person({ usd: 100 })).actor;
    expect(
      await requestWithdrawal(world.deps, rich, {
        method: "BTC",
        destination,
        amountMicros: 20_000_000n,
        key: world.deps.ids.uuid(),
      }),
    ).toMatchObject({ reason: "destination_invalid" });
  });

  it("in two parts is partly paid, then paid; with more than due the surplus is in the wallet", async () => {
    const parts = await ask("CRYPTO_BTC");
    await pay(parts.address, (Number(parts.amount) / 2).toFixed(8));
    await look();
    expect(await world.invoice(parts.invoiceId)).toMatchObject({
      status: "PENDING",
      exception: "PAID_PARTIAL",
    });
    const waiting = await listWaitingCrypto(world.deps, 50);
    const left = waiting.find(({ address }) => address === parts.address)?.amount;
    expect(Number(left)).toBeCloseTo(Number(parts.amount) / 2, 7);
    await pay(parts.address, (Number(parts.amount) / 2 + 0.00000001).toFixed(8));
    const over = await ask("CRYPTO_BTC");
    await pay(over.address, (Number(over.amount) * 2).toFixed(8));
    await mine(2);
    await look();
    expect(await world.invoice(parts.invoiceId)).toMatchObject({ status: "PAID" });
    expect(await world.invoice(over.invoiceId)).toMatchObject({
      status: "PAID",
      exception: "PAID_OVER",
      credited: "50.00",
    });
  });

  it("that comes too late expires, and what came is credited at the rate of the moment", async () => {
    const { invoiceId, address, amount } = await ask("CRYPTO_BTC");
    await world.pass(16 * 60);
    await refreshRates(world.deps);
    await look();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "EXPIRED", exception: "NONE" });
    await pay(address, amount);
    await mine(2);
    await look();
    const invoice = await world.invoice(invoiceId);
    expect(invoice).toMatchObject({ status: "EXPIRED", exception: "PAID_LATE" });
    expect(Number(invoice?.credited)).toBeGreaterThan(20);
    expect(await world.brokenRules()).toEqual([]);
  });

  it("that is replaced without us fails, and the invoice waits again", async () => {
    const { invoiceId, address, amount } = await ask("CRYPTO_BTC");
    const { txids } = await pay(address, amount, { rbf: true });
    await look();
    await world.chainVerb("replace", { txid: txids[0], mode: "without-output" });
    await look();
    const invoice = await world.invoice(invoiceId);
    expect(invoice).toMatchObject({ status: "PENDING", exception: "NONE" });
    expect(invoice?.payments).toMatchObject([{ status: "FAILED", failureCode: "replaced" }]);
  });

  it("whose block is reorganised goes back to seen and is credited once in the end", async () => {
    const { invoiceId, address, amount } = await ask("CRYPTO_BTC");
    await pay(address, amount);
    await mine(1);
    await look();
    await world.chainVerb("reorg", { depth: 1, chain: "bitcoin" });
    await look();
    expect((await world.invoice(invoiceId))?.payments).toMatchObject([
      { status: "DETECTED", confirmations: 0 },
    ]);
    await mine(3);
    await look();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "25.00" });
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
  });

  it("is neither lost nor expired while nobody can be asked, and staff is told", async () => {
    const { invoiceId, address, amount } = await ask("CRYPTO_BTC");
    await pay(address, amount);
    await world.chainVerb("faults", { kind: "500", scope: "bitcoin" });
    await world.pass(16 * 60);
    await look();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING" });
    expect(
      await world.deps.db.moneyAlert.count({ where: { kind: "chain_unreachable", refId: invoiceId } }),
    ).toBe(1);
  });
});

describe("a top-up by USDT", () => {
  const mine = (n: number) => world.chainVerb("mine", { n, chain: "tron" });

  it("is credited when Tron holds it final; a token that only looks like it is left to a person", async () => {
    const { invoiceId, address, amount } = await ask("CRYPTO_USDT");
    await world.chainVerb("fakeToken", { address, amount });
    await world.chainVerb("approvalRow", { address, amount });
    await mine(30);
    await look();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING", payments: [] });
    expect(await world.deps.db.unmatchedPayment.findMany({ where: { invoiceId } })).toMatchObject([
      { reason: "WRONG_TOKEN", status: "OPEN" },
    ]);
    await world.chainVerb("pay", { address, amount, asset: "USDT" });
    await mine(1);
    await look();
    expect((await world.invoice(invoiceId))?.payments).toMatchObject([{ status: "DETECTED" }]);
    await mine(30);
    await look();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "25.00" });
    expect(await world.brokenRules()).toEqual([]);
  });

  it("in two transfers of one transaction counts both, once each", async () => {
    const { invoiceId, address, amount } = await ask("CRYPTO_USDT");
    await world.chainVerb("pay", {
      address,
      amount: units(amount, 1),
      asset: "USDT",
      parts: 2,
      together: true,
    });
    await mine(31);
    await look();
    await look();
    const invoice = await world.invoice(invoiceId);
    expect(invoice).toMatchObject({ status: "PAID", credited: "25.00" });
    expect(invoice?.payments).toHaveLength(2);
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
  });
});

describe("without a rate that can be trusted", () => {
  it("nothing is promised", async () => {
    const asked = (method: "CRYPTO_BTC" | "CRYPTO_USDT") =>
      startTopUp(world.deps, customer, { method, amountMicros: 25_000_000n, key: world.deps.ids.uuid() });
    await world.chainVerb("price", { asset: "BTC", usd: "20000", source: "kraken" });
    await world.chainVerb("price", { asset: "USDT", usd: "0.90" });
    await refreshRates(world.deps);
    expect(await asked("CRYPTO_BTC")).toMatchObject({ reason: "rate_disagrees" });
    expect(await asked("CRYPTO_USDT")).toMatchObject({ reason: "peg_broken" });
    expect(await world.deps.db.invoice.count({ where: { userId: customer.userId } })).toBe(0);
  });
});
