import { actorKind } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import {
  HOLD_ALERT_SECONDS,
  OWN_RESOLVE_AFTER_SECONDS,
  RESOLVE_AFTER_SECONDS,
  UNVERIFIED_DAILY_NUMBERS,
} from "../order-limits";
import type { NumbersDeps } from "../ports";
import type { QuoteProvider } from "../queries/read-quote";

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
  /** The project whose monthly limit it counts towards. */
  projectId?: string | null;
}

/** Null: an order with the same key was made at the same time; read it. */
export type Opened = { ok: true; number: number } | null;

type OpenedRow =
  | { outcome: "opened"; order_number: number }
  | { outcome: "known" | "suspended" | "wallet_frozen" | "no_stock" | "daily_limit_reached" }
  | { outcome: "insufficient_funds" | "project_limit_reached"; missing: bigint; available: bigint };

function callFunction({ db, ids }: NumbersDeps, actor: UserActor, order: NewOrder): Promise<OpenedRow[]> {
  const { provider, service, country } = order;
  const isOwn = provider.kind === "OWN_STOCK";
  const resolveSeconds = isOwn ? OWN_RESOLVE_AFTER_SECONDS : RESOLVE_AFTER_SECONDS;
  const holdSeconds = RESOLVE_AFTER_SECONDS + provider.windowSeconds + HOLD_ALERT_SECONDS;
  return db.$queryRaw<OpenedRow[]>`
    SELECT outcome, order_number, missing, available FROM order_open(
      ${order.id}::uuid, ${actor.userId}::uuid, ${service.id}::uuid, ${country.id}::uuid, ${provider.id}::uuid,
      ${order.priceMicros}::bigint, ${WALLET_CURRENCY}, ${order.idempotencyScope}, ${order.idempotencyKey},
      ${order.requestHash}, ${actor.apiKeyId}::uuid, ${actor.ipAddress}, ${resolveSeconds}::int, ${holdSeconds}::int,
      ${ids.uuid()}::uuid, ${`${service.name}, ${country.name}`}, ${isOwn && order.isOnlyProvider}::boolean,
      ${order.hasDailyLimit ? UNVERIFIED_DAILY_NUMBERS : null}::int, ${actorKind(actor)}::"ActorKind",
      ${actor.username}, ${actor.requestId}, ${order.projectId ?? null}::uuid)`;
}

/**
 * The first of a rent's two transactions, in one round trip: the order as PENDING, the hold, audit and event. After it the
 * money is set aside and the deadline stands, whatever happens to this process. Refusals: suspended, wallet_frozen,
 * no_stock, insufficient_funds (missingMicros, availableMicros), daily_limit_reached (limit),
 * project_limit_reached (remainingMicros).
 */
export async function openOrder(
  deps: NumbersDeps,
  actor: UserActor,
  order: NewOrder,
): Promise<Opened | Refusal> {
  const [row] = await callFunction(deps, actor, order);
  if (!row) throw new Error("order_open answered nothing");
  switch (row.outcome) {
    case "opened":
      return { ok: true, number: row.order_number };
    case "known":
      return null;
    case "daily_limit_reached":
      return refuse(row.outcome, { limit: UNVERIFIED_DAILY_NUMBERS });
    case "insufficient_funds":
      return refuse(row.outcome, {
        missingMicros: row.missing.toString(),
        availableMicros: row.available.toString(),
      });
    case "project_limit_reached":
      return refuse(row.outcome, { remainingMicros: row.available.toString() });
    default:
      return refuse(row.outcome);
  }
}
