import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canRevokeKeyOf } from "../policy";
import { keyIdSchema } from "../schema";
import { lockKey } from "./key-rows";

/** Ends a key at once, in every process; orders made with it stay. Refusals: not_found, key_closed. */
export async function revokeKey(
  deps: KernelDeps,
  actor: Actor,
  { keyId, reason }: { keyId: string; reason?: string },
): Promise<Result> {
  if (!keyIdSchema.safeParse(keyId).success) return refuse("not_found");
  return inTransaction(deps, async (tx) => {
    const key = await lockKey(tx, keyId);
    if (!key || !canRevokeKeyOf(actor, key.userId)) return refuse("not_found");
    if (key.revokedAt) return refuse("key_closed");
    await tx.apiKey.update({ where: { id: keyId }, data: { revokedAt: deps.clock.securityNow() } });
    await writeAudit(tx, actor, {
      action: "api_key.revoked",
      targetType: "api_key",
      targetId: keyId,
      after: { name: key.name, last4: key.last4 },
      ...(reason ? { reason } : {}),
    });
    return ok();
  });
}
