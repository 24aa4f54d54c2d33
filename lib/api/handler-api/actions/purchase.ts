import { createHash } from "node:crypto";
import { readShelf } from "@/lib/domain/catalog/queries/shelf";
import { customerScope } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { type Rented, rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { readTries } from "@/lib/domain/numbers/queries/tries";
import type { OrderView } from "@/lib/domain/numbers/types";
import { whenConnected } from "../../keys/when-connected";
import type { ErrorAnswer } from "../answer";
import type { KeyedCall } from "../call";
import { purchaseError } from "../refusal-errors";
import { chooseOperator } from "./choose-operator";
import { type PurchaseWish, purchaseWish } from "./purchase-wish";

/** One order id may fail for want of a number so often; each time is an order of its own. */
const MAX_TRIES = 20;

const sha256 = (words: string): string => createHash("sha256").update(words).digest("base64url");

/** The same for the same request, whichever of the wanted operators serves it. */
function digestOf({ service, country, ...wish }: PurchaseWish): string {
  const { operators, unwantedOperators, isStrictOperator, maxPriceMicros, minPriceMicros, exceptPrefixes } =
    wish;
  const prices = [maxPriceMicros, minPriceMicros].map((micros) => micros?.toString() ?? "");
  const which = [operators, unwantedOperators, isStrictOperator, exceptPrefixes, wish.numberWish];
  return sha256(JSON.stringify([service, country.legacyId, ...prices, ...which]));
}

/** A price under the caller's least is no number for them. */
async function isTooCheap({ deps }: KeyedCall, { service, country, minPriceMicros }: PurchaseWish) {
  if (minPriceMicros === null) return false;
  const { byCountry } = await readShelf(deps);
  const row = byCountry.get(country.legacyId)?.find(({ serviceCode }) => serviceCode === service);
  return row !== undefined && row.priceMicros < minPriceMicros;
}

interface Try {
  idempotencyScope: string;
  idempotencyKey: string;
  /** There is an order under the key: it is answered, nothing is bought. */
  isDone: boolean;
}

/** A try that found no number leaves the order id free for the next. */
async function nextTry({ deps, actor, key }: KeyedCall, { orderId }: PurchaseWish): Promise<Try> {
  const idempotencyScope = `handler:${key.id}`;
  if (orderId === null) return { idempotencyScope, idempotencyKey: deps.ids.uuid(), isDone: false };
  // Any text may be an order id.
  const keys = Array.from({ length: MAX_TRIES }, (_, tries) => `order:${sha256(orderId)}:${tries}`);
  const { failed, isDone } = await readTries(deps, customerScope(actor), idempotencyScope, keys);
  return { idempotencyScope, idempotencyKey: keys[Math.min(failed, MAX_TRIES - 1)] ?? "", isDone };
}

function rent(
  { deps, actor, key }: KeyedCall,
  wish: PurchaseWish,
  { idempotencyScope, idempotencyKey }: Try,
  operator: string | undefined,
): Promise<Result<Rented>> {
  const input = {
    service: wish.service,
    country: String(wish.country.legacyId),
    operator,
    numberWish: wish.numberWish,
    maxPriceMicros: wish.maxPriceMicros,
    exceptPrefixes: wish.exceptPrefixes,
    requestDigest: digestOf(wish),
    idempotencyKey,
    idempotencyScope,
  };
  return rentNumber(deps, actor, input, key.via);
}

/** With an order id the same request is answered with the same order, and another one refused. */
async function buyOnce(call: KeyedCall, wish: PurchaseWish): Promise<Result<Rented> | ErrorAnswer> {
  const next = await nextTry(call, wish);
  if (next.isDone) return rent(call, wish, next, undefined);
  if (await isTooCheap(call, wish)) return refuse("no_stock");
  const choice = await chooseOperator(call, wish);
  return "kind" in choice ? choice : rent(call, wish, next, choice.operator);
}

/** Buys what the parameters say: the order with its number, or what the caller is told instead. */
export async function purchase(call: KeyedCall): Promise<{ ok: true; order: OrderView } | ErrorAnswer> {
  const wish = await purchaseWish(call);
  if ("kind" in wish) return wish;
  const rented = await buyOnce(call, wish);
  if ("kind" in rented) return rented;
  if (!rented.ok) return purchaseError(rented);
  if (rented.replayed && wish.isStrictOrderId) return purchaseError(refuse("idempotency_mismatch"));
  const connected = await whenConnected(call, rented.order);
  return connected.ok ? ok({ order: connected.order }) : purchaseError(connected);
}
