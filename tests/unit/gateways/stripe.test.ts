import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { StartPayment } from "@/lib/domain/payments/types";
import { createStripeGateway } from "@/lib/integrations/payments/stripe/gateway";
import { createSimulatedClock } from "@/lib/simulators/gateway/clock";
import { SIMULATED_STRIPE_KEY, startStripeSimulator } from "@/lib/simulators/stripe/start";
import { receiveWebhooks } from "./webhook-receiver";

const SECRET = "control-secret-of-tests";
const WEBHOOK_SECRET = "whsec_tests";

let moved = 0;
let receiver: Awaited<ReturnType<typeof receiveWebhooks>>;
let simulator: Awaited<ReturnType<typeof startStripeSimulator>>;
let gateway: PaymentGateway;

function open(
  url: string,
  more: { secretKey?: string; timeoutMs?: number; maxNetworkRetries?: number } = {},
) {
  return createStripeGateway({
    secretKey: SIMULATED_STRIPE_KEY,
    webhookSecrets: ["whsec_older", WEBHOOK_SECRET],
    baseUrl: url,
    timeoutMs: 2_000,
    maxNetworkRetries: 0,
    ...more,
  });
}

beforeEach(async () => {
  moved = 0;
  receiver = await receiveWebhooks();
  simulator = await startStripeSimulator({
    port: 0,
    secret: SECRET,
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: receiver.url,
    clock: createSimulatedClock(() => Date.now() + moved),
    retryMs: [10, 10],
  });
  gateway = open(simulator.url);
});
afterEach(async () => {
  await simulator.close();
  await receiver.close();
});

const input: StartPayment = {
  reference: "topup-1",
  amount: { micros: 25_000_000n, currency: "USD" },
  description: "Wallet top-up",
  returnUrl: "http://127.0.0.1:3000/wallet/return",
  expiresAt: new Date(Date.now() + 3_600_000),
  idempotencyKey: "topup:1",
  customerEmail: "customer@patchbay.test",
  method: "hosted",
};

async function started(more: Partial<StartPayment> = {}) {
  const result = await gateway.startPayment({ ...input, ...more });
  if (!result.ok) throw new Error(result.detail);
  return result;
}

async function fetched(lookup: Parameters<PaymentGateway["fetchPayment"]>[0]) {
  const result = await gateway.fetchPayment(lookup);
  if (!result.ok) throw new Error(result.detail);
  return result.payment;
}

