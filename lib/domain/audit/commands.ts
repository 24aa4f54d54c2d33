import type { Tx } from "@/lib/db/client";
import { type ActorKind, Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";

export interface AuditEntry {
  action: string;
  targetType: string;
  targetId: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string;
}

function actorKind(actor: Actor): ActorKind {
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
