import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { type ProjectInput, projectIdSchema } from "../schema";
import { orNameTaken } from "./create-project";
import { projectFacts, readProjectFields } from "./project-fields";

/** Changes a living project of one's own. Refusals as createProject, and not_found. */
export async function updateProject(
  deps: KernelDeps,
  actor: UserActor,
  { projectId, ...raw }: ProjectInput & { projectId: string },
): Promise<Result> {
  if (!projectIdSchema.safeParse(projectId).success) return refuse("not_found");
  const read = await readProjectFields(deps, raw);
  if (!read.ok) return read;
  return orNameTaken(
    inTransaction(deps, async (tx) => {
      const before = await tx.project.findFirst({
        where: { id: projectId, userId: actor.userId, archivedAt: null },
      });
      if (!before) return refuse("not_found");
      await tx.project.update({ where: { id: projectId }, data: read.fields });
      await writeAudit(tx, actor, {
        action: "project.updated",
        targetType: "project",
        targetId: projectId,
        before: projectFacts(before),
        after: projectFacts(read.fields),
      });
      return ok();
    }),
  );
}
