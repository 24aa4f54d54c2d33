import type { Tx } from "@/lib/db/client";
import type { StrayReason } from "@/lib/db/generated/client";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { GatewayPayment } from "@/lib/domain/payments/types";
import type { BillingDeps } from "../ports";
import { raiseAlert } from "./raise-alert";

/** Keeps money that a gateway has taken and no invoice explains, once, until a person decides what it is. */
export async function recordStray(
  deps: BillingDeps,
  tx: Tx,
  reported: GatewayPayment,
  reason: StrayReason,
  invoiceId: string | null = null,
): Promise<void> {
  const gateway = reported.gateway === "stripe" ? "STRIPE" : "MERCADOPAGO";
  for (const receipt of reported.receipts) {
    await tx.unmatchedPayment.createMany({
      data: [
        {
          id: deps.ids.uuid(),
          gateway,
          gatewayPaymentId: receipt.id,
          reason,
          asset: receipt.amount.currency,
          amount: toDecimal(receipt.amount.micros),
          invoiceId,
        },
      ],
      skipDuplicates: true,
    });
    await raiseAlert(
      { db: tx, ids: deps.ids },
      {
        key: `stray:${gateway}:${receipt.id}`,
        kind: "payment_unknown",
        level: "CRITICAL",
        details: { gateway, amount: `${toDecimal(receipt.amount.micros)} ${receipt.amount.currency}` },
      },
    );
  }
}
