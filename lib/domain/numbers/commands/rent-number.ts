import { createHash } from "node:crypto";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { routeOrder } from "@/lib/domain/supply/routing";
import { hasDailyLimit } from "../policy";
import type { NumbersDeps } from "../ports";
import { getOrder } from "../queries";
import { type Quote, type QuoteProvider, readQuote } from "../queries/read-quote";
import { chooseScript, scriptByOperator } from "../sandbox-scripts";
import { type RentInput, rentSchema } from "../schema";
import type { OrderView, RentVia } from "../types";
import { connectOrder } from "./connect-order";
import { openOrder } from "./open-order";
import { openSandboxOrder } from "./open-sandbox-order";

export type Rented = { order: OrderView; replayed: boolean };

function hashOf(input: RentInput): string {
  if (input.requestDigest) return input.requestDigest;
  const { service, country, operator, numberWish, expectedPriceMicros, maxPriceMicros, quoted } = input;
  const asked = [service, country, expectedPriceMicros?.toString() ?? "", maxPriceMicros?.toString() ?? ""];
  if (operator) asked.push(operator);
  if (numberWish) asked.push(`wish ${numberWish}`);
  if (quoted) asked.push(`quoted ${quoted.priceMicros} ${quoted.until.toISOString()}`);
  if (input.exceptPrefixes?.length) asked.push(`except ${input.exceptPrefixes.join(",")}`);
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

type Sellable = Quote & {
  service: NonNullable<Quote["service"]>;
  country: NonNullable<Quote["country"]>;
  offer: NonNullable<Quote["offer"]>;
};

function isSellable(quote: Quote): quote is Sellable {
  return quote.service !== null && quote.country !== null && quote.offer !== null;
}

/** A promised price is the most that is paid: the offer's own counts where it is lower. */
function withPromise(quote: Quote, { quoted }: RentInput): Quote {
  if (!quoted || !quote.offer || quote.offer.priceMicros <= quoted.priceMicros) return quote;
  return { ...quote, offer: { ...quote.offer, priceMicros: quoted.priceMicros } };
}

/** Why this cannot be sold to this person at this price; null when it can. */
function refusalOf(
  actor: UserActor,
  quote: Quote,
  input: RentInput,
  via: RentVia | undefined,
): Refusal | null {
  if (!quote.service) return refuse("bad_service");
  if (quote.service.isProhibited) return refuse("service_prohibited");
  if (!quote.country || !quote.offer) return refuse("bad_country");
  if (input.operator && !quote.operator) return refuse("bad_operator");
  const { minVerificationLevel } = quote.service;
  if (actor.verificationLevel < minVerificationLevel)
    return refuse("level_too_low", { level: minVerificationLevel });
  const { priceMicros } = quote.offer;
  const limits = [input.expectedPriceMicros, input.maxPriceMicros];
  if (limits.some((limit) => limit !== undefined && priceMicros > limit)) {
    return refuse("price_changed", { priceMicros: priceMicros.toString() });
  }
  const keyLimit = via?.priceLimits.get(quote.service.id) ?? via?.maxPriceMicros ?? null;
  if (keyLimit !== null && priceMicros > keyLimit) {
    return refuse("key_price_limit", {
      priceMicros: priceMicros.toString(),
      limitMicros: keyLimit.toString(),
    });
  }
  return null;
}

/** The order as it stands. One that could not be connected is told again as what it was: no stock. */
async function answer(
  deps: NumbersDeps,
  actor: UserActor,
  orderId: string,
  replayed: boolean,
): Promise<Result<Rented>> {
  const order = await getOrder(deps, customerScope(actor), { id: orderId });
  if (!order) return refuse("not_found");
  return order.status === "FAILED" ? refuse("no_stock") : ok({ order, replayed });
}

function replay(deps: NumbersDeps, actor: UserActor, prior: NonNullable<Quote["prior"]>, hash: string) {
  return prior.requestHash === hash ? answer(deps, actor, prior.id, true) : refuse("idempotency_mismatch");
}

/** The same request was faster in another connection. */
async function answerFaster(deps: NumbersDeps, actor: UserActor, input: RentInput, requestHash: string) {
  const { prior } = await readQuote(deps, { ...input, userId: actor.userId });
  return prior ? replay(deps, actor, prior, requestHash) : refuse("conflict");
}

/** Keys of the sandbox never meet those of real orders, and a script's name is no operator's. */
function sandboxInput(asked: RentInput): RentInput {
  const idempotencyScope = `sandbox:${asked.idempotencyScope}`;
  const operator = scriptByOperator(asked.operator) ? undefined : asked.operator;
  return { ...asked, idempotencyScope, operator };
}

interface Rehearsal {
  asked: RentInput;
  input: RentInput;
  quote: Sellable;
  requestHash: string;
  projectId: string | null;
}

/** What was refused for service, country, level or price is refused here too; stock and money play no part. */
async function rentInSandbox(
  deps: NumbersDeps,
  actor: UserActor,
  { asked, input, quote, requestHash, projectId }: Rehearsal,
): Promise<Result<Rented>> {
  const script = chooseScript({ ...asked, serviceCode: quote.service.code });
  const [provider] = quote.providers;
  if (script.isSoldOut || !provider) return refuse("no_stock");
  const id = deps.ids.uuid();
  const opened = await openSandboxOrder(deps, actor, {
    id,
    requestHash,
    idempotencyScope: input.idempotencyScope,
    idempotencyKey: input.idempotencyKey,
    service: quote.service,
    country: quote.country,
    operatorId: quote.operator?.id ?? null,
    priceMicros: quote.offer.priceMicros,
    providerId: provider.id,
    script,
    projectId,
  });
  if (opened === null) return answerFaster(deps, actor, input, requestHash);
  return opened.ok ? answer(deps, actor, id, false) : opened;
}

/**
 * Rents one number: quote, hold, number. The same key of the same person and scope rents once and answers with the same
 * order. An order that is still PENDING is being connected: the supplier's answer is unknown and will be found out.
 * Refusals: invalid_input, bad_service, bad_country, bad_operator, service_prohibited, level_too_low, price_changed,
 * quote_expired, no_stock, insufficient_funds, suspended, daily_limit_reached, idempotency_mismatch; through a key (`via`) also
 * key_price_limit and project_limit_reached.
 */
export async function rentNumber(
  deps: NumbersDeps,
  actor: UserActor,
  raw: RentInput,
  via?: RentVia,
): Promise<Result<Rented>> {
  const parsed = rentSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const requestHash = hashOf(parsed.data);
  const input = actor.isSandbox ? sandboxInput(parsed.data) : parsed.data;
  const read = await readQuote(deps, { ...input, userId: actor.userId });
  if (read.prior) return replay(deps, actor, read.prior, requestHash);
  if (input.quoted && input.quoted.until.getTime() < deps.clock.now().getTime())
    return refuse("quote_expired");
  const quote = withPromise(read, input);
  const refusal = refusalOf(actor, quote, input, via);
  if (refusal || !isSellable(quote)) return refusal ?? refuse("bad_country");
  const projectId = via?.projectId ?? null;
  if (actor.isSandbox)
    return rentInSandbox(deps, actor, { asked: parsed.data, input, quote, requestHash, projectId });
  const { priceMicros } = quote.offer;
  const route = routeOrder(quote.providers, priceMicros) as QuoteProvider[];
  const [first] = route;
  if (!first) return refuse("no_stock");

  const id = deps.ids.uuid();
  const opened = await openOrder(deps, actor, {
    id,
    requestHash,
    idempotencyScope: input.idempotencyScope,
    idempotencyKey: input.idempotencyKey,
    service: quote.service,
    country: quote.country,
    priceMicros,
    provider: first,
    isOnlyProvider: route.length === 1,
    hasDailyLimit: hasDailyLimit(actor, quote.isEmailVerified),
    projectId,
  });
  if (opened === null) return answerFaster(deps, actor, input, requestHash);
  if (!opened.ok) return opened;
  await connectOrder(
    deps,
    {
      id,
      number: opened.number,
      service: quote.service,
      country: quote.country,
      operator: quote.operator,
      exceptPrefixes: input.exceptPrefixes ?? [],
      areaCode: via?.areaCode ?? null,
      priceMicros,
    },
    route,
  );
  return answer(deps, actor, id, false);
}
