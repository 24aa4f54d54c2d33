import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canOperate } from "../policy";
import { jobNameSchema } from "../schema";

/** Asks for a round of a job now; the next process that looks takes it. Refusals: forbidden, not_found. */
export async function requestJobRun(
  deps: Pick<KernelDeps, "db" | "clock">,
  actor: Actor,
  rawName: string,
): Promise<Result> {
  if (!canOperate(actor)) return refuse("forbidden");
  const name = jobNameSchema.safeParse(rawName);
  if (!name.success) return refuse("not_found");
  return inTransaction<Result>(deps, async (tx) => {
    const now = deps.clock.securityNow();
    await tx.$queryRaw`SELECT name FROM job_runs WHERE name = ${name.data} FOR UPDATE`;
    const job = await tx.jobRun.findUnique({ where: { name: name.data } });
    if (!job) throw new RefusalError("not_found");
    await tx.jobRun.update({ where: { name: name.data }, data: { runRequestedAt: now } });
    const lastRunAt = job.finishedAt?.toISOString() ?? null;
    await writeAudit(tx, actor, {
      action: "job.run_requested",
      targetType: "job",
      targetId: name.data,
      before: { runRequestedAt: job.runRequestedAt?.toISOString() ?? null, lastRunAt },
      after: { runRequestedAt: now.toISOString(), lastRunAt },
    });
    return ok();
  });
}
