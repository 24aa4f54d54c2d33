import type { Tx } from "@/lib/db/client";
import { type ActorKind, Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { AuditAction, AuditTarget } from "@/lib/domain/kernel/audit-actions";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { FIRST_SEAL, sealOf } from "./seal";

export interface AuditEntry {
  action: AuditAction;
  targetType: AuditTarget;
  targetId: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string;
}

/** How the audit trail calls the actor. */
export function actorKind(actor: Actor): ActorKind {
  if (actor.kind === "system") return actor.door === "cli" ? "CLI" : "SYSTEM";
  if (actor.apiKeyId) return "API_KEY";
  return actor.role === "CUSTOMER" ? "USER" : "STAFF";
}

/** Writes who did what, in the transaction of the change itself. Before and after never hold secrets. */
export async function writeAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.createMany({
    data: [
      {
        actorKind: actorKind(actor),
        actorId: actor.kind === "user" ? actor.userId : null,
        actorName: actor.kind === "user" ? actor.username : actor.name,
        action: entry.action,
        targetType: entry.targetType,
        targetId: entry.targetId,
        before: entry.before ?? Prisma.DbNull,
        after: entry.after ?? Prisma.DbNull,
        reason: entry.reason ?? null,
        ipAddress: actor.kind === "user" ? actor.ipAddress : null,
        requestId: actor.requestId,
      },
    ],
  });
}

/** The longest address of a page that is kept. */
const MAX_PAGE = 200;

/** Somebody of the staff tried what only others may do: nothing was changed, and the trail says who tried on which page. */
export async function recordRefusedTry(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  tried: { page: string; needs: "SUPPORT" | "ADMIN" },
): Promise<void> {
  await deps.db.$transaction((tx) =>
    writeAudit(tx, actor, {
      action: "staff.refused",
      targetType: "page",
      targetId: tried.page.slice(0, MAX_PAGE),
      after: { role: tried.needs },
    }),
  );
}

/** A row counts as settled when no transaction that began before it can still be open. */
const SETTLE_SECONDS = 60;
const SEAL_BATCH = 500;

/**
 * Chains the settled rows that have no seal yet, oldest first. Afterwards and in batches, so that no writer ever waits
 * for the chain. Returns how many were sealed.
 */
export async function sealAudit(deps: Pick<KernelDeps, "db" | "clock">): Promise<number> {
  return deps.db.$transaction(async (tx) => {
    // One sealer at a time; the others find nothing to do.
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtext('patchbay.audit_seal')) AS taken`;
    if (!lock?.taken) return 0;
    const last = await tx.auditSeal.findFirst({ orderBy: { eventId: "desc" } });
    const events = await tx.auditEvent.findMany({
      where: {
        id: { gt: last?.eventId ?? 0n },
        createdAt: { lt: new Date(deps.clock.securityNow().getTime() - SETTLE_SECONDS * 1000) },
      },
      orderBy: { id: "asc" },
      take: SEAL_BATCH,
    });
    let previous: Uint8Array = last?.hash ?? FIRST_SEAL;
    const data = events.map((event) => {
      const hash = sealOf(previous, event);
      previous = hash;
      return { eventId: event.id, hash };
    });
    if (data.length > 0) await tx.auditSeal.createMany({ data });
    return data.length;
  });
}
