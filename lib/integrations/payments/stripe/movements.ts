import type Stripe from "stripe";
import { z } from "zod";
import type { GatewayMovement, GatewayMovementKind, Period } from "@/lib/domain/payments/types";
import { fromMinorUnits } from "../minor-units";

const PAGE = 100;

/** Balance transactions that are money of a payment; payouts and Stripe's own bills are not. */
const KIND: Readonly<Record<string, GatewayMovementKind>> = {
  charge: "receipt",
  refund: "refund",
  refund_failure: "refund_reversed",
  dispute: "dispute_withdrawn",
  dispute_reversal: "dispute_reinstated",
};

/** The charge carries the metadata of its payment intent, where our reference is. */
const balanceTransaction = z.object({
  amount: z.number().int(),
  fee: z.number().int(),
  currency: z.string(),
  created: z.number().int(),
  reporting_category: z.string(),
  source: z.object({ id: z.string(), metadata: z.record(z.string(), z.string()).nullish() }).nullable(),
});

/** Stripe's balance of a period, line by line. */
export async function listStripeMovements(stripe: Stripe, { from, to }: Period): Promise<GatewayMovement[]> {
  const created = { gte: Math.floor(from.getTime() / 1_000), lt: Math.ceil(to.getTime() / 1_000) };
  const movements: GatewayMovement[] = [];
  for await (const row of stripe.balanceTransactions.list({
    created,
    limit: PAGE,
    expand: ["data.source"],
  })) {
    const kind = KIND[row.reporting_category];
    if (!kind) continue;
    const { amount, fee, currency, source, created: at } = balanceTransaction.parse(row);
    movements.push({
      kind,
      objectId: source?.id ?? row.id,
      reference: source?.metadata?.reference ?? null,
      amount: fromMinorUnits(Math.abs(amount), currency),
      feeMicros: fromMinorUnits(fee, currency).micros,
      at: new Date(at * 1_000),
    });
  }
  return movements.reverse();
}
