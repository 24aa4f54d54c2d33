import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageKeysOf } from "../policy";
import { type KeySettings, keyIdSchema, keySettingsSchema } from "../schema";
import { keyFacts } from "./insert-key";
import { lockKey } from "./key-rows";
import { findPriceLimits } from "./price-limits";

/** Changes what a living key may do; in every process at once. Refusals: invalid_input, bad_service, not_found, key_closed. */
export async function updateKey(
  deps: KernelDeps,
  actor: UserActor,
  { keyId, ...raw }: KeySettings & { keyId: string },
): Promise<Result> {
  if (!keyIdSchema.safeParse(keyId).success) return refuse("not_found");
  const parsed = keySettingsSchema.safeParse(raw);
  if (!parsed.success)
    return refuse("invalid_input", { field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const { priceLimits, ...settings } = parsed.data;
  return inTransaction(deps, async (tx) => {
    const before = await lockKey(tx, keyId);
    if (!before || !canManageKeysOf(actor, before.userId)) return refuse("not_found");
    if (before.revokedAt) return refuse("key_closed");
    const limits = await findPriceLimits(tx, priceLimits);
    if (!Array.isArray(limits)) return limits;
    await tx.apiKey.update({ where: { id: keyId }, data: settings });
    await tx.apiKeyPriceLimit.deleteMany({ where: { apiKeyId: keyId } });
    await tx.apiKeyPriceLimit.createMany({
      data: limits.map((limit) => ({ ...limit, apiKeyId: keyId })),
    });
    await writeAudit(tx, actor, {
      action: "api_key.updated",
      targetType: "api_key",
      targetId: keyId,
      before: keyFacts(before),
      after: keyFacts({ ...before, ...settings, priceLimits: limits }),
    });
    return ok();
  });
}
