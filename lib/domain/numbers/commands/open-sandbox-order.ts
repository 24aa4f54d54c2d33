import type { Tx } from "@/lib/db/client";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { NumbersDeps } from "../ports";
import { sandboxNumber } from "../sandbox-numbers";
import type { SandboxScript } from "../sandbox-scripts";
import { planSandboxMessage } from "./plan-sandbox-message";
import { recordChange } from "./record-change";

export interface NewSandboxOrder {
  id: string;
  requestHash: string;
  idempotencyScope: string;
  idempotencyKey: string;
  service: { id: string; code: string };
  country: { id: string };
  operatorId: string | null;
  priceMicros: bigint;
  /** An order's row names a provider; this one is never asked. */
  providerId: string;
  script: SandboxScript;
  projectId: string | null;
}

interface Place {
  suspended: boolean;
  iso2: string;
  phoneCode: string;
  running: bigint;
}

/** The person's row is locked: two rents at once count each other and get different numbers. */
async function readPlace(tx: Tx, actor: UserActor, order: NewSandboxOrder): Promise<Place> {
  const [user] = await tx.$queryRaw<{ suspended: boolean }[]>`
    SELECT status = 'SUSPENDED' AS suspended FROM users WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
  const [place] = await tx.$queryRaw<Omit<Place, "suspended">[]>`
    SELECT c.iso2, c.phone_code AS "phoneCode", (
      SELECT count(*) FROM orders o WHERE o.user_id = ${actor.userId}::uuid AND o.is_sandbox AND o.status = 'ACTIVE'
        AND o.service_id = ${order.service.id}::uuid AND o.country_id = c.id) AS running
    FROM countries c WHERE c.id = ${order.country.id}::uuid`;
  if (!user || !place) throw new RefusalError("not_found");
  return { ...place, suspended: user.suspended };
}

async function writeOrder(
  tx: Tx,
  actor: UserActor,
  order: NewSandboxOrder,
  phoneE164: string,
): Promise<boolean> {
  const { script } = order;
  const written = await tx.$queryRaw<{ id: string }[]>`
    WITH changed AS (
      INSERT INTO orders (id, user_id, service_id, country_id, operator_id, provider_id, phone_e164, status, price_micros,
        currency, idempotency_scope, idempotency_key, request_hash, api_key_id, project_id, ip_address, is_sandbox, activated_at,
        cancelable_at, expires_at, updated_at)
      VALUES (${order.id}::uuid, ${actor.userId}::uuid, ${order.service.id}::uuid, ${order.country.id}::uuid,
        ${order.operatorId}::uuid, ${order.providerId}::uuid, ${phoneE164}, 'ACTIVE', ${order.priceMicros}::bigint,
        ${WALLET_CURRENCY}, ${order.idempotencyScope}, ${order.idempotencyKey}, ${order.requestHash},
        ${actor.apiKeyId}::uuid, ${order.projectId}::uuid, ${actor.ipAddress}, true, app_now(),
        app_now() + make_interval(secs => ${script.cancelAfterSeconds}::int),
        app_now() + make_interval(secs => ${script.windowSeconds}::int), now())
      ON CONFLICT (user_id, idempotency_scope, idempotency_key) DO NOTHING
      RETURNING id, user_id),
    ${recordChange(actor, { event: "order.activated" })}
    SELECT id FROM changed`;
  return written.length > 0;
}

/**
 * A sandbox rent, in one transaction: an active order with a made-up number and its script's SMS written down. No hold,
 * no stock, no supplier, no audit row: nothing happened. Null: an order with the same key exists. Refusal: suspended.
 */
export async function openSandboxOrder(
  deps: NumbersDeps,
  actor: UserActor,
  order: NewSandboxOrder,
): Promise<{ ok: true } | Refusal | null> {
  const opened = await inTransaction<{ ok: true; isNew: boolean }>(deps, async (tx) => {
    const { suspended, iso2, phoneCode, running } = await readPlace(tx, actor, order);
    if (suspended) throw new RefusalError("suspended");
    const { script, service } = order;
    const phoneE164 = sandboxNumber({
      serviceCode: service.code,
      countryIso2: iso2,
      phoneCode,
      place: Number(running),
      digit: script.digit,
    });
    const isNew = await writeOrder(tx, actor, order, phoneE164);
    if (!isNew) return { ok: true, isNew };
    for (const [index, message] of script.messages.entries()) {
      await planSandboxMessage(tx, {
        ...message,
        id: deps.ids.uuid(),
        orderId: order.id,
        serviceId: service.id,
        serviceCode: service.code,
        phoneE164,
        n: index + 1,
      });
    }
    return { ok: true, isNew };
  });
  if (!opened.ok) return opened;
  return opened.isNew ? { ok: true } : null;
}
