import { Prisma } from "@/lib/db/generated/client";
import { actorKind } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { AuditAction } from "@/lib/domain/kernel/audit-actions";
import type { EventKind } from "@/lib/domain/kernel/events";

export interface OrderChange {
  event: Extract<EventKind, `order.${string}`>;
  /** More of the event's payload than the order's id. */
  payload?: Record<string, string>;
  /** The audit row's action; none for changes of neither money nor access. */
  audit?: {
    action: AuditAction;
    before?: Prisma.InputJsonObject;
    after?: Prisma.InputJsonObject;
    reason?: string;
  };
}

function auditRow(
  actor: Actor,
  { action, before, after, reason }: NonNullable<OrderChange["audit"]>,
): Prisma.Sql {
  const user = actor.kind === "user" ? actor : null;
  return Prisma.sql`
    audited AS (
      INSERT INTO audit_events
        (actor_kind, actor_id, actor_name, action, target_type, target_id, before, after, reason, ip_address, request_id)
      SELECT ${actorKind(actor)}::"ActorKind", ${user?.userId ?? null}::uuid,
        ${actor.kind === "user" ? actor.username : actor.name}::text, ${action}::text, 'order', changed.id::text,
        ${before ? JSON.stringify(before) : null}::jsonb, ${after ? JSON.stringify(after) : null}::jsonb, ${reason ?? null}::text, ${user?.ipAddress ?? null}::text,
        ${actor.requestId}::text
      FROM changed),`;
}

/**
 * The audit row and the event of a change, as parts of the statement that makes it: it must have a CTE "changed" with
 * id and user_id, and nothing is written when that is empty. Saves two round trips on the hot path.
 */
export function recordChange(actor: Actor, { event, payload, audit }: OrderChange): Prisma.Sql {
  return Prisma.sql`
    ${audit ? auditRow(actor, audit) : Prisma.empty}
    told AS (
      INSERT INTO outbox_events (kind, user_id, subject_id, payload)
      SELECT ${event}::text, changed.user_id, changed.id::text,
        jsonb_build_object('orderId', changed.id) || ${JSON.stringify(payload ?? {})}::jsonb
      FROM changed)`;
}
