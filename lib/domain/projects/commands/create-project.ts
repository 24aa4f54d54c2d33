import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction, isUniqueViolation } from "@/lib/domain/kernel/transaction";
import { MAX_PROJECTS } from "../policy";
import type { ProjectInput } from "../schema";
import { projectFacts, readProjectFields } from "./project-fields";

/** Turns "this name is taken" of the database into a refusal. */
export async function orNameTaken<T>(work: Promise<T>): Promise<T | Refusal<"name_taken">> {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("name_taken");
    throw error;
  }
}

/** Opens a project of `userId`. Refusals: invalid_input, bad_country, bad_service, name_taken, too_many_projects. */
export async function createProject(
  deps: KernelDeps,
  actor: Actor,
  { userId, ...raw }: ProjectInput & { userId: string },
): Promise<Result<{ projectId: string }>> {
  const read = await readProjectFields(deps, raw);
  if (!read.ok) return read;
  const id = deps.ids.uuid();
  return orNameTaken(
    inTransaction(deps, async (tx) => {
      const count = await tx.project.count({ where: { userId, archivedAt: null } });
      if (count >= MAX_PROJECTS) return refuse("too_many_projects", { limit: MAX_PROJECTS });
      await tx.project.create({ data: { id, userId, ...read.fields } });
      await writeAudit(tx, actor, {
        action: "project.created",
        targetType: "project",
        targetId: id,
        after: projectFacts(read.fields),
      });
      return ok({ projectId: id });
    }),
  );
}
