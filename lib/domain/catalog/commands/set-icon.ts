import { createHash } from "node:crypto";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { SetIconTarget } from "../edit-schema";
import { readIconFile } from "../icon-file";
import { canEditCatalog } from "../policy";
import { refuseStale } from "./versioned-edit";

/** The audit trail holds what tells icons apart, not the pictures. */
function fingerprint(icon: string | null) {
  return icon === null
    ? { icon: null }
    : { icon: createHash("sha256").update(icon).digest("hex").slice(0, 16), characters: icon.length };
}

/**
 * Stores the icon of a service or the flag of a country, or takes it away (null). Refusals: forbidden, not_found,
 * changed_meanwhile, icon_too_large, icon_unsafe (found), icon_unreadable.
 */
export async function setIcon(
  deps: KernelDeps,
  actor: Actor,
  { id, version, target }: SetIconTarget,
  file: Uint8Array | null,
): Promise<Result> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const read = file === null ? ok({ icon: null }) : readIconFile(file);
  if (!read.ok) return read;
  const { icon } = read;
  return inTransaction<Result>(deps, async (tx) => {
    const isService = target === "service";
    const [current] = isService
      ? await tx.$queryRaw<{ version: number; icon: string | null }[]>`
          SELECT version, icon FROM services WHERE id = ${id}::uuid FOR UPDATE`
      : await tx.$queryRaw<{ version: number; icon: string | null }[]>`
          SELECT version, flag_icon AS icon FROM countries WHERE id = ${id}::uuid FOR UPDATE`;
    if (!current) return refuse("not_found");
    if (current.version !== version) refuseStale(current, {});
    if (isService) await tx.service.update({ where: { id }, data: { icon, version: { increment: 1 } } });
    else await tx.country.update({ where: { id }, data: { flagIcon: icon, version: { increment: 1 } } });
    await writeAudit(tx, actor, {
      action: icon === null ? `${target}.icon_removed` : `${target}.icon_set`,
      targetType: target,
      targetId: id,
      before: fingerprint(current.icon),
      after: fingerprint(icon),
    });
    return ok();
  });
}
