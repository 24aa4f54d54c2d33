import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeInvoice } from "@/lib/domain/billing/commands/close-invoice";
import { decideStray } from "@/lib/domain/billing/commands/decide-stray";
import { markInvoicePaid } from "@/lib/domain/billing/commands/mark-invoice-paid";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import { watchChain } from "@/lib/domain/billing/commands/watch-chain";
import { previewMarkPaid, previewMatch } from "@/lib/domain/billing/queries/preview-hand-credit";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;
let support: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  await refreshRates(world.deps);
  admin = (await world.person({ role: "ADMIN" })).actor;
  support = (await world.person({ role: "SUPPORT" })).actor;
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
});

async function marking(invoiceId: string, change: { mayOverlap?: boolean; reference?: string } = {}) {
  const { version } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  return {
    invoiceId,
    version,
    reference: `transfer ${invoiceId}`,
    reason: "Paid at the bank",
    mayOverlap: true,
    ...change,
  };
}

async function stray(amount: string, invoiceId?: string): Promise<string> {
  const id = world.deps.ids.uuid();
  await world.deps.db.unmatchedPayment.create({
    data: {
      id,
      gateway: "CRYPTO",
      gatewayPaymentId: `${id}:0`,
      reason: "AFTER_MONITORING",
      asset: "USDT",
      amount,
      invoiceId,
    },
  });
  return id;
}

async function end(invoiceId: string, as: "cancel" | "expire") {
  const { version } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  return closeInvoice(world.deps, admin, { invoiceId, version, as, reason: "The customer asked" });
}

describe("an invoice marked as paid", () => {
  it("is credited once from the account by hand, as the preview said", async () => {
    const { invoiceId } = await world.topUp(customer, 20);
    const seen = await previewMarkPaid(world.deps, admin, { invoiceId });
    expect(seen).toMatchObject({
      preview: {
        amount: "20.00",
        live: "open",
        after: { status: "PAID", exception: "MARKED" },
        posting: {
          entries: [{ account: "ext:by_hand", amountMicros: -20_000_000n }, { account: "available" }],
        },
      },
    });
    const input = await marking(invoiceId);
    const answers = await Promise.all([1, 2, 3].map(() => markInvoicePaid(world.deps, admin, input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await markInvoicePaid(world.deps, admin, input)).toMatchObject({ reason: "invoice_closed" });
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "PAID",
      exception: "MARKED",
      credited: "20.00",
      byHand: "20.00",
    });
    const audits = await world.deps.db.auditEvent.findMany({
      where: { targetId: invoiceId, action: "invoice.marked_paid" },
    });
    expect(audits.map(({ actorId, reason }) => [actorId, reason])).toEqual([
      [admin.userId, "Paid at the bank"],
    ]);
    expect(await world.brokenRules()).toEqual([]);
  });

  it("is not marked over a payment that can still come without saying so, nor by a used receipt", async () => {
    const first = await world.topUp(customer, 20);
    const careless = await marking(first.invoiceId, { mayOverlap: false, reference: "slip 7" });
    expect(await markInvoicePaid(world.deps, admin, careless)).toMatchObject({ reason: "payment_live" });
    expect(await end(first.invoiceId, "expire")).toMatchObject({ ok: true });
    const sure = await marking(first.invoiceId, { mayOverlap: false, reference: "slip 7" });
    expect(await markInvoicePaid(world.deps, admin, sure)).toMatchObject({ ok: true });
    const second = await world.topUp(customer, 30);
    const again = await marking(second.invoiceId, { reference: "slip 7" });
    expect(await markInvoicePaid(world.deps, admin, again)).toMatchObject({ reason: "reference_used" });
    expect(await markInvoicePaid(world.deps, admin, { ...again, version: 99 })).toMatchObject({
      reason: "changed_since_seen",
    });
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
  });

  it("keeps its state when the card pays too, and that money waits for a person", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 20);
    await markInvoicePaid(world.deps, admin, await marking(invoiceId));
    await world.control(world.stripe, "pay", { session: reference });
    await world.told();
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "PAID",
      exception: "MARKED",
      credited: "20.00",
    });
    const strays = await world.deps.db.unmatchedPayment.findMany({ where: { invoiceId } });
    expect(strays.map(({ status, reason }) => [status, reason])).toEqual([["OPEN", "AFTER_MONITORING"]]);
    expect(await world.brokenRules()).toEqual([]);
  });

  it("keeps its state while its address is still watched, whatever comes there", async () => {
    const { invoiceId } = await world.topUp(customer, 20, "CRYPTO_USDT");
    await markInvoicePaid(world.deps, admin, await marking(invoiceId));
    const { address } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    expect(address).not.toBeNull();
    await world.deps.db.invoice.update({ where: { id: invoiceId }, data: { lookedAt: new Date(0) } });
    expect(await watchChain(world.deps)).toBeGreaterThan(0);
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "PAID",
      exception: "MARKED",
      credited: "20.00",
    });
  });
});

