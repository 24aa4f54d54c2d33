import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canLimitKeys } from "../policy";
import { type UserLimitInput, userLimitSchema } from "../schema";
import type { UserLimitView } from "../types";

const NONE: UserLimitView = { rateLimit: null, maxKeys: null, isBlocked: false };

const facts = ({ rateLimit, maxKeys, isBlocked }: UserLimitView) => ({
  rateLimit: rateLimit ?? "",
  maxKeys: maxKeys ?? "",
  isBlocked,
});

/** What one person's keys may ask for together, how many there may be, or none at all; at once in every process. */
export async function setUserLimit(deps: KernelDeps, actor: Actor, raw: UserLimitInput): Promise<Result> {
  if (!canLimitKeys(actor)) return refuse("forbidden");
  const parsed = userLimitSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { userId, reason, ...limit } = parsed.data;
  return inTransaction(deps, async (tx) => {
    const person = await tx.user.findUnique({ where: { id: userId }, select: { apiLimit: true } });
    if (!person) return refuse("not_found");
    const data = { ...limit, updatedAt: deps.clock.securityNow() };
    await tx.apiUserLimit.upsert({ where: { userId }, create: { ...data, userId }, update: data });
    await writeAudit(tx, actor, {
      action: "api_limits.changed",
      targetType: "user",
      targetId: userId,
      before: facts(person.apiLimit ?? NONE),
      after: facts(limit),
      reason,
    });
    return ok();
  });
}
