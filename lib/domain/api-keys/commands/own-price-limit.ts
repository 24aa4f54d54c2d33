import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { lockKey } from "./key-rows";

export interface OwnPriceLimit {
  serviceId: string;
  /** For one number of the service; null takes the limit off. */
  maxPriceMicros: bigint | null;
}

async function lockOwn(tx: Tx, actor: UserActor) {
  const key = actor.apiKeyId === null ? null : await lockKey(tx, actor.apiKeyId);
  if (!key || key.userId !== actor.userId) throw new RefusalError("not_found");
  if (key.revokedAt) throw new RefusalError("key_closed");
  return key;
}

/**
 * A key sets what it pays at most for one number of a service; never more than its owner allows it for any service.
 * Refusals: not_found, key_closed, key_price_limit (limitMicros), invalid_input.
 */
export function setOwnPriceLimit(
  deps: KernelDeps,
  actor: UserActor,
  { serviceId, maxPriceMicros }: OwnPriceLimit,
): Promise<Result> {
  return inTransaction(deps, async (tx) => {
    const key = await lockOwn(tx, actor);
    const ceiling = key.maxPriceMicros;
    if (maxPriceMicros !== null && maxPriceMicros < 0n) throw new RefusalError("invalid_input");
    if (maxPriceMicros !== null && ceiling !== null && maxPriceMicros > ceiling)
      throw new RefusalError("key_price_limit", { limitMicros: ceiling.toString() });
    const where = { apiKeyId_serviceId: { apiKeyId: key.id, serviceId } };
    const before = await tx.apiKeyPriceLimit.findUnique({ where });
    if (maxPriceMicros === null)
      await tx.apiKeyPriceLimit.deleteMany({ where: { apiKeyId: key.id, serviceId } });
    else
      await tx.apiKeyPriceLimit.upsert({
        where,
        create: { apiKeyId: key.id, serviceId, maxPriceMicros },
        update: { maxPriceMicros },
      });
    await writeAudit(tx, actor, {
      action: "api_key.updated",
      targetType: "api_key",
      targetId: key.id,
      before: { serviceId, maxPriceMicros: before?.maxPriceMicros.toString() ?? null },
      after: { serviceId, maxPriceMicros: maxPriceMicros?.toString() ?? null },
    });
    return ok();
  });
}
