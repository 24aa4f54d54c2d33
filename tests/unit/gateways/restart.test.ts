import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { StartPayment } from "@/lib/domain/payments/types";
import { createMercadoPagoGateway } from "@/lib/integrations/payments/mercadopago/gateway";
import { createStripeGateway } from "@/lib/integrations/payments/stripe/gateway";
import { SIMULATED_MERCADOPAGO_TOKEN, startMercadoPagoSimulator } from "@/lib/simulators/mercadopago/start";
import { SIMULATED_STRIPE_KEY, startStripeSimulator } from "@/lib/simulators/stripe/start";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gateways-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const common = () => ({
  port: 0,
  secret: "control-secret-of-tests",
  webhookSecret: "secret",
  webhookUrl: null,
  stateFile: join(folder, "state.json"),
});

const input: StartPayment = {
  reference: "topup-1",
  amount: { micros: 25_000_000n, currency: "BRL" },
  description: "Wallet top-up",
  returnUrl: "http://127.0.0.1:3000/wallet",
  expiresAt: new Date(Date.now() + 3_600_000),
  idempotencyKey: "topup:1",
  customerEmail: "customer@patchbay.test",
  method: "hosted",
};

async function start(gateway: PaymentGateway) {
  const started = await gateway.startPayment(input);
  if (!started.ok) throw new Error(started.detail);
  return { id: started.externalId, page: started.redirectUrl ?? "" };
}

const post = (page: string, form: Record<string, string>) =>
  fetch(page, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

const open = {
  stripe: async () => {
    const simulator = await startStripeSimulator(common());
    const gateway = createStripeGateway({
      secretKey: SIMULATED_STRIPE_KEY,
      webhookSecrets: ["secret"],
      baseUrl: simulator.url,
    });
    return { simulator, gateway, card: "4242424242424242" };
  },
  mercadopago: async () => {
    const simulator = await startMercadoPagoSimulator(common());
    const gateway = createMercadoPagoGateway({
      accessToken: SIMULATED_MERCADOPAGO_TOKEN,
      webhookSecrets: ["secret"],
      signature: "enforce",
      baseUrl: simulator.url,
    });
    return { simulator, gateway, card: "APRO" };
  },
};

describe.each(["stripe", "mercadopago"] as const)("the %s simulator, started again", (name) => {
  it("still knows what was paid, refunds it and lets the payer dispute it at the page", async () => {
    const first = await open[name]();
    const { id, page } = await start(first.gateway);
    await post(page, { action: "card", card: first.card });
    await first.simulator.close();

    const { simulator, gateway } = await open[name]();
    expect(await gateway.fetchPayment({ id })).toMatchObject({ ok: true, payment: { status: "SETTLED" } });
    const amount = { ...input.amount, micros: 5_000_000n };
    const refund = await gateway.refund({ externalId: id, amount, idempotencyKey: "refund:1" });
    expect(refund).toMatchObject({ ok: true });
    const pageNow = page.replace(/^http:\/\/[^/]+/, simulator.url);
    expect(await (await post(pageNow, { action: "dispute" })).text()).toContain("Decide for the payer");
    await post(pageNow, { action: "lost" });
    expect(await gateway.fetchPayment({ id })).toMatchObject({
      ok: true,
      payment: {
        status: "SETTLED",
        refunds: [{ amount }],
        disputes: [{ status: "LOST", fundsWithdrawn: true }],
      },
    });
    await simulator.close();
  });

  it("begins anew from a torn file", async () => {
    writeFileSync(common().stateFile, '{"version":1,"sta');
    const { simulator, gateway } = await open[name]();
    await start(gateway);
    await simulator.close();
  });
});
