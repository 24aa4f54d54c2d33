import type { Tx } from "@/lib/db/client";
import { systemActor } from "@/lib/domain/kernel/actor";
import { databaseErrorCode, inTransaction } from "@/lib/domain/kernel/transaction";
import type { BuyAnswer } from "@/lib/domain/supply/ports";
import type { ProviderTerms } from "@/lib/domain/supply/types";
import { CANCEL_ANSWER_MS, WATCH_SECONDS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import type { AllocateInput } from "./allocate-number";
import { answerWithin } from "./answer-within";
import { upstreamOf } from "./ask-to-close";
import { recordChange } from "./record-change";

export type BoughtNumber = Extract<BuyAnswer, { kind: "bought" }>;

/** "unusable": it served this service before, or serves it now; it was given back. "too_late": the order had ended. */
export type Activated = "active" | "unusable" | "too_late";

const UNIQUE_VIOLATION = "23505";

/** The number and its place on the shelf, made when the supplier first names it. False: it must not serve this service. */
async function takeNumber(
  tx: Tx,
  deps: NumbersDeps,
  input: AllocateInput,
  bought: BoughtNumber,
): Promise<string | null> {
  const [number] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO phone_numbers (id, e164, country_id) VALUES (${deps.ids.uuid()}::uuid, ${bought.phoneE164}, ${input.countryId}::uuid)
    ON CONFLICT (e164) DO UPDATE SET updated_at = now() RETURNING id`;
  if (!number) return null;
  const free = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO phone_number_services AS n (id, phone_number_id, service_id, provider_id, country_id, live_order_id, last_held_at)
    SELECT ${deps.ids.uuid()}::uuid, ${number.id}::uuid, ${input.serviceId}::uuid, ${input.providerId}::uuid,
      ${input.countryId}::uuid, ${input.orderId}::uuid, app_now()
    WHERE NOT EXISTS (
      SELECT FROM phone_number_services o WHERE o.phone_number_id = ${number.id}::uuid
        AND o.service_id = ${input.serviceId}::uuid AND (o.used_at IS NOT NULL OR o.live_order_id IS NOT NULL))
    ON CONFLICT (phone_number_id, service_id, provider_id)
      DO UPDATE SET live_order_id = excluded.live_order_id, last_held_at = excluded.last_held_at
      WHERE n.live_order_id IS NULL AND n.used_at IS NULL
    RETURNING n.id`;
  return free.length > 0 ? number.id : null;
}

/** Some suppliers give any operator where they do not have the one that was asked for. */
async function isOtherOperator(tx: Tx, input: AllocateInput, bought: BoughtNumber): Promise<boolean> {
  if (!input.operatorId || !bought.operator) return false;
  const asked = await tx.operator.findUniqueOrThrow({
    where: { id: input.operatorId },
    select: { code: true },
  });
  return asked.code !== bought.operator;
}

function isExcepted({ exceptPrefixes }: AllocateInput, { phoneE164 }: BoughtNumber): boolean {
  return exceptPrefixes.some((prefix) => phoneE164.startsWith(`+${prefix}`));
}

type Outcome = Activated | "lost";

async function activateIn(
  tx: Tx,
  deps: NumbersDeps,
  input: AllocateInput,
  terms: ProviderTerms,
  bought: BoughtNumber,
): Promise<Outcome> {
  const [order] = await tx.$queryRaw<{ status: string; theirs: string | null }[]>`
    SELECT status::text AS status, upstream_order_id AS theirs FROM orders
    WHERE id = ${input.orderId}::uuid FOR NO KEY UPDATE`;
  if (order?.status !== "PENDING") {
    // Reconciled while the answer was on its way: it is the same purchase.
    if (order?.theirs === bought.upstreamOrderId) return "active";
    // Given up while we were buying: it is ours to cancel, and to pay if that fails.
    await tx.$executeRaw`
      UPDATE orders SET provider_id = ${terms.id}::uuid, upstream_order_id = ${bought.upstreamOrderId}, cost_micros = ${bought.costMicros}::bigint,
        watch_until = app_now() + make_interval(secs => ${WATCH_SECONDS}::int), updated_at = now()
      WHERE id = ${input.orderId}::uuid AND end_at IS NOT NULL AND upstream_order_id IS NULL`;
    return "too_late";
  }
  if (isExcepted(input, bought) || (await isOtherOperator(tx, input, bought))) return "unusable";
  const numberId = await takeNumber(tx, deps, input, bought);
  if (!numberId) return "unusable";
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE orders SET status = 'ACTIVE', provider_id = ${terms.id}::uuid, phone_number_id = ${numberId}::uuid,
        phone_e164 = ${bought.phoneE164}, upstream_order_id = ${bought.upstreamOrderId},
        operator_id = (SELECT id FROM operators WHERE country_id = ${input.countryId}::uuid AND code = ${bought.operator ?? ""}),
        cost_micros = ${bought.costMicros}::bigint, activated_at = app_now(), resolve_by = NULL, updated_at = now(),
        cancelable_at = app_now() + make_interval(secs => ${bought.cancelAfterSeconds ?? terms.cancelAfterSeconds}::int),
        expires_at = app_now() + make_interval(secs => ${bought.windowSeconds ?? terms.windowSeconds}::int)
      WHERE id = ${input.orderId}::uuid RETURNING id, user_id),
    ${recordChange(systemActor("numbers"), { event: "order.activated" })}
    SELECT 1 FROM changed`;
  return "active";
}

/** Makes an order ACTIVE with the number that a supplier sold us: the second transaction of a rent. */
export async function activateBought(
  deps: NumbersDeps,
  input: AllocateInput,
  terms: ProviderTerms,
  bought: BoughtNumber,
): Promise<Activated> {
  let outcome: Outcome;
  try {
    const done = await inTransaction<Outcome>(deps, (tx) => activateIn(tx, deps, input, terms, bought));
    outcome = typeof done === "string" ? done : "unusable";
  } catch (error) {
    if (databaseErrorCode(error) !== UNIQUE_VIOLATION) throw error;
    // The supplier named an activation or a number that another order of ours holds.
    outcome = "lost";
  }
  if (outcome === "unusable" || outcome === "too_late") {
    deps.log.warn({ orderId: input.orderId, provider: terms.code, outcome }, "a bought number is given back");
    await answerWithin(upstreamOf(deps, terms).cancel(bought.upstreamOrderId), CANCEL_ANSWER_MS);
  }
  return outcome === "lost" ? "unusable" : outcome;
}