async function control(path: string, body: object) {
  const answer = await fetch(`${simulator.url}/__control/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  await simulator.notifier.settle();
  return answer.json();
}

const act = (redirectUrl: string | undefined, form: Record<string, string>) =>
  fetch(redirectUrl ?? "", { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

describe("Stripe's SDK against the simulator", () => {
  it("a card pays at the hosted page and settles", async () => {
    const { externalId, redirectUrl } = await started();
    expect(await fetched({ id: externalId })).toMatchObject({
      status: "PENDING",
      reference: "topup-1",
      receipts: [],
    });
    expect(await (await fetch(redirectUrl ?? "")).text()).toContain("This is a simulator of Stripe");
    const paid = await act(redirectUrl, { action: "card", card: "4242424242424242" });
    expect(paid.status).toBe(303);
    expect(paid.headers.get("location")).toBe(input.returnUrl);
    const payment = await fetched({ id: externalId });
    expect(payment).toMatchObject({
      status: "SETTLED",
      amount: input.amount,
      receipts: [{ id: externalId, amount: input.amount }],
      isLive: false,
    });
    expect(JSON.stringify(payment.raw)).not.toContain("customer@patchbay.test");
    expect(await fetched({ reference: "topup-1" })).toMatchObject({ externalId });
  });

  it("a declined card leaves the page open for another one", async () => {
    const { externalId, redirectUrl } = await started();
    const refused = await act(redirectUrl, { action: "card", card: "4000000000009995" });
    expect(refused.status).toBe(200);
    expect(await refused.text()).toContain("insufficient funds");
    expect(await fetched({ id: externalId })).toMatchObject({
      status: "PENDING",
      failure: "insufficient_funds",
    });
    await act(redirectUrl, { action: "card", card: "4242424242424242" });
    expect(await fetched({ id: externalId })).toMatchObject({ status: "SETTLED", failure: null });
  });

  it("delayed money is detected first, then settles or fails", async () => {
    const good = await started();
    await act(good.redirectUrl, { action: "bank" });
    expect(await fetched({ id: good.externalId })).toMatchObject({ status: "DETECTED", receipts: [] });
    const bad = await started({ reference: "topup-2", idempotencyKey: "topup:2" });
    await act(bad.redirectUrl, { action: "bank-fails" });
    moved = 9_000;
    expect(await fetched({ id: good.externalId })).toMatchObject({ status: "SETTLED", receipts: [{}] });
    expect(await fetched({ id: bad.externalId })).toMatchObject({ status: "FAILED", receipts: [] });
  });

  it("a page that nobody used expires", async () => {
    const { externalId } = await started();
    moved = 3_700_000;
    expect(await fetched({ id: externalId })).toMatchObject({ status: "EXPIRED" });
  });

  it("the same key gives the same session, also in parallel; other parameters are refused", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => started()));
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(1);
    expect(simulator.account.sessions.size).toBe(1);
    const other = await gateway.startPayment({ ...input, amount: { micros: 30_000_000n, currency: "USD" } });
    expect(other).toMatchObject({ ok: false, reason: "gateway_key_reused" });
  });

  it("refunds in part, once per key, and not more than there is", async () => {
    const { externalId, redirectUrl } = await started();
    await act(redirectUrl, { action: "card", card: "4242424242424242" });
    const part = { externalId, amount: { micros: 10_000_000n, currency: "USD" }, idempotencyKey: "refund:1" };
    const first = await gateway.refund(part);
    expect(first).toMatchObject({ ok: true, refund: { status: "SUCCEEDED", amount: part.amount } });
    expect(await gateway.refund(part)).toEqual(first);
    const tooMuch = { ...part, amount: { micros: 20_000_000n, currency: "USD" }, idempotencyKey: "refund:2" };
    expect(await gateway.refund(tooMuch)).toMatchObject({
      ok: false,
      reason: "gateway_rejected",
      mayHaveHappened: false,
    });
    const payment = await fetched({ id: externalId });
    expect(payment.refunds).toHaveLength(1);
    const [refund] = payment.refunds;
    await control("refund-failed", { refund: refund?.id });
    expect(await fetched({ id: refund?.id ?? "" })).toMatchObject({
      externalId,
      refunds: [{ status: "FAILED" }],
    });
  });

  it("a dispute takes the money and gives it back when it is won", async () => {
    const { externalId, redirectUrl } = await started();
    await act(redirectUrl, { action: "card", card: "4242424242424242" });
    await control("dispute", { session: externalId });
    const [dispute] = (await fetched({ id: externalId })).disputes;
    expect(dispute).toMatchObject({ status: "OPEN", fundsWithdrawn: true, fundsReinstated: false });
    await control("close-dispute", { dispute: dispute?.id, outcome: "won" });
    expect(await fetched({ id: dispute?.id ?? "" })).toMatchObject({
      externalId,
      disputes: [{ status: "WON", fundsWithdrawn: true, fundsReinstated: true }],
    });
  });

  it("lists what happened since a cursor, oldest first", async () => {
    const { redirectUrl } = await started();
    const empty = await gateway.listEventsSince(null);
    if (!empty.ok) throw new Error(empty.detail);
    expect(empty).toMatchObject({ events: [], cursor: "" });
    await act(redirectUrl, { action: "card", card: "4000000000000259" });
    moved = 9_000;
    simulator.account.tick();
    const page = await gateway.listEventsSince(empty.cursor);
    if (!page.ok) throw new Error(page.detail);
    expect(page.events.map(({ type }) => type)).toEqual([
      "checkout.session.completed",
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
    ]);
    expect(await gateway.listEventsSince(page.events[0]?.eventId ?? "")).toMatchObject({
      events: [{ type: "charge.dispute.created" }, { type: "charge.dispute.funds_withdrawn" }],
      hasMore: false,
    });
    expect(await gateway.listEventsSince(page.cursor)).toMatchObject({ events: [], cursor: page.cursor });
  });
});

describe("Stripe in trouble", () => {
  it.each([
    ["429", "gateway_unavailable"],
    ["500", "gateway_unavailable"],
    ["garbage", "gateway_unavailable"],
    ["refuse", "gateway_unavailable"],
  ])("%s is a typed refusal", async (fault, reason) => {
    await control("fault", { fault });
    expect(await gateway.startPayment(input)).toMatchObject({ ok: false, reason });
    await control("fault", { fault: "none" });
    expect(await gateway.startPayment(input)).toMatchObject({ ok: true });
    expect(simulator.account.sessions.size).toBe(1);
  });

  it("an answer that got lost may have happened, and the same key finds it", async () => {
    await control("fault", { fault: "lost", count: 1, delayMs: 1_000 });
    const impatient = open(simulator.url, { timeoutMs: 300 });
    expect(await impatient.startPayment(input)).toMatchObject({
      ok: false,
      reason: "gateway_unavailable",
      mayHaveHappened: true,
    });
    await started();
    expect(simulator.account.sessions.size).toBe(1);
  });

  it("a dead host, a wrong key, an unknown object and an odd amount are told apart", async () => {
    expect(await open("http://127.0.0.1:1").startPayment(input)).toMatchObject({
      reason: "gateway_unavailable",
      mayHaveHappened: false,
    });
    expect(await open(simulator.url, { secretKey: "sk_test_wrong" }).startPayment(input)).toMatchObject({
      reason: "gateway_misconfigured",
    });
    expect(await gateway.fetchPayment({ id: "cs_unknown" })).toMatchObject({ reason: "gateway_not_found" });
    expect(await gateway.fetchPayment({ id: "du_unknown" })).toMatchObject({ reason: "gateway_not_found" });
    expect(await gateway.fetchPayment({ id: "nonsense" })).toMatchObject({ reason: "gateway_not_found" });
    expect(await gateway.fetchPayment({ reference: "unknown" })).toMatchObject({
      reason: "gateway_not_found",
    });
    for (const amount of [
      { micros: 25_000_001n, currency: "USD" },
      { micros: 0n, currency: "USD" },
      { micros: 25_000_000n, currency: "XXX" },
    ])
      expect(await gateway.startPayment({ ...input, amount })).toMatchObject({
        reason: "gateway_amount_unsupported",
      });
    expect(await gateway.startPayment({ ...input, method: "pix" })).toMatchObject({
      reason: "gateway_method_unsupported",
    });
  });
});

describe("Stripe's webhooks", () => {
  async function pay() {
    const { externalId } = await started();
    await control("pay", { session: externalId });
    return externalId;
  }
  const completed = () =>
    receiver.received.filter(({ rawBody }) => rawBody.includes("checkout.session.completed"));

  it("are signed so that the SDK takes them", async () => {
    const externalId = await pay();
    const [hook] = completed();
    if (!hook) throw new Error("no webhook came");
    expect(gateway.verifyWebhook(hook)).toMatchObject({
      ok: true,
      event: { kind: "payment", objectId: externalId, reference: "topup-1", isUnsigned: false },
    });
  });

  it.each([
    ["wrong_signature", "signature_wrong"],
    ["tampered", "signature_wrong"],
    ["stale", "stale"],
    ["future", "from_future"],
  ])("%s is refused", async (delivery, reason) => {
    const { externalId } = await started();
    await control("delivery", { delivery });
    await control("pay", { session: externalId });
    expect(completed()).toHaveLength(1);
    for (const hook of receiver.received)
      expect(gateway.verifyWebhook(hook)).toMatchObject({ ok: false, reason });
  });

  it("at the edge of five minutes", async () => {
    await pay();
    const [hook] = completed();
    if (!hook) throw new Error("no webhook came");
    const signedAt = Number(/t=(\d+)/.exec(hook.headers["stripe-signature"] ?? "")?.[1]) * 1_000;
    const at = (seconds: number) =>
      gateway.verifyWebhook({ ...hook, now: new Date(signedAt + seconds * 1_000) });
    expect(at(300)).toMatchObject({ ok: true });
    expect(at(301)).toMatchObject({ ok: false, reason: "stale" });
    expect(at(-300)).toMatchObject({ ok: true });
    expect(at(-301)).toMatchObject({ ok: false, reason: "from_future" });
    expect(gateway.verifyWebhook({ ...hook, headers: {} })).toMatchObject({ reason: "signature_missing" });
    expect(gateway.verifyWebhook({ ...hook, headers: { "stripe-signature": "nonsense" } })).toMatchObject({
      reason: "signature_wrong",
    });
  });

  it("come twice, late, out of order, not at all, and again until they are taken", async () => {
    const types = () =>
      receiver.received.splice(0).map(({ rawBody }) => (JSON.parse(rawBody) as { type: string }).type);
    const paid = ["payment_intent.succeeded", "checkout.session.completed"];
    const next = async (delivery: object, at: number) => {
      const { externalId } = await started({ reference: `topup-${at}`, idempotencyKey: `topup:${at}` });
      await control("delivery", delivery);
      await control("pay", { session: externalId });
    };
    await next({ delivery: "duplicate", times: 10, count: 2 }, 10);
    expect(types()).toHaveLength(20);
    await next({ delivery: "reorder", count: 2 }, 11);
    expect(types()).toEqual([...paid].reverse());
    await next({ delivery: "drop", count: 2 }, 12);
    expect(types()).toEqual([]);
    receiver.answers.status = 500;
    await next({ delivery: "normal" }, 13);
    receiver.answers.status = 200;
    await expect.poll(() => receiver.received.length).toBeGreaterThanOrEqual(4);
    await control("resend", { times: 2, eventId: simulator.account.events.at(-1)?.id });
    expect(types().filter((type) => type === "checkout.session.completed").length).toBeGreaterThanOrEqual(4);
  });

  it("cannot be steered without the secret", async () => {
    const answer = await fetch(`${simulator.url}/__control/state`);
    expect(answer.status).toBe(401);
  });
});
