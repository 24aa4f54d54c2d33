import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageProviders } from "../policy";
import { type AddProviderInput, isProviderAddress } from "../provider-schema";

/**
 * Sets up a supplier that speaks the SMS-Activate protocol. Nothing is bought there until somebody who has tried it
 * switches it on. Refusals: forbidden, invalid_input (baseUrl), value_taken (code).
 */
export async function addProvider(
  deps: KernelDeps,
  actor: Actor,
  { apiKey, ...typed }: AddProviderInput,
): Promise<Result<{ providerId: string }>> {
  if (!canManageProviders(actor)) return refuse("forbidden");
  if (!isProviderAddress(typed.baseUrl, deps.mode)) return refuse("invalid_input", { field: "baseUrl" });
  const id = deps.ids.uuid();
  return inTransaction<Result<{ providerId: string }>>(deps, async (tx) => {
    const added = { ...typed, kind: "SMS_ACTIVATE" as const, isActive: false };
    // Two at once wait for each other here; the second finds the first one's.
    const { count } = await tx.provider.createMany({
      data: [{ id, ...added, credentials: deps.cipher.encrypt(apiKey) }],
      skipDuplicates: true,
    });
    if (count === 0) throw new RefusalError("value_taken", { field: "code" });
    await writeAudit(tx, actor, {
      action: "provider.added",
      targetType: "provider",
      targetId: id,
      after: { ...added, key: "set" },
    });
    return ok({ providerId: id });
  });
}
