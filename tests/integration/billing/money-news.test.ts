import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideWithdrawal } from "@/lib/domain/billing/commands/decide-withdrawal";
import { expireInvoices } from "@/lib/domain/billing/commands/expire-invoices";
import { raiseAlert } from "@/lib/domain/billing/commands/raise-alert";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { requestWithdrawal } from "@/lib/domain/billing/commands/request-withdrawal";
import { resolveAlert } from "@/lib/domain/billing/commands/resolve-alert";
import { sendRefunds } from "@/lib/domain/billing/commands/send-refunds";
import type { Mail } from "@/lib/domain/identity/ports";
import { customerScopeOf, type UserActor } from "@/lib/domain/kernel/actor";
import { listNotifications } from "@/lib/domain/notifications/queries/notifications";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import type { DispatchedEvent } from "@/lib/jobs/subscriber";
import { lowBalance } from "@/lib/jobs/subscribers/low-balance";
import { moneyNews } from "@/lib/jobs/subscribers/money-news";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;
let sent: Mail[];

beforeAll(async () => {
  world = await openBillingWorld();
  admin = (await world.person({ role: "ADMIN" })).actor;
  world.deps.mailer = {
    mailbox: null,
    async send(mail) {
      sent.push(mail);
    },
  };
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
  sent = [];
});

/** Tells every event so far, twice, as "at least once" allows. */
async function tell(): Promise<void> {
  for (const subscriber of [lowBalance, lowBalance, moneyNews, moneyNews]) {
    const kinds: readonly string[] = subscriber.kinds;
    const events = await world.deps.db.outboxEvent.findMany({
      where: { kind: { in: [...kinds] } },
      orderBy: { id: "asc" },
    });
    for (const event of events) {
      await (subscriber.handle as (deps: typeof world.deps, event: DispatchedEvent) => Promise<void>)(
        world.deps,
        event as unknown as DispatchedEvent,
      );
    }
  }
}

async function newsOf(actor: UserActor) {
  await tell();
  const page = await listNotifications(world.deps, customerScopeOf(actor.userId), { page: 1, pageSize: 50 });
  return page.rows.map(({ kind, params, href }) => ({ kind, params, href })).reverse();
}

const mailsTo = (actor: UserActor) => sent.filter(({ to }) => to === `${actor.username}@example.test`);

async function choose(actor: UserActor, chosen: object): Promise<void> {
  await world.deps.db.userPreference.upsert({
    where: { userId: actor.userId },
    create: { userId: actor.userId, ...chosen },
    update: chosen,
  });
}

async function paidTopUp(usd: number) {
  const started = await world.topUp(customer, usd);
  await world.control(world.stripe, "pay", { session: started.reference });
  await world.told();
  const payment = await world.deps.db.payment.findFirstOrThrow({ where: { invoiceId: started.invoiceId } });
  return { ...started, paymentId: payment.id };
}

