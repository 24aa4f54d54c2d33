import type { SettingKey, SettingValue } from "./schema";

export interface SettingView<Key extends SettingKey> {
  value: SettingValue<Key>;
  /** When it was last changed, as an ISO string; null while the default stands. An edit names what it saw. */
  changedAt: string | null;
}

/** Decimals of USD and percents, as the settings page takes them. */
export type BillingLimits = SettingValue<"billing.limits">;
