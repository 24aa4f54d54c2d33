import type { SettingKey, SettingValue } from "./schema";

const UNWRITTEN = { en: "", fa: "", "pt-BR": "" };

/** What counts until an operator writes something else. */
export const DEFAULT_SETTINGS: { [Key in SettingKey]: SettingValue<Key> } = {
  brand: { name: "Patchbay", supportEmail: "" },
  "legal.terms": UNWRITTEN,
  "legal.privacy": UNWRITTEN,
  "legal.acceptable-use": UNWRITTEN,
  "legal.imprint": UNWRITTEN,
  "billing.seller": { name: "Patchbay", address: "", taxId: "", taxName: "", taxPercent: "0" },
  "billing.limits": {
    topUpPerDay: ["100", "1000", "5000", "50000"],
    withdrawalMinimum: "10",
    withdrawalPerDay: "1000",
    secondAdminFrom: "500",
    cryptoTolerancePercent: "0.5",
    btcConfirmations: 2,
    btcSixConfirmationsFrom: "2000",
  },
  "billing.rates": { brl: "", toman: "" },
};
