import { writeAudit } from "@/lib/domain/audit/commands";
import { changesBetween, refuseStale } from "@/lib/domain/catalog/commands/versioned-edit";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageProviders } from "../policy";
import { isProviderAddress, type UpdateProviderInput } from "../provider-schema";

const FIELDS = {
  name: true,
  baseUrl: true,
  isActive: true,
  priority: true,
  windowSeconds: true,
  cancelAfterSeconds: true,
  pollIntervalMs: true,
  lowBalanceMicros: true,
} as const;

/**
 * Saves a provider as the form shows it; a key is only ever replaced, never read. Refusals: forbidden, not_found,
 * changed_meanwhile, invalid_input (baseUrl).
 */
export async function updateProvider(
  deps: KernelDeps,
  actor: Actor,
  { id, version, apiKey, lowBalance, ...rest }: UpdateProviderInput,
): Promise<Result<{ version: number }>> {
  if (!canManageProviders(actor)) return refuse("forbidden");
  const typed = { ...rest, lowBalanceMicros: lowBalance };
  return inTransaction<Result<{ version: number }>>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM providers WHERE id = ${id}::uuid FOR UPDATE`;
    const current = await tx.provider.findUnique({
      where: { id },
      select: { ...FIELDS, version: true, kind: true, credentials: true },
    });
    if (!current) throw new RefusalError("not_found");
    const { kind, credentials, ...stored } = current;
    if (stored.version !== version) refuseStale(stored, typed);
    const needsAddress = kind !== "OWN_STOCK";
    const isAddressFine =
      typed.baseUrl === null ? !needsAddress : isProviderAddress(typed.baseUrl, deps.mode);
    if (!isAddressFine) throw new RefusalError("invalid_input", { field: "baseUrl" });
    const changes = changesBetween(stored, typed);
    if (!changes && apiKey === "") return ok({ version });
    await tx.provider.update({
      where: { id },
      data: {
        ...typed,
        version: { increment: 1 },
        ...(apiKey === "" ? {} : { credentials: deps.cipher.encrypt(apiKey) }),
      },
    });
    // That a key was replaced is told; no part of it is.
    const key =
      apiKey === "" ? null : { before: { key: credentials ? "set" : "none" }, after: { key: "replaced" } };
    await writeAudit(tx, actor, {
      action: "provider.updated",
      targetType: "provider",
      targetId: id,
      before: { ...changes?.before, ...key?.before },
      after: { ...changes?.after, ...key?.after },
    });
    return ok({ version: version + 1 });
  });
}