describe("an invoice ended by staff", () => {
  it("is cancelled or expired while it waits, and only then", async () => {
    const first = await world.topUp(customer, 20);
    const second = await world.topUp(customer, 25);
    expect(await end(first.invoiceId, "cancel")).toMatchObject({ ok: true });
    expect(await end(second.invoiceId, "expire")).toMatchObject({ ok: true });
    expect(await world.invoice(first.invoiceId)).toMatchObject({ status: "CANCELED", exception: "MARKED" });
    expect(await world.invoice(second.invoiceId)).toMatchObject({ status: "EXPIRED", exception: "NONE" });
    expect(await end(first.invoiceId, "expire")).toMatchObject({ reason: "invoice_closed" });
  });

  it("still gives the customer what comes late", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 20);
    await end(invoiceId, "cancel");
    await world.control(world.stripe, "pay", { session: reference });
    await world.told();
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "CANCELED", credited: "20.00" });
  });
});

describe("unmatched money matched to an invoice", () => {
  it("pays it where it is enough, once, as the preview said", async () => {
    const { invoiceId } = await world.topUp(customer, 20);
    const strayId = await stray("22");
    const wanted = { strayId, invoiceId, amountMicros: 22_000_000n };
    const seen = await previewMatch(world.deps, admin, wanted);
    if (!seen.ok) throw new Error(seen.reason);
    expect(seen.preview).toMatchObject({
      after: { status: "PAID" },
      posting: { entries: [{ account: "ext:usdt" }, { account: "available", afterMicros: 22_000_000n }] },
    });
    const input = {
      ...wanted,
      decision: "match",
      version: seen.preview.version,
      reason: "By the sender's note",
    } as const;
    const answers = await Promise.all([1, 2].map(() => decideStray(world.deps, admin, input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.money(customer)).toBe("22.00 0.00 0.00");
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", byHand: "22.00" });
    expect(await world.deps.db.unmatchedPayment.findUniqueOrThrow({ where: { id: strayId } })).toMatchObject({
      status: "MATCHED",
      invoiceId,
      userId: customer.userId,
    });
    expect(await world.brokenRules()).toEqual([]);
  });

  it("is too little for one that waits, and goes to the wallet of one that is over", async () => {
    const { invoiceId } = await world.topUp(customer, 20);
    const strayId = await stray("8");
    const wanted = { strayId, invoiceId, amountMicros: 8_000_000n };
    expect(await previewMatch(world.deps, admin, wanted)).toMatchObject({ reason: "amount_too_small" });
    await end(invoiceId, "expire");
    const { version } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    const input = { ...wanted, decision: "match", version, reason: "The rest is on its way" } as const;
    expect(await decideStray(world.deps, admin, { ...input, amountMicros: 9_000_000n })).toMatchObject({
      reason: "amount_too_large",
    });
    expect(await decideStray(world.deps, admin, input)).toMatchObject({ ok: true });
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "EXPIRED",
      exception: "PAID_PARTIAL",
      credited: "8.00",
    });
    expect(await world.money(customer)).toBe("8.00 0.00 0.00");
  });
});

it("support writes nothing down", async () => {
  const { invoiceId } = await world.topUp(customer, 20);
  const strayId = await stray("20");
  const answers = [
    await previewMarkPaid(world.deps, support, { invoiceId }),
    await previewMatch(world.deps, support, { strayId, invoiceId, amountMicros: 1n }),
    await markInvoicePaid(world.deps, support, await marking(invoiceId)),
    await closeInvoice(world.deps, support, { invoiceId, version: 1, as: "cancel", reason: "Not mine" }),
  ];
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual(answers.map(() => "forbidden"));
  expect(await world.money(customer)).toBe("0.00 0.00 0.00");
});