describe("a customer is told of money", () => {
  it("once by the bell and once by mail that an invoice is paid, in their own language", async () => {
    await world.deps.db.user.update({ where: { id: customer.userId }, data: { locale: "pt-BR" } });
    const { invoiceId } = await paidTopUp(25);
    const { number } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    expect(await newsOf(customer)).toEqual([
      {
        kind: "invoicePaid",
        params: { number: String(number), amountMicros: "25000000" },
        href: `/wallet/invoices/${invoiceId}`,
      },
    ]);
    const [mail, ...more] = mailsTo(customer);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: `A fatura ${number} foi paga`, locale: "pt-BR" });
    expect(mail?.text).toContain(`http://localhost:3000/pt-BR/wallet/invoices/${invoiceId}`);
    expect(mail?.text).toMatch(/US\$\s25,00/);
  });

  it("by the bell alone where they want no mails of payments, and never of an invoice that merely ran out", async () => {
    await choose(customer, { areMoneyMailsOn: false });
    await paidTopUp(25);
    await world.topUp(customer, 10);
    await world.deps.db.invoice.updateMany({
      where: { userId: customer.userId, status: "PENDING" },
      data: { expiresAt: new Date(0) },
    });
    expect(await expireInvoices(world.deps)).toBeGreaterThan(0);
    expect((await newsOf(customer)).map(({ kind }) => kind)).toEqual(["invoicePaid"]);
    expect(mailsTo(customer)).toEqual([]);
  });

  it("that a refund was sent", async () => {
    const { paymentId } = await paidTopUp(20);
    const asked = await refundPayment(world.deps, admin, {
      paymentId,
      amountMicros: 5_000_000n,
      reason: "asked for it",
      key: world.deps.ids.uuid(),
    });
    expect(asked).toMatchObject({ ok: true });
    await sendRefunds(world.deps);
    await world.told();
    const news = await newsOf(customer);
    expect(news).toMatchObject([
      { kind: "invoicePaid" },
      { kind: "refundSent", params: { amountMicros: "5000000" } },
    ]);
    expect(mailsTo(customer).map(({ subject }) => subject)).toContain("A refund of $5.00 was sent");
  });

  it("of a dispute by mail whatever they chose, and every administrator too", async () => {
    await choose(customer, { areMoneyMailsOn: false });
    const { invoiceId, reference } = await paidTopUp(30);
    await world.control(world.stripe, "dispute", { session: reference });
    await world.told();
    const { number } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    expect((await newsOf(customer)).map(({ kind }) => kind)).toEqual(["invoicePaid", "disputeOpened"]);
    expect(mailsTo(customer).map(({ subject }) => subject)).toEqual([
      "A payment is disputed and your wallet is frozen",
    ]);
    expect((await newsOf(admin)).at(-1)).toMatchObject({
      kind: "adminDispute",
      params: { number: String(number) },
      href: `/admin/invoices/${invoiceId}`,
    });
    expect(mailsTo(admin)).toHaveLength(1);
    const dispute = [...world.stripe.account.disputes.keys()].at(-1);
    await world.control(world.stripe, "close-dispute", { dispute, outcome: "lost" });
    await world.told();
    expect((await newsOf(customer)).at(-1)).toMatchObject({ kind: "disputeLost" });
    expect(mailsTo(customer)).toHaveLength(2);
  });

  it("when the balance falls below what they chose, once each time it falls", async () => {
    await choose(customer, { lowBalanceMicros: 10_000_000n });
    const grant = async (usd: number) => {
      const answer = await grantCredit(world.deps, admin, {
        userId: customer.userId,
        amountMicros: BigInt(usd) * 1_000_000n,
        reason: "of the test",
        key: world.deps.ids.uuid(),
        mayOwe: false,
      });
      expect(answer).toMatchObject({ ok: true });
      return (await newsOf(customer)).filter(({ kind }) => kind === "balanceLow").length;
    };
    expect(await grant(20)).toBe(0);
    expect(await grant(-11)).toBe(1);
    expect(await grant(-2)).toBe(1);
    expect(await grant(20)).toBe(1);
    expect(await grant(-20)).toBe(2);
    const [first] = await newsOf(customer);
    expect(first).toMatchObject({
      params: { amountMicros: "9000000", thresholdMicros: "10000000" },
      href: "/wallet/top-up",
    });
    expect(mailsTo(customer)).toHaveLength(2);
  });
});

describe("a withdrawal", () => {
  it("is told to administrators when it is asked for, and to the customer when it is decided", async () => {
    const funded = (await world.person({ usd: 50 })).actor;
    const asked = await requestWithdrawal(world.deps, funded, {
      method: "PIX",
      amountMicros: 20_000_000n,
      destination: "someone@example.test",
      key: world.deps.ids.uuid(),
    });
    if (!asked.ok) throw new Error(asked.reason);
    const { withdrawalId, number } = asked;
    expect((await newsOf(admin)).at(-1)).toEqual({
      kind: "adminWithdrawal",
      params: { number: String(number), amountMicros: "20000000" },
      href: `/admin/withdrawals/${withdrawalId}`,
    });
    const decided = await decideWithdrawal(world.deps, admin, {
      withdrawalId,
      decision: "refuse",
      note: "No such key",
    });
    expect(decided).toMatchObject({ ok: true });
    expect(await newsOf(funded)).toEqual([
      {
        kind: "withdrawalRefused",
        params: { number: String(number), amountMicros: "20000000", note: "No such key" },
        href: `/wallet/withdrawals/${withdrawalId}`,
      },
    ]);
    expect(mailsTo(funded).map(({ text }) => text)).toEqual([expect.stringContaining("No such key")]);
  });
});

