import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { newApiKey } from "../key-format";
import { canManageKeysOf } from "../policy";
import { type RotateKeyInput, rotateKeySchema } from "../schema";
import { insertKey, keyFacts, tellOfLiveKey } from "./insert-key";
import { lockKey } from "./key-rows";

const HOUR_MS = 3_600_000;

/**
 * Makes a new key with the same settings; the old one goes on for `overlapHours` (0: ends at once). A key is replaced
 * once. Refusals: invalid_input, not_found, key_closed (revoked, expired or replaced already).
 */
export async function rotateKey(
  deps: KernelDeps,
  actor: UserActor,
  raw: RotateKeyInput,
): Promise<Result<{ keyId: string; key: string }>> {
  const parsed = rotateKeySchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { keyId, overlapHours } = parsed.data;
  return inTransaction(deps, async (tx) => {
    const old = await lockKey(tx, keyId);
    if (!old || !canManageKeysOf(actor, old.userId)) return refuse("not_found");
    const now = deps.clock.securityNow();
    const isOver = old.expiresAt !== null && old.expiresAt <= now;
    if (old.revokedAt || old.replacedById || isOver) return refuse("key_closed");
    const made = newApiKey(deps.ids, old.mode);
    const id = deps.ids.uuid();
    const { userId, projectId, name, mode, scopes, rateLimit, ipRestrictions, maxPriceMicros } = old;
    const { handlerErrors, numbersStatusSuffix, expiresAt, priceLimits } = old;
    const settings = { userId, projectId, name, mode, scopes, rateLimit, ipRestrictions, maxPriceMicros };
    const row = { ...settings, id, handlerErrors, numbersStatusSuffix, expiresAt, priceLimits };
    await insertKey(tx, row, made);
    const overlapUntil = new Date(now.getTime() + overlapHours * HOUR_MS);
    await tx.apiKey.update({ where: { id: keyId }, data: { replacedById: id, overlapUntil } });
    await writeAudit(tx, actor, {
      action: "api_key.rotated",
      targetType: "api_key",
      targetId: keyId,
      after: { replacedById: id, overlapUntil: overlapUntil.toISOString() },
    });
    await writeAudit(tx, actor, {
      action: "api_key.created",
      targetType: "api_key",
      targetId: id,
      after: { ...keyFacts(row), last4: made.last4 },
    });
    await tellOfLiveKey(tx, row, made);
    return ok({ keyId: id, key: made.key });
  });
}
