import { type Result, refuse } from "@/lib/domain/kernel/result";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { PaymentLookup } from "@/lib/domain/payments/types";
import type { BillingDeps } from "../ports";
import { type AppliedReport, applyGatewayReport } from "./apply-gateway-report";
import { noteGatewayHealth } from "./note-gateway-health";
import { raiseAlert } from "./raise-alert";

/**
 * Asks a gateway how a payment stands and applies the answer. Refusals: not_found (none of ours), and the gateway's
 * own. One that denies money which it had told of is asked again, for its first answer may just be older; then staff
 * is told, and nothing is taken back by itself.
 */
export async function askGateway(
  deps: BillingDeps,
  gateway: PaymentGateway,
  lookup: PaymentLookup,
): Promise<Result<AppliedReport>> {
  const answer = await gateway.fetchPayment(lookup);
  await noteGatewayHealth(deps, gateway.name, answer.ok ? null : answer.reason);
  if (!answer.ok) return refuse(answer.reason);
  const applied = await applyGatewayReport(deps, answer.payment);
  if (!applied.ok || !applied.deniesMoney) return applied;
  const again = await gateway.fetchPayment(lookup);
  if (!again.ok) return refuse(again.reason);
  const second = await applyGatewayReport(deps, again.payment);
  if (second.ok && second.deniesMoney) {
    await raiseAlert(deps, {
      key: `payment-differs:${second.invoiceId}:denied`,
      kind: "payment_differs",
      level: "CRITICAL",
      ref: { type: "invoice", id: second.invoiceId },
      details: { number: second.number, what: "denied" },
    });
  }
  return second;
}
