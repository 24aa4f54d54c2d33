import type { SettingKey, SettingValue } from "./schema";

const UNWRITTEN = { en: "", fa: "", "pt-BR": "" };

/** What counts until an operator writes something else. */
export const DEFAULT_SETTINGS: { [Key in SettingKey]: SettingValue<Key> } = {
  brand: { name: "Patchbay", supportEmail: "" },
  "legal.terms": UNWRITTEN,
  "legal.privacy": UNWRITTEN,
  "legal.acceptable-use": UNWRITTEN,
  "legal.imprint": UNWRITTEN,
};
