import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type BillingWorld, openBillingWorld } from "../integration/billing/billing-world";
import { type HeldRow, holdRow } from "./held-row";
import {
  bundleRentServer,
  loadRentServer,
  productEnvironment,
  type RentServer,
  type Running,
  until,
} from "./processes";

/** Long enough to hold a row meanwhile, also on a busy machine. */
const SLOW_MS = 2_000;

let world: BillingWorld;
let admin: UserActor;
let customer: UserActor;
let running: Running | null = null;
let spare: RentServer | null = null;
let held: HeldRow | null = null;

/** The server that lives next: loaded while the one before still lives. */
async function start(): Promise<Running> {
  const env = productEnvironment(world.database.url, world.environment);
  const next = spare ?? loadRentServer(env);
  spare = loadRentServer(env);
  running = await next.go();
  await world.control(world.stripe, "webhook", { url: `${running.url}/api/hooks/payments/stripe` });
  await world.control(world.mercadoPago, "webhook", { url: `${running.url}/api/hooks/payments/mercadopago` });
  return running;
}

/** One that lives, however long already. */
async function alive(): Promise<Running> {
  return running ?? start();
}

async function kill(): Promise<void> {
  await running?.kill();
  running = null;
  await held?.letGo();
  held = null;
}

beforeAll(async () => {
  [world] = await Promise.all([openBillingWorld(), bundleRentServer()]);
  admin = (await world.person({ role: "ADMIN" })).actor;
});
beforeEach(async () => {
  // A wallet that exists: its row can be held.
  customer = (await world.person({ usd: 1 })).actor;
  for (const gateway of ["stripe", "mercadoPago"] as const)
    await world.control(world[gateway], "fault", { fault: "none" });
});
afterEach(async () => {
  await held?.letGo();
  held = null;
});
afterAll(async () => {
  await kill();
  await spare?.kill();
  await world?.close();
});

/** The time of a dead process's lease goes by. */
async function leasesEnd(): Promise<void> {
  const { db } = world.deps;
  await db.$executeRaw`UPDATE gateway_events SET next_attempt_at = now() WHERE processed_at IS NULL`;
  await db.$executeRaw`UPDATE payment_refunds SET next_attempt_at = now() WHERE status = 'PENDING'`;
  await db.$executeRaw`UPDATE invoices SET looked_at = now() - interval '2 minutes' WHERE looked_at IS NOT NULL`;
}

const deposits = (invoiceId: string) =>
  world.deps.db.walletTransaction.count({ where: { invoiceId, type: "DEPOSIT", status: "COMPLETED" } });
const isPaid = async (invoiceId: string) => (await world.invoice(invoiceId))?.status === "PAID";

async function expectCreditedOnce(invoiceId: string): Promise<void> {
  await until(() => isPaid(invoiceId), "the invoice is paid");
  await until(
    async () => (await world.deps.db.gatewayEvent.count({ where: { processedAt: null } })) === 0,
    "every event is followed",
  );
  expect(await deposits(invoiceId)).toBe(1);
  expect(await world.money(customer)).toBe("26.00 0.00 0.00");
  expect(await world.brokenRules()).toEqual([]);
}

const INVOICE = "SELECT id FROM invoices WHERE id = $1";
const PAYMENT = "SELECT id FROM payments WHERE invoice_id = $1";
const WALLET =
  "SELECT id FROM ledger_accounts WHERE kind = 'USER_AVAILABLE' AND user_id = (SELECT user_id FROM invoices WHERE id = $1)";

test.each([
  ["CARD", "before anything is booked", INVOICE],
  ["CARD", "in the middle of the booking", WALLET],
  ["CARD", "after the booking, before the commit", PAYMENT],
  ["PIX", "before anything is booked", INVOICE],
] as const)("killed after the gateway's answer (%s), %s: credited once", async (method, _when, row) => {
  const { invoiceId, reference } = await world.topUp(customer, 25, method);
  held = await holdRow(world, row, invoiceId);
  await alive();
  if (method === "CARD") await world.control(world.stripe, "pay", { session: reference });
  else await world.control(world.mercadoPago, "pay", { payment: reference });
  await held.isWaitedFor();
  await kill();
  expect(await deposits(invoiceId)).toBe(0);
  await leasesEnd();
  await start();
  await expectCreditedOnce(invoiceId);
});

