import type { Tx } from "@/lib/db/client";
import type { Invoice } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { chargeIn, feeOf, usdCents } from "@/lib/domain/kernel/charge";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { getSetting } from "@/lib/domain/settings/queries";
import type { StartTopUpInput } from "../inputs";
import { isCrypto, METHOD_TERMS, type TopUpMethod } from "../methods";
import type { BillingDeps } from "../ports";
import { isGatewayDown } from "../queries/gateway-health";
import { methodState, startedTodayMicros } from "../queries/top-up-usage";
import { amountRefusal, dailyTopUpMicros, taxContainedIn } from "../top-up-rules";
import { cryptoTerms } from "./crypto-terms";
import { startAtGateway } from "./start-at-gateway";

/** Unpaid invoices that one person may have at a time. */
const MAX_OPEN_INVOICES = 10;

/** What the money is for, once it is in the wallet. */
export interface PlanToBuy {
  planId: string;
  /** One that is renewed or changed; null for a new one. */
  subscriptionId: string | null;
  /** What the plan takes of the amount; the rest stays in the wallet. */
  planDueMicros: bigint;
}

export interface StartedTopUp {
  invoiceId: string;
  number: number;
  /** Where to pay; null where the invoice's own page shows how. */
  redirectUrl: string | null;
}

/** Where the payer is sent back to. */
export interface PayersPages {
  /** What the addresses of the payer's language begin with: "/fa"; nothing for English. */
  localePath?: string;
}

const startedOf = ({ id, number, gatewayUrl, pixCode }: Invoice): StartedTopUp => ({
  invoiceId: id,
  number,
  redirectUrl: pixCode === null ? gatewayUrl : null,
});

/** What a payer of this method is asked for; null where there is no rate for its currency. */
async function chargeOf(deps: BillingDeps, currency: string, totalMicros: bigint) {
  if (currency === "USD") return { amount: usdCents(totalMicros), unitInUsd: "1" };
  const { value } = await getSetting(deps, "billing.rates");
  return currency === "BRL" && value.brl !== "" ? chargeIn(totalMicros, value.brl) : null;
}

async function openInvoice(
  deps: BillingDeps,
  tx: Tx,
  actor: UserActor,
  input: StartTopUpInput,
  plan: PlanToBuy | null,
): Promise<Result<{ invoice: Invoice; isNew: boolean }>> {
  const { userId } = actor;
  // One person's top-ups wait for each other, so that a day's limit counts them all.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.top-up.${userId}`}))`;
  const known = await tx.invoice.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey: input.key } },
  });
  if (known) {
    const isSame = known.amountMicros === input.amountMicros && known.paymentMethod === input.method;
    return isSame && known.planId === (plan?.planId ?? null)
      ? ok({ invoice: known, isNew: false })
      : refuse("idempotency_mismatch");
  }
  const state = await methodState(tx, input.method);
  const refusal = amountRefusal(state, input.amountMicros);
  if (refusal) return refusal;
  if (await isGatewayDown(tx, input.method)) return refuse("gateway_unavailable");
  const { value: limits } = await getSetting({ db: tx }, "billing.limits");
  const limit = dailyTopUpMicros(limits, actor.verificationLevel);
  if ((await startedTodayMicros(tx, userId)) + input.amountMicros > limit) {
    return refuse("top_up_limit", { maximumMicros: limit.toString() });
  }
  const open = await tx.invoice.count({ where: { userId, status: { in: ["CREATED", "PENDING"] } } });
  if (open >= MAX_OPEN_INVOICES) return refuse("too_many_invoices", { limit: MAX_OPEN_INVOICES });
  const terms = METHOD_TERMS[input.method];
  const feeMicros = feeOf(input.amountMicros, state.feeBps);
  const id = deps.ids.uuid();
  const asked = await askedFor(deps, tx, {
    id,
    method: input.method,
    totalMicros: input.amountMicros + feeMicros,
  });
  if (!asked.ok) return asked;
  const { value: seller } = await getSetting({ db: tx }, "billing.seller");
  const invoice = await tx.invoice.create({
    data: {
      id,
      userId,
      ...(plan ? { purpose: "PLAN" as const, ...plan } : { purpose: "TOP_UP" as const }),
      gateway: terms.gateway,
      paymentMethod: input.method,
      amountMicros: input.amountMicros,
      feeMicros,
      taxMicros: taxContainedIn(input.amountMicros + feeMicros, seller.taxPercent),
      chargeCurrency: terms.chargeCurrency,
      seller,
      idempotencyKey: input.key,
      ...asked.columns,
    },
  });
  await writeAudit(tx, actor, {
    action: "invoice.created",
    targetType: "invoice",
    targetId: invoice.id,
    after: { number: invoice.number, amount: toDecimal(input.amountMicros), method: input.method },
  });
  return ok({ invoice, isNew: true });
}

interface AskedFor {
  id: string;
  method: TopUpMethod;
  totalMicros: bigint;
}

/** What the payer is asked for, and until when: at a gateway in its currency, on a chain in the asset. */
async function askedFor(deps: BillingDeps, tx: Tx, { id, method, totalMicros }: AskedFor) {
  if (isCrypto(method)) {
    const crypto = await cryptoTerms(deps, tx, { invoiceId: id, method, totalMicros });
    return crypto.ok ? ok({ columns: crypto.terms }) : crypto;
  }
  const { gateway, chargeCurrency, payWithinSeconds } = METHOD_TERMS[method];
  const charge = await chargeOf(deps, chargeCurrency, totalMicros);
  if (!charge) return refuse("method_off");
  const payment = { id: deps.ids.uuid(), gateway, status: "CREATED" as const, currency: chargeCurrency };
  return ok({
    columns: {
      status: "CREATED" as const,
      chargeAmount: charge.amount,
      rate: charge.unitInUsd,
      rateFetchedAt: deps.clock.now(),
      expiresAt: new Date(deps.clock.now().getTime() + payWithinSeconds * 1_000),
      payments: { create: [{ ...payment, amount: charge.amount, rate: charge.unitInUsd }] },
    },
  });
}

/**
 * Begins a top-up, or with `plan` the payment of a plan: writes the invoice, then asks the gateway for a place to pay. The same key of the same person gives
 * the same invoice. Refusals: method_off, amount_too_small, amount_too_large, top_up_limit (with limit),
 * too_many_invoices, idempotency_mismatch, invoice_closed, gateway_unavailable and the gateway's own (nothing was charged).
 */
export async function startTopUp(
  deps: BillingDeps,
  actor: UserActor,
  input: StartTopUpInput & PayersPages,
  plan: PlanToBuy | null = null,
): Promise<Result<StartedTopUp>> {
  const opened: Result<{ invoice: Invoice; isNew: boolean }> | Refusal = await inTransaction(deps, (tx) =>
    openInvoice(deps, tx, actor, input, plan),
  );
  if (!opened.ok) return opened;
  const { invoice } = opened;
  if (invoice.status === "PENDING" || invoice.status === "PAID") return ok(startedOf(invoice));
  if (invoice.status !== "CREATED") return refuse("invoice_closed");
  const started = await startAtGateway(deps, actor, invoice, input.localePath ?? "");
  return started.ok ? ok(startedOf(started.invoice)) : started;
}
