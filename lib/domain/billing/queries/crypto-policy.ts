import type { Db, Tx } from "@/lib/db/client";
import { INVOICE_POLICY, type InvoicePolicy } from "@/lib/domain/crypto-payments/invoice-shapes";
import { getSetting } from "@/lib/domain/settings/queries";
import { settingMicros } from "../top-up-rules";

const HUNDRED_PERCENT_BPS = 10_000n;

/** The machine's policy with what the shop's owner has set. */
export async function readCryptoPolicy(db: Db | Tx): Promise<InvoicePolicy> {
  const { value: limits } = await getSetting({ db }, "billing.limits");
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
