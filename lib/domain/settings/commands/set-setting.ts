import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { DEFAULT_SETTINGS } from "../defaults";
import { canChangeSettings } from "../policy";
import { SETTINGS, type SettingKey, type SettingValue } from "../schema";

interface SettingChange<Key extends SettingKey> {
  key: Key;
  value: SettingValue<Key>;
  /** `changedAt` of the setting that the editor saw. */
  seenAt: string | null;
}

/** What stands now where it differs from what was typed: "now:brl" or, within a list, "now:topUpPerDay.0". */
function standing(now: object, typed: object, path = ""): Record<string, string | number> {
  const told: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(now)) {
    const other: unknown = Object.entries(typed).find(([key]) => key === name)?.[1];
    if (typeof value === "object" && value !== null)
      Object.assign(told, standing(value, Object(other), `${path}${name}.`));
    else if (value !== other) told[`now:${path}${name}`] = value;
  }
  return told;
}

/** Changes one setting. Refusals: forbidden, invalid_input, changed_meanwhile (what stands now). */
export async function setSetting<Key extends SettingKey>(
  deps: KernelDeps,
  actor: Actor,
  { key, value, seenAt }: SettingChange<Key>,
): Promise<Result<{ changedAt: string }>> {
  if (!canChangeSettings(actor)) return refuse("forbidden");
  const typed = SETTINGS[key].safeParse(value);
  if (!typed.success) return refuse("invalid_input");
  return inTransaction<Result<{ changedAt: string }>>(deps, async (tx) => {
    // One writer of a key at a time, also before the key exists.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.setting.${key}`}))`;
    const current = await tx.setting.findUnique({ where: { key } });
    const now = (current?.value ?? DEFAULT_SETTINGS[key]) as object;
    if ((current?.updatedAt.toISOString() ?? null) !== seenAt)
      return refuse("changed_meanwhile", standing(now, typed.data));
    const row = await tx.setting.upsert({
      where: { key },
      create: { key, value: typed.data },
      update: { value: typed.data },
    });
    await writeAudit(tx, actor, {
      action: "setting.changed",
      targetType: "setting",
      targetId: key,
      before: { value: current?.value ?? DEFAULT_SETTINGS[key] },
      after: { value: typed.data },
    });
    return ok({ changedAt: row.updatedAt.toISOString() });
  });
}
