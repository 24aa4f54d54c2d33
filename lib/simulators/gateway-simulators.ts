import { join } from "node:path";
import { startMercadoPagoSimulator } from "./mercadopago/start";
import { startStripeSimulator } from "./stripe/start";

interface Running {
  clock: { offsetSeconds: number };
  close(): Promise<void>;
}

/** Ports of gateways that are played here; a gateway with real keys has none. */
function portOf(url: string | undefined): number | null {
  return url ? Number(new URL(url).port) : null;
}

/** What was paid is remembered over a restart, as a real gateway would. */
function remembers(env: NodeJS.ProcessEnv, name: string): { stateFile?: string } {
  return env.DATA_DIR ? { stateFile: join(env.DATA_DIR, `${name}-simulator.json`) } : {};
}

/** Starts a stand-in for each gateway whose address the demo has put on loopback. Their events go to the product's own hooks. */
export async function startGatewaySimulators(env: NodeJS.ProcessEnv) {
  const secret = env.SIMULATOR_SECRET ?? "";
  const product = `http://127.0.0.1:${env.PORT ?? 3000}`;
  const running: Running[] = [];
  const stripePort = portOf(env.STRIPE_URL);
  if (stripePort !== null) {
    running.push(
      await startStripeSimulator({
        port: stripePort,
        secret,
        webhookSecret: env.STRIPE_WEBHOOK_SECRETS ?? "",
        webhookUrl: `${product}/api/hooks/payments/stripe`,
        ...remembers(env, "stripe"),
      }),
    );
  }
  const mercadoPagoPort = portOf(env.MERCADOPAGO_URL);
  if (mercadoPagoPort !== null) {
    running.push(
      await startMercadoPagoSimulator({
        port: mercadoPagoPort,
        secret,
        webhookSecret: env.MERCADOPAGO_WEBHOOK_SECRETS ?? "",
        webhookUrl: `${product}/api/hooks/payments/mercadopago`,
        ...remembers(env, "mercadopago"),
      }),
    );
  }
  return {
    setOffset(seconds: number) {
      for (const { clock } of running) clock.offsetSeconds = seconds;
    },
    close: () => Promise.all(running.map((simulator) => simulator.close())),
  };
}
