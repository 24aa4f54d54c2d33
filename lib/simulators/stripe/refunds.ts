import { z } from "zod";
import type { StripeAccount } from "./account";
import { invalid, missing } from "./answers";
import type { Refund } from "./objects";

const refundInput = z.object({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: z.coerce.number().int().min(1).optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  metadata: z.record(z.string(), z.string()).default({}),
});

/** POST /v1/refunds: no more than what is left of the charge, and nothing of a disputed one. */
export function createRefund(account: StripeAccount, body: unknown): Refund | Response {
  const parsed = refundInput.safeParse(body);
  if (!parsed.success) return invalid("Invalid refund", parsed.error.issues[0]?.path.join("."));
  const { payment_intent, charge: chargeId, amount, reason, metadata } = parsed.data;
  const named = payment_intent ?? chargeId ?? "";
  const charge = account.charges.get(account.intents.get(named)?.latest_charge ?? named);
  if (!charge) return missing(payment_intent ? "payment_intent" : "charge", named);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    return invalid(`Charge ${charge.id} has already been refunded.`, undefined, "charge_already_refunded");
  const isDisputed = [...account.disputes.values()].some(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable && dispute.status !== "won",
  );
  if (isDisputed) return invalid("The charge has been charged back.", undefined, "charge_disputed");
  if (amount !== undefined && amount > left)
    return invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      "amount",
    );
  return account.createRefund(charge, amount ?? left, reason ?? null, metadata);
}
