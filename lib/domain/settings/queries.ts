import type { Db, Tx } from "@/lib/db/client";
import { DEFAULT_SETTINGS } from "./defaults";
import { LEGAL_TEXTS, SETTINGS, type SettingKey, type SettingValue } from "./schema";
import type { SettingView } from "./types";

/** One setting; the default where nothing valid is stored. */
export async function getSetting<Key extends SettingKey>(
  deps: { db: Db | Tx },
  key: Key,
): Promise<SettingView<Key>> {
  const row = await deps.db.setting.findUnique({ where: { key } });
  const stored = row ? SETTINGS[key].safeParse(row.value) : null;
  if (!row || !stored?.success) return { value: DEFAULT_SETTINGS[key], changedAt: null };
  // The schema of the key gave it.
  return { value: stored.data as SettingValue<Key>, changedAt: row.updatedAt.toISOString() };
}

/** How many legal texts the operator has not written in any language. */
export async function countUnwrittenTexts(deps: { db: Db | Tx }): Promise<number> {
  const texts = await Promise.all(LEGAL_TEXTS.map((text) => getSetting(deps, `legal.${text}`)));
  return texts.filter(({ value }) => Object.values(value).every((words) => words.trim() === "")).length;
}
