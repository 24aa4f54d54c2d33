import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { ReviewPolicyInput } from "../edit-schema";
import { canEditCatalog } from "../policy";
import { refuseStale } from "./versioned-edit";

/** A person looks at what a rule prohibited: confirms it, or allows the service. Either way it leaves the review list. */
export async function reviewPolicy(
  deps: KernelDeps,
  actor: Actor,
  { id, version, decision }: ReviewPolicyInput,
): Promise<Result> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM services WHERE id = ${id}::uuid FOR UPDATE`;
    const current = await tx.service.findUnique({
      where: { id },
      select: { version: true, isProhibited: true, prohibitedReason: true, policyReviewedAt: true },
    });
    if (!current) return refuse("not_found");
    const isProhibited = decision === "confirm" && current.isProhibited;
    if (current.version !== version) refuseStale(current, { isProhibited });
    const prohibitedReason = isProhibited ? current.prohibitedReason : null;
    const policyReviewedAt = deps.clock.securityNow();
    await tx.service.update({
      where: { id },
      data: { isProhibited, prohibitedReason, policyReviewedAt, version: { increment: 1 } },
    });
    await writeAudit(tx, actor, {
      action: "service.policy_reviewed",
      targetType: "service",
      targetId: id,
      before: {
        isProhibited: current.isProhibited,
        prohibitedReason: current.prohibitedReason,
        policyReviewedAt: current.policyReviewedAt?.toISOString() ?? null,
      },
      after: { isProhibited, prohibitedReason, policyReviewedAt: policyReviewedAt.toISOString() },
    });
    return ok();
  });
}
