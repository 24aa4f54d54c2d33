import { INVOICE_POLICY, type InvoicePolicy } from "@/lib/domain/crypto-payments/invoice-shapes";
import type { SettingValue } from "@/lib/domain/settings/schema";
import { settingMicros } from "./limits";

const HUNDRED_PERCENT_BPS = 10_000n;

/** The machine's policy with what the shop's owner has set. */
export function cryptoPolicy(limits: SettingValue<"billing.limits">): InvoicePolicy {
  const percent = settingMicros(limits.cryptoTolerancePercent);
  return {
    ...INVOICE_POLICY,
    toleranceBps: (percent * HUNDRED_PERCENT_BPS) / 100_000_000n,
    confirmations: {
      ...INVOICE_POLICY.confirmations,
      BTC: [
        { fromMicros: 0n, confirmations: limits.btcConfirmations },
        {
          fromMicros: settingMicros(limits.btcSixConfirmationsFrom),
          confirmations: Math.max(6, limits.btcConfirmations),
        },
      ],
    },
  };
}
