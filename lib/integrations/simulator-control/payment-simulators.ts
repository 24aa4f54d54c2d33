import { z } from "zod";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import type { PaymentSimulators, Steered } from "@/lib/domain/operations/ports";
import type { ChainSnapshot, GatewaySnapshot, PaymentSimulator } from "@/lib/domain/operations/types";
import type { Env } from "@/lib/env";

const TIMEOUT_MS = 3_000;
const SHOWN_PAYMENTS = 10;

const gateway = z.object({
  fault: z.object({ fault: z.string() }),
  delivery: z.object({ delivery: z.string() }),
  deliveries: z.array(
    z.object({
      eventId: z.string(),
      type: z.string(),
      at: z.string(),
      status: z.number(),
      attempt: z.number(),
    }),
  ),
});
const stripe = gateway.extend({
  sessions: z.array(
    z.object({
      id: z.string(),
      client_reference_id: z.string().nullish(),
      payment_status: z.string(),
      payment_intent: z.unknown(),
      amount_total: z.number().int(),
      currency: z.string(),
    }),
  ),
  disputes: z.array(z.object({ id: z.string(), status: z.string(), payment_intent: z.unknown() })),
});
const mercadoPago = gateway.extend({
  payments: z.array(
    z.object({
      id: z.number(),
      external_reference: z.string().nullish(),
      status: z.string(),
      transaction_amount: z.number(),
      currency_id: z.string(),
    }),
  ),
});
const chainPayment = z.object({
  txid: z.string(),
  asset: z.string(),
  what: z.string(),
  amount: z.string(),
  address: z.string(),
  confirmations: z.number(),
  rbf: z.boolean(),
});
const chain = z.object({
  autoMine: z.boolean(),
  bitcoin: z.object({ height: z.number(), waiting: z.number(), payments: z.array(chainPayment) }),
  tron: z.object({
    height: z.number(),
    solid: z.number(),
    waiting: z.number(),
    payments: z.array(chainPayment),
  }),
  prices: z.array(
    z.object({
      source: z.string(),
      asset: z.string(),
      usd: z.string(),
      isStale: z.boolean(),
      isGarbage: z.boolean(),
    }),
  ),
  faults: z.array(z.object({ kind: z.string(), scope: z.string().optional(), calls: z.number().optional() })),
});
const refusal = z.object({ error: z.unknown() });

type ControlEnv = Pick<Env, "simulatorUrl" | "simulatorSecret" | "stripe" | "mercadoPago" | "crypto">;

const MICROS_PER_CENT = 10_000n;

const isLoopback = (url: string | null | undefined): url is string =>
  typeof url === "string" && new URL(url).hostname === "127.0.0.1";

/** Where the control API of each played simulator stands. What talks to a real host is not among them. */
function controlUrls(env: ControlEnv): Partial<Record<PaymentSimulator, string>> {
  if (!env.simulatorSecret) return {};
  const [stripeUrl, mercadoPagoUrl] = [env.stripe?.baseUrl, env.mercadoPago?.baseUrl];
  return {
    ...(isLoopback(stripeUrl) ? { stripe: `${stripeUrl}/__control/` } : {}),
    ...(isLoopback(mercadoPagoUrl) ? { mercadopago: `${mercadoPagoUrl}/__control/` } : {}),
    ...(isLoopback(env.crypto.krakenUrl)
      ? { chain: `${env.simulatorUrl.replace(/\/$/, "")}/__control/chain/` }
      : {}),
  };
}

/** One event is delivered more than once: only its place tells deliveries apart. */
const numbered = <T extends object>(rows: T[]) => rows.map((row, id) => ({ ...row, id }));

