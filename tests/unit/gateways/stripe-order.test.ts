import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyGatewayPayment, NO_FACTS } from "@/lib/domain/payments/gateway-payment-state";
import type { GatewayPayment } from "@/lib/domain/payments/types";
import { LIFE, stripeLife } from "@/tests/support/stripe-life";

function end(order: readonly GatewayPayment[]) {
  return order.reduce(
    (last, report) =>
      applyGatewayPayment(
        {
          gateway: "stripe",
          reference: LIFE.reference,
          charge: LIFE.amount,
          walletMicros: LIFE.amount.micros,
          facts: last.facts,
        },
        report,
      ),
    { facts: NO_FACTS } as Pick<ReturnType<typeof applyGatewayPayment>, "facts">,
  );
}

describe("what Stripe says along a payment's life", () => {
  it("ends the same in any order, with repetitions and a refund that fails", async () => {
    const reports = await stripeLife();
    const last = reports.at(-1);
    if (!last) throw new Error("no reports");
    const failed = {
      ...last,
      refunds: last.refunds.map((refund) => ({ ...refund, status: "FAILED" as const })),
    };
    const all = [...reports, failed];
    const wanted = end(all);
    expect(wanted).toMatchObject({
      status: "SETTLED",
      disputeState: "WON",
      alerts: [],
      postings: { length: 5 },
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
        (order) => void expect(end(order)).toEqual(wanted),
      ),
      { numRuns: 200 },
    );
  });
});