test("killed after the commit, before the event is done: followed again, credited once", async () => {
  const { db } = world.deps;
  const { invoiceId, reference } = await world.topUp(customer, 25);
  await alive();
  await world.control(world.stripe, "fault", { fault: "slow", path: "checkout/sessions", delayMs: SLOW_MS });
  await world.control(world.stripe, "pay", { session: reference });
  const event = () => db.gatewayEvent.findFirst({ where: { objectId: reference, attempts: { gt: 0 } } });
  await until(async () => (await event()) !== null, "the event is followed");
  held = await holdRow(world, "SELECT id FROM gateway_events WHERE id = $1", (await event())?.id ?? "");
  await held.isWaitedFor();
  await kill();
  expect(await deposits(invoiceId)).toBe(1);
  await world.control(world.stripe, "fault", { fault: "none" });
  await leasesEnd();
  await start();
  await expectCreditedOnce(invoiceId);
});

test("killed while every event is lost as well: found by asking, credited once", async () => {
  await kill();
  const { invoiceId, reference } = await world.topUp(customer, 25);
  await world.control(world.stripe, "pay", { session: reference });
  held = await holdRow(world, PAYMENT, invoiceId);
  await world.deps.db.$executeRaw`DELETE FROM gateway_events WHERE object_id = ${reference}`;
  await start();
  await held.isWaitedFor();
  await kill();
  expect(await deposits(invoiceId)).toBe(0);
  await leasesEnd();
  await start();
  await expectCreditedOnce(invoiceId);
});

test("killed while a coin is credited: credited once", async () => {
  await refreshRates(world.deps);
  const { invoiceId } = await world.topUp(customer, 25, "CRYPTO_BTC");
  const invoice = await world.invoice(invoiceId);
  held = await holdRow(world, WALLET, invoiceId);
  await alive();
  await world.chainVerb("pay", { address: invoice?.address, amount: invoice?.amountAsset, asset: "BTC" });
  await world.chainVerb("mine", { n: 2, chain: "bitcoin" });
  await held.isWaitedFor();
  await kill();
  expect(await deposits(invoiceId)).toBe(0);
  await leasesEnd();
  await start();
  await expectCreditedOnce(invoiceId);
});

test.each([
  ["before its id is written", "SELECT id FROM payment_refunds WHERE invoice_id = $1"],
  ["before it is booked", INVOICE],
] as const)("killed after the gateway paid back, %s: one refund, one debit", async (_when, row) => {
  const { db } = world.deps;
  await alive();
  const { invoiceId, reference } = await world.topUp(customer, 25);
  await world.control(world.stripe, "pay", { session: reference });
  await expectCreditedOnce(invoiceId);
  const { id: paymentId } = await db.payment.findFirstOrThrow({ where: { invoiceId } });
  const before = world.stripe.account.refunds.size;
  await world.control(world.stripe, "fault", { fault: "slow", path: "refunds", delayMs: SLOW_MS });
  const key = world.deps.ids.uuid();
  const asked = { paymentId, amountMicros: 10_000_000n, reason: "asked for it", key };
  expect(await refundPayment(world.deps, admin, asked)).toMatchObject({ ok: true });
  await until(
    async () => (await db.paymentRefund.count({ where: { paymentId, attempts: { gt: 0 } } })) === 1,
    "the gateway is asked",
  );
  held = await holdRow(world, row, invoiceId);
  await held.isWaitedFor();
  await until(() => world.stripe.account.refunds.size === before + 1, "the gateway has paid back");
  await kill();
  expect(await world.money(customer)).toBe("16.00 10.00 0.00");
  await world.control(world.stripe, "fault", { fault: "none" });
  await leasesEnd();
  await start();
  await until(
    async () => (await db.paymentRefund.count({ where: { paymentId, status: "COMPLETED" } })) === 1,
    "the refund is done",
  );
  await until(
    async () => (await db.gatewayEvent.count({ where: { processedAt: null } })) === 0,
    "every event is followed",
  );
  expect(world.stripe.account.refunds.size).toBe(before + 1);
  expect(await world.money(customer)).toBe("16.00 0.00 0.00");
  expect(await world.brokenRules()).toEqual([]);
});
