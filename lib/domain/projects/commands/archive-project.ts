import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { projectIdSchema } from "../schema";

/** Closes a project: its keys stop working at once; its orders stay. Refusal: not_found. */
export async function archiveProject(
  deps: KernelDeps,
  actor: UserActor,
  { projectId }: { projectId: string },
): Promise<Result> {
  if (!projectIdSchema.safeParse(projectId).success) return refuse("not_found");
  return inTransaction(deps, async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, userId: actor.userId, archivedAt: null },
      data: { archivedAt: deps.clock.securityNow() },
    });
    if (count === 0) return refuse("not_found");
    await writeAudit(tx, actor, { action: "project.archived", targetType: "project", targetId: projectId });
    return ok();
  });
}