describe("a withdrawal that needs two administrators", () => {
  it("is told to the others once one of them has approved, by mail as each prefers", async () => {
    const [first, reader, quiet] = await Promise.all(
      [1, 2, 3].map(async () => (await world.person({ role: "ADMIN" })).actor),
    );
    if (!first || !reader || !quiet) throw new Error("three administrators");
    await choose(quiet, { areMoneyMailsOn: false });
    const funded = (await world.person({ usd: 2000 })).actor;
    const asked = await requestWithdrawal(world.deps, funded, {
      method: "PIX",
      amountMicros: 1_000_000_000n,
      destination: "someone@example.test",
      key: world.deps.ids.uuid(),
    });
    if (!asked.ok) throw new Error(asked.reason);
    const approve = (by: UserActor) =>
      decideWithdrawal(world.deps, by, { withdrawalId: asked.withdrawalId, decision: "approve" });
    const asks = async (person: UserActor) =>
      (await newsOf(person)).filter(({ kind }) => kind === "adminSecondApproval");
    expect(await approve(first)).toEqual({ ok: true, status: "REQUESTED" });
    const line = {
      kind: "adminSecondApproval",
      params: { number: String(asked.number), amountMicros: "1000000000" },
      href: `/admin/withdrawals/${asked.withdrawalId}`,
    };
    expect([await asks(first), await asks(reader), await asks(quiet)]).toEqual([[], [line], [line]]);
    const letters = (person: UserActor) =>
      mailsTo(person).filter(({ subject }) => subject.includes("second approval"));
    expect(letters(reader).map(({ text }) => text)).toEqual([expect.stringContaining("$1,000.00")]);
    expect([letters(first), letters(quiet)]).toEqual([[], []]);
    expect(await newsOf(funded)).toEqual([]);
    expect(await approve(reader)).toEqual({ ok: true, status: "APPROVED" });
    expect(await asks(quiet)).toHaveLength(1);
  });
});

describe("administrators are told of an alert", () => {
  const raise = () =>
    raiseAlert(world.deps, {
      key: "gateway-down:test",
      kind: "gateway_down",
      level: "CRITICAL",
      details: { gateway: "STRIPE", failures: 3 },
    });
  const alerts = async () =>
    (await newsOf(admin)).filter(
      ({ params }) => params.alert === "gateway_down" && params.gateway === "STRIPE",
    );

  it("when it is new or open again, once a day, by the bell and not by mail", async () => {
    await raise();
    await raise();
    expect(await alerts()).toEqual([
      {
        kind: "adminAlert",
        params: { alert: "gateway_down", gateway: "STRIPE", failures: "3" },
        href: "/admin/money",
      },
    ]);
    const alert = await world.deps.db.moneyAlert.findUniqueOrThrow({ where: { key: "gateway-down:test" } });
    expect(await resolveAlert(world.deps, admin, { alertId: alert.id, reason: "seen to" })).toMatchObject({
      ok: true,
    });
    await raise();
    expect(
      await world.deps.db.outboxEvent.count({ where: { kind: "alert.raised", subjectId: alert.id } }),
    ).toBe(2);
    expect(await alerts()).toHaveLength(1);
    await world.deps.db.outboxEvent.updateMany({
      where: { kind: "alert.raised", subjectId: alert.id },
      data: { createdAt: new Date("2020-01-01T00:00:00Z") },
    });
    expect(await alerts()).toHaveLength(2);
    expect(mailsTo(admin)).toEqual([]);
  });
});
