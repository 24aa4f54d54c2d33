import type { Tx } from "@/lib/db/client";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
import {
  HOLD_ALERT_SECONDS,
  OWN_RESOLVE_AFTER_SECONDS,
  RESOLVE_AFTER_SECONDS,
  UNVERIFIED_DAILY_NUMBERS,
} from "../order-limits";
import type { NumbersDeps } from "../ports";
import type { QuoteProvider } from "../queries/read-quote";
import { recordChange } from "./record-change";

export interface NewOrder {
  id: string;
  requestHash: string;
  idempotencyScope: string;
  idempotencyKey: string;
  service: { id: string; name: string };
  country: { id: string; name: string };
  priceMicros: bigint;
  /** Who is asked first. */
  provider: QuoteProvider;
  /** Nobody else could serve it: then nothing is begun for which there is plainly no number. */
  isOnlyProvider: boolean;
  hasDailyLimit: boolean;
}

/** Null: an order with the same key was made at the same time; read it. */
export type Opened = { ok: true; number: number; resolveAfterSeconds: number } | null;

interface GateRow {
  is_suspended: boolean;
  has_stock: boolean;
  number: number | null;
}

/**
 * Own stock that is spoken for counts as gone: of many who come at once for the last numbers, those without a chance
 * are refused here, before money moves.
 */
async function insertOrder(tx: Tx, actor: UserActor, order: NewOrder, resolveAfter: number): Promise<Opened> {
  const { provider, service, country } = order;
  const gated = order.isOnlyProvider && provider.kind === "OWN_STOCK";
  const rows = await tx.$queryRaw<GateRow[]>`
    WITH gate AS (
      SELECT u.status = 'SUSPENDED' AS is_suspended,
        NOT ${gated}::boolean OR (
          SELECT count(*) FROM (
            SELECT 1 FROM phone_number_services n
            WHERE n.provider_id = ${provider.id}::uuid AND n.service_id = ${service.id}::uuid
              AND n.country_id = ${country.id}::uuid
              AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
            LIMIT (SELECT count(*) + 1 FROM orders w WHERE w.provider_id = ${provider.id}::uuid
              AND w.service_id = ${service.id}::uuid AND w.country_id = ${country.id}::uuid AND w.status = 'PENDING')) free
        ) > (SELECT count(*) FROM orders w WHERE w.provider_id = ${provider.id}::uuid
          AND w.service_id = ${service.id}::uuid AND w.country_id = ${country.id}::uuid
          AND w.status = 'PENDING') AS has_stock
      FROM users u WHERE u.id = ${actor.userId}::uuid),
    made AS (
      INSERT INTO orders (id, user_id, service_id, country_id, provider_id, price_micros, currency,
        idempotency_scope, idempotency_key, request_hash, api_key_id, resolve_by, ip_address)
      SELECT ${order.id}::uuid, ${actor.userId}::uuid, ${service.id}::uuid, ${country.id}::uuid, ${provider.id}::uuid,
        ${order.priceMicros}::bigint, ${WALLET_CURRENCY}, ${order.idempotencyScope}, ${order.idempotencyKey},
        ${order.requestHash}, ${actor.apiKeyId}::uuid, app_now() + make_interval(secs => ${resolveAfter}::int),
        ${actor.ipAddress}
      FROM gate WHERE NOT gate.is_suspended AND gate.has_stock
      ON CONFLICT (user_id, idempotency_scope, idempotency_key) DO NOTHING
      RETURNING number)
    SELECT gate.is_suspended, gate.has_stock, made.number FROM gate LEFT JOIN made ON true`;
  const row = rows[0];
  if (!row) throw new RefusalError("unauthenticated");
  if (row.is_suspended) throw new RefusalError("suspended");
  if (!row.has_stock) throw new RefusalError("no_stock");
  return row.number === null ? null : { ok: true, number: row.number, resolveAfterSeconds: resolveAfter };
}

/** Counted while the wallet is locked by the hold, so that two rents of one person count each other. */
async function refuseOverDailyLimit(tx: Tx, actor: UserActor): Promise<void> {
  const [row] = await tx.$queryRaw<{ today: bigint }[]>`
    SELECT count(*) AS today FROM orders
    WHERE user_id = ${actor.userId}::uuid AND status <> 'FAILED'
      AND start_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`;
  if ((row?.today ?? 0n) > BigInt(UNVERIFIED_DAILY_NUMBERS)) {
    throw new RefusalError("daily_limit_reached", { limit: UNVERIFIED_DAILY_NUMBERS });
  }
}

/**
 * The first of a rent's two transactions: the order as PENDING, the hold, audit and event. After it the money is set
 * aside and the deadline stands, whatever happens to this process. Refusals: suspended, no_stock, insufficient_funds,
 * daily_limit_reached.
 */
export function openOrder(deps: NumbersDeps, actor: UserActor, order: NewOrder): Promise<Opened | Refusal> {
  const { provider, priceMicros } = order;
  const resolveAfter = provider.kind === "OWN_STOCK" ? OWN_RESOLVE_AFTER_SECONDS : RESOLVE_AFTER_SECONDS;
  return inTransaction(deps, async (tx) => {
    const opened = await insertOrder(tx, actor, order, resolveAfter);
    if (!opened) return null;
    const { holdId } = await placeHold(tx, {
      userId: actor.userId,
      amountMicros: priceMicros,
      currency: WALLET_CURRENCY,
      ownerType: "order",
      ownerId: order.id,
      expiresInSeconds: RESOLVE_AFTER_SECONDS + provider.windowSeconds + HOLD_ALERT_SECONDS,
      line: {
        id: deps.ids.uuid(),
        orderId: order.id,
        description: `${order.service.name}, ${order.country.name}`,
      },
    });
    if (order.hasDailyLimit) await refuseOverDailyLimit(tx, actor);
    await tx.$executeRaw`
      WITH changed AS (
        UPDATE orders SET hold_id = ${holdId}::bigint WHERE id = ${order.id}::uuid RETURNING id, user_id),
      ${recordChange(actor, {
        event: "order.requested",
        audit: {
          action: "order.requested",
          after: {
            number: opened.number,
            price: toDecimal(priceMicros),
            service: order.service.name,
            country: order.country.name,
          },
        },
      })}
      SELECT 1 FROM changed`;
    return opened;
  });
}
