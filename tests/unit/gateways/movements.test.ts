import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createStripeGateway } from "@/lib/integrations/payments/stripe/gateway";
import { SIMULATED_STRIPE_KEY, startStripeSimulator } from "@/lib/simulators/stripe/start";
import { hosted, openMercadoPago, pix } from "./mercadopago-fixture";

const HOUR = 3_600_000;
const period = () => ({ from: new Date(Date.now() - HOUR), to: new Date(Date.now() + HOUR) });
const yesterday = () => ({ from: new Date(Date.now() - 25 * HOUR), to: new Date(Date.now() - HOUR) });

describe("Stripe's own books", () => {
  let simulator: Awaited<ReturnType<typeof startStripeSimulator>>;
  beforeEach(async () => {
    simulator = await startStripeSimulator({ port: 0, secret: "s", webhookSecret: "w", webhookUrl: null });
  });
  afterEach(() => simulator.close());

  it("tell every movement with our reference or the gateway's id", async () => {
    const gateway = createStripeGateway({
      secretKey: SIMULATED_STRIPE_KEY,
      webhookSecrets: ["w"],
      baseUrl: simulator.url,
    });
    const amount = { micros: 25_000_000n, currency: "USD" };
    const started = await gateway.startPayment({ ...hosted, amount });
    const session = simulator.account.sessions.get(started.ok ? started.externalId : "");
    if (!session) throw new Error("no session");
    simulator.account.payByCard(session, "4242424242424242", { kind: "paid" });
    const part = { micros: 5_000_000n, currency: "USD" };
    const refund = await gateway.refund({ externalId: session.id, amount: part, idempotencyKey: "refund:1" });
    const charge = simulator.account.chargeOf(session);
    if (!refund.ok || !charge) throw new Error("no refund");
    const [row] = simulator.account.refunds.values();
    if (row) simulator.account.failRefund(row);
    const dispute = simulator.account.openDispute(charge, { isInquiry: false });
    simulator.account.closeDispute(dispute, "won");
    expect(await gateway.listMovements(period())).toMatchObject({
      ok: true,
      movements: [
        { kind: "receipt", reference: "topup-1", amount, feeMicros: 1_030_000n },
        { kind: "refund", objectId: refund.refund.id, amount: part },
        { kind: "refund_reversed", objectId: refund.refund.id, amount: part },
        { kind: "dispute_withdrawn", objectId: dispute.id, amount, feeMicros: 15_000_000n },
        { kind: "dispute_reinstated", objectId: dispute.id, amount },
      ],
    });
    expect(await gateway.listMovements(yesterday())).toEqual({ ok: true, movements: [] });
  });
});

describe("MercadoPago's own books", () => {
  let all: Awaited<ReturnType<typeof openMercadoPago>>;
  beforeEach(async () => {
    all = await openMercadoPago();
  });
  afterEach(() => all.close());

  it("are read from the payments that changed", async () => {
    const { externalId } = await all.started(pix);
    await all.started({ ...pix, reference: "unpaid", idempotencyKey: "topup:2" });
    await all.control("pay", { payment: externalId });
    const part = { ...pix.amount, micros: 33_330_000n };
    const refund = await all.gateway.refund({ externalId, amount: part, idempotencyKey: "refund:1" });
    if (!refund.ok) throw new Error(refund.detail);
    expect(await all.gateway.listMovements(period())).toMatchObject({
      ok: true,
      movements: [
        {
          kind: "receipt",
          objectId: externalId,
          reference: "topup-1",
          amount: pix.amount,
          feeMicros: 6_530_000n,
        },
        { kind: "refund", objectId: refund.refund.id, amount: part },
      ],
    });
    expect(await all.gateway.listMovements(yesterday())).toEqual({ ok: true, movements: [] });
  });
});