function stripeSnapshot(raw: unknown): GatewaySnapshot | null {
  const parsed = stripe.safeParse(raw);
  if (!parsed.success) return null;
  const { fault, delivery, deliveries, sessions, disputes } = parsed.data;
  return {
    fault: fault.fault,
    delivery: delivery.delivery,
    deliveries: numbered(deliveries),
    payments: sessions
      .filter(({ payment_status }) => payment_status === "paid")
      .slice(0, SHOWN_PAYMENTS)
      .map(({ id, client_reference_id, payment_intent, payment_status, amount_total, currency }) => {
        const dispute = disputes.find((each) => each.payment_intent === payment_intent);
        const isOpen = dispute !== undefined && dispute.status !== "won" && dispute.status !== "lost";
        return {
          id,
          reference: client_reference_id ?? null,
          amount: toDecimal(BigInt(amount_total) * MICROS_PER_CENT),
          currency: currency.toUpperCase(),
          status: dispute?.status ?? payment_status,
          dispute: isOpen ? dispute.id : null,
        };
      }),
  };
}

function mercadoPagoSnapshot(raw: unknown): GatewaySnapshot | null {
  const parsed = mercadoPago.safeParse(raw);
  if (!parsed.success) return null;
  const { fault, delivery, deliveries, payments } = parsed.data;
  return {
    fault: fault.fault,
    delivery: delivery.delivery,
    deliveries: numbered(deliveries),
    payments: payments
      .filter(({ status }) => status === "approved" || status === "charged_back")
      .slice(0, SHOWN_PAYMENTS)
      .map(({ id, external_reference, status, transaction_amount, currency_id }) => ({
        id: String(id),
        reference: external_reference ?? null,
        amount: toDecimal(parseDecimal(String(transaction_amount)) ?? 0n),
        currency: currency_id,
        status,
        dispute: status === "charged_back" ? String(id) : null,
      })),
  };
}

function chainSnapshot(raw: unknown): ChainSnapshot | null {
  const parsed = chain.safeParse(raw);
  if (!parsed.success) return null;
  const { autoMine, bitcoin, tron, prices, faults } = parsed.data;
  return {
    isMining: autoMine,
    bitcoin: { height: bitcoin.height, waiting: bitcoin.waiting },
    tron: { height: tron.height, solid: tron.solid, waiting: tron.waiting },
    payments: [...bitcoin.payments.slice(0, SHOWN_PAYMENTS), ...tron.payments.slice(0, SHOWN_PAYMENTS)].map(
      ({ rbf, ...payment }) => ({ ...payment, isReplaceable: rbf && payment.confirmations === 0 }),
    ),
    prices,
    faults: faults.map(({ kind, scope, calls }) => ({ kind, scope: scope ?? null, calls: calls ?? null })),
  };
}

/** Steers the payment simulators of the demo; with real keys, and in production, there are none. */
export function createPaymentSimulators(env: ControlEnv): PaymentSimulators {
  const urls = controlUrls(env);
  const headers = {
    authorization: `Bearer ${env.simulatorSecret ?? ""}`,
    "content-type": "application/json",
  };
  const call = (name: PaymentSimulator, verb: string, body?: object) =>
    fetch(new URL(verb, urls[name]), {
      method: body ? "POST" : "GET",
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: "no-store",
    });

  async function state(name: PaymentSimulator): Promise<unknown> {
    if (!urls[name]) return null;
    return call(name, "state").then(
      (answer) => answer.json() as Promise<unknown>,
      () => null,
    );
  }

  return {
    played: (["stripe", "mercadopago", "chain"] as const).filter((name) => urls[name] !== undefined),
    readGateway: async (name) =>
      name === "stripe" ? stripeSnapshot(await state(name)) : mercadoPagoSnapshot(await state(name)),
    readChain: async () => chainSnapshot(await state("chain")),
    async steer(name, verb, body): Promise<Steered> {
      if (!urls[name]) return { ok: false, error: null };
      try {
        const answer = await call(name, verb, body);
        if (answer.ok) {
          await answer.body?.cancel();
          return { ok: true };
        }
        const parsed = refusal.safeParse(await answer.json());
        const why = parsed.success ? parsed.data.error : null;
        return { ok: false, error: typeof why === "string" ? why : `answer ${answer.status}` };
      } catch {
        return { ok: false, error: null };
      }
    },
  };
}
