import type { PaymentGateways } from "@/lib/domain/billing/ports";
import type { Env } from "@/lib/env";
import { createMercadoPagoGateway } from "./mercadopago/gateway";
import { createStripeGateway } from "./stripe/gateway";

const LOOPBACK = new Set(["127.0.0.1", "localhost"]);

function isLoopback(url: string | null | undefined): boolean {
  return typeof url === "string" && LOOPBACK.has(new URL(url).hostname);
}

/** The gateways whose keys are configured. Each is made at its first use: nobody needs them to build pages. */
export function createPaymentGateways(
  env: Pick<Env, "mode" | "stripe" | "mercadoPago" | "publicUrl">,
): PaymentGateways {
  const { stripe, mercadoPago } = env;
  const makers = {
    stripe: () =>
      stripe &&
      createStripeGateway({
        secretKey: stripe.secretKey,
        webhookSecrets: stripe.webhookSecrets,
        baseUrl: stripe.baseUrl ?? undefined,
      }),
    mercadopago: () =>
      mercadoPago &&
      createMercadoPagoGateway({
        accessToken: mercadoPago.accessToken,
        webhookSecrets: mercadoPago.webhookSecrets,
        signature: mercadoPago.signature,
        collectorId: mercadoPago.collectorId ?? undefined,
        baseUrl: mercadoPago.baseUrl ?? undefined,
        // The simulator knows the way by itself; a real gateway needs to be told where we are.
        notificationUrl: isLoopback(mercadoPago.baseUrl)
          ? undefined
          : `${env.publicUrl.origin}/api/hooks/payments/mercadopago`,
      }),
  };
  const made: { [Name in keyof typeof makers]?: ReturnType<(typeof makers)[Name]> } = {};
  return {
    byName(name) {
      if (name === "stripe") {
        made.stripe ??= makers.stripe();
        return made.stripe;
      }
      made.mercadopago ??= makers.mercadopago();
      return made.mercadopago;
    },
    isSimulated(method) {
      return isLoopback(method === "CARD" ? stripe?.baseUrl : mercadoPago?.baseUrl);
    },
  };
}
