import { Prisma } from "@/lib/db/generated/client";
import { type Actor, systemActor } from "@/lib/domain/kernel/actor";
import { databaseErrorCode } from "@/lib/domain/kernel/transaction";
import type { NumbersDeps } from "../ports";
import { recordChange } from "./record-change";

export interface AllocateInput {
  orderId: string;
  serviceId: string;
  countryId: string;
  /** The only operator that will do; null: any. */
  operatorId: string | null;
  /** Digits with which the number must not begin. */
  exceptPrefixes: readonly string[];
  providerId: string;
  /** Digits after the country's code that are preferred. */
  areaCode?: string | null;
}

/** unique_violation: another provider's row of the same number was faster. */
const TAKEN = "23505";
const MAX_TRIES = 5;

/** Numbers of that area alone. */
function inArea(areaCode: string): Prisma.Sql {
  return Prisma.sql`AND starts_with(p.e164, '+' || (
    SELECT c.phone_code FROM countries c WHERE c.id = n.country_id) || ${areaCode}::text)`;
}

function allocate(
  deps: NumbersDeps,
  input: AllocateInput,
  actor: Actor,
  { lock, area = Prisma.empty }: { lock: Prisma.Sql; area?: Prisma.Sql },
) {
  return deps.db.$queryRaw<{ id: string }[]>`
    WITH waiting AS (
      SELECT o.id FROM orders o WHERE o.id = ${input.orderId}::uuid AND o.status = 'PENDING' FOR NO KEY UPDATE),
    pick AS (
      SELECT n.id, n.phone_number_id, p.e164, p.operator_id, v.window_seconds, v.cancel_after_seconds
      FROM phone_number_services n
      JOIN phone_numbers p ON p.id = n.phone_number_id AND p.is_active
      JOIN providers v ON v.id = n.provider_id
      WHERE n.provider_id = ${input.providerId}::uuid AND n.service_id = ${input.serviceId}::uuid
        AND n.country_id = ${input.countryId}::uuid
        AND (${input.operatorId}::uuid IS NULL OR p.operator_id = ${input.operatorId}::uuid)
        AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
        AND NOT EXISTS (
          SELECT FROM unnest(${[...input.exceptPrefixes]}::text[]) AS x (prefix) WHERE starts_with(p.e164, '+' || x.prefix))
        ${area}
        AND EXISTS (SELECT FROM waiting)
        AND NOT EXISTS (
          SELECT FROM phone_number_services other
          WHERE other.phone_number_id = n.phone_number_id AND other.service_id = n.service_id AND other.id <> n.id
            AND (other.used_at IS NOT NULL OR other.live_order_id IS NOT NULL))
      ORDER BY n.last_held_at NULLS FIRST, n.id
      LIMIT 1
      ${lock}),
    taken AS (
      UPDATE phone_number_services n SET live_order_id = ${input.orderId}::uuid, last_held_at = app_now()
      FROM pick WHERE n.id = pick.id RETURNING n.id),
    changed AS (
      UPDATE orders o SET status = 'ACTIVE', provider_id = ${input.providerId}::uuid,
        phone_number_id = pick.phone_number_id, phone_e164 = pick.e164, operator_id = pick.operator_id,
        activated_at = app_now(), resolve_by = NULL, updated_at = now(),
        cancelable_at = app_now() + make_interval(secs => pick.cancel_after_seconds),
        expires_at = app_now() + make_interval(secs => pick.window_seconds)
      FROM pick WHERE o.id = ${input.orderId}::uuid RETURNING o.id, o.user_id),
    ${recordChange(actor, { event: "order.activated" })}
    SELECT changed.id FROM changed, taken`;
}

/**
 * Gives a free number of our own to a PENDING order: the second transaction of a rent, in one statement. First what
 * nobody else is taking just now, of the preferred area before any other; then, before anybody is told that it is sold out, it waits for those who are.
 */
export async function allocateNumber(deps: NumbersDeps, input: AllocateInput): Promise<boolean> {
  const actor = systemActor("numbers");
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    try {
      const skip = Prisma.sql`FOR UPDATE OF n SKIP LOCKED`;
      const area = input.areaCode ? inArea(input.areaCode) : null;
      if (area && (await allocate(deps, input, actor, { lock: skip, area })).length > 0) return true;
      const quick = await allocate(deps, input, actor, { lock: skip });
      if (quick.length > 0) return true;
      const patient = await allocate(deps, input, actor, { lock: Prisma.sql`FOR UPDATE OF n` });
      return patient.length > 0;
    } catch (error) {
      if (databaseErrorCode(error) !== TAKEN || attempt === MAX_TRIES) throw error;
    }
  }
  return false;
}
