import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { newApiKey } from "../key-format";
import { livingKeys } from "../living-keys";
import { canManageKeysOf, DEFAULT_MAX_KEYS } from "../policy";
import { type CreateKeyInput, createKeySchema } from "../schema";
import { insertKey, type KeyRow, keyFacts, tellOfLiveKey } from "./insert-key";
import { ownsProject } from "./key-rows";
import { findPriceLimits } from "./price-limits";

const DAY_MS = 86_400_000;

/**
 * Makes a key of `userId`. The answer holds the key itself, this once. Refusals: forbidden, invalid_input, not_found
 * (the project), bad_service, too_many_keys.
 */
export async function createKey(
  deps: KernelDeps,
  actor: Actor,
  { userId, ...raw }: CreateKeyInput & { userId: string },
): Promise<Result<{ keyId: string; key: string }>> {
  if (!canManageKeysOf(actor, userId)) return refuse("forbidden");
  const parsed = createKeySchema.safeParse(raw);
  if (!parsed.success)
    return refuse("invalid_input", { field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const { expiresInDays, priceLimits, ...settings } = parsed.data;
  const now = deps.clock.securityNow().getTime();
  const made = newApiKey(deps.ids, settings.mode);
  const id = deps.ids.uuid();
  const expiresAt = expiresInDays === null ? null : new Date(now + expiresInDays * DAY_MS);
  return inTransaction(deps, async (tx) => {
    // Two at once would both count the same keys.
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const [limit, count] = await Promise.all([
      tx.apiUserLimit.findUnique({ where: { userId }, select: { maxKeys: true } }),
      tx.apiKey.count({ where: livingKeys(userId, new Date(now)) }),
    ]);
    const maxKeys = limit?.maxKeys ?? DEFAULT_MAX_KEYS;
    if (count >= maxKeys) return refuse("too_many_keys", { limit: maxKeys });
    if (settings.projectId !== null && !(await ownsProject(tx, userId, settings.projectId)))
      return refuse("not_found");
    const limits = await findPriceLimits(tx, priceLimits);
    if (!Array.isArray(limits)) return limits;
    const row: KeyRow = { ...settings, id, userId, expiresAt, priceLimits: limits };
    await insertKey(tx, row, made);
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
