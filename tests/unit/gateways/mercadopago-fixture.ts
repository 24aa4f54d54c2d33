import { expect } from "vitest";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { StartedPayment, StartPayment } from "@/lib/domain/payments/types";
import { createMercadoPagoGateway } from "@/lib/integrations/payments/mercadopago/gateway";
import type { MercadoPagoOptions } from "@/lib/integrations/payments/mercadopago/sdk";
import { createSimulatedClock } from "@/lib/simulators/gateway/clock";
import { SIMULATED_MERCADOPAGO_TOKEN, startMercadoPagoSimulator } from "@/lib/simulators/mercadopago/start";
import { receiveWebhooks } from "./webhook-receiver";

const SECRET = "control-secret-of-tests";
export const WEBHOOK_SECRET = "mercadopago-secret-of-tests";

/** An address at which nobody listens. */
export async function deadUrl(): Promise<string> {
  const closed = await receiveWebhooks();
  await closed.close();
  return new URL(closed.url).origin;
}

export const amount = { micros: 133_330_000n, currency: "BRL" };
export const hosted: StartPayment = {
  reference: "topup-1",
  amount,
  description: "Wallet top-up",
  returnUrl: "http://127.0.0.1:3000/wallet/return?id=1",
  expiresAt: new Date(Date.now() + 3_600_000),
  idempotencyKey: "topup:1",
  customerEmail: "customer@patchbay.test",
  method: "hosted",
};
export const pix: StartPayment = { ...hosted, method: "pix" };

/** The simulator, a merchant's webhook address and the gateway between them, with a clock that a test moves. */
export async function openMercadoPago() {
  const time = { movedMs: 0 };
  const receiver = await receiveWebhooks();
  const simulator = await startMercadoPagoSimulator({
    port: 0,
    secret: SECRET,
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: null,
    clock: createSimulatedClock(() => Date.now() + time.movedMs),
    retryMs: [10, 10],
  });
  const open = (more: Partial<MercadoPagoOptions> = {}) =>
    createMercadoPagoGateway({
      accessToken: SIMULATED_MERCADOPAGO_TOKEN,
      webhookSecrets: ["older", WEBHOOK_SECRET],
      signature: "enforce",
      notificationUrl: receiver.url,
      baseUrl: simulator.url,
      timeoutMs: 2_000,
      maxRetries: 0,
      now: () => new Date(Date.now() + time.movedMs),
      ...more,
    });
  const gateway = open();
  return {
    time,
    receiver,
    simulator,
    open,
    gateway,
    async started(input: StartPayment): Promise<StartedPayment> {
      const result = await gateway.startPayment(input);
      if (!result.ok) throw new Error(result.detail);
      return result;
    },
    async fetched(lookup: Parameters<PaymentGateway["fetchPayment"]>[0]) {
      const result = await gateway.fetchPayment(lookup);
      if (!result.ok) throw new Error(result.detail);
      return result.payment;
    },
    async control(path: string, body: object) {
      const answer = await fetch(`${simulator.url}/__control/${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(200);
      await simulator.notifier.settle();
    },
    async close() {
      await simulator.close();
      await receiver.close();
    },
  };
}
