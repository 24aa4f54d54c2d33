import fc from "fast-check";
import { expect, it } from "vitest";
import { applyGatewayPayment, NO_FACTS } from "@/lib/domain/payments/gateway-payment-state";
import type { GatewayPayment } from "@/lib/domain/payments/types";
import { createStripeGateway } from "@/lib/integrations/payments/stripe/gateway";
import { SIMULATED_STRIPE_KEY, startStripeSimulator } from "@/lib/simulators/stripe/start";
import { hosted } from "./mercadopago-fixture";

it("what Stripe says along a payment's life ends the same in whatever order it is heard", async () => {
  const simulator = await startStripeSimulator({
    port: 0,
    secret: "s",
    webhookSecret: "w",
    webhookUrl: null,
  });
  const { account } = simulator;
  const gateway = createStripeGateway({
    secretKey: SIMULATED_STRIPE_KEY,
    webhookSecrets: ["w"],
    baseUrl: simulator.url,
  });
  const amount = { micros: 25_000_000n, currency: "USD" };
  const started = await gateway.startPayment({ ...hosted, amount });
  const session = account.sessions.get(started.ok ? started.externalId : "");
  if (!session) throw new Error("no session");
  const reports: GatewayPayment[] = [];
  const hear = async () => {
    const answer = await gateway.fetchPayment({ id: session.id });
    if (!answer.ok) throw new Error(answer.detail);
    reports.push(answer.payment);
  };
  const charge = () => {
    const found = account.chargeOf(session);
    if (!found) throw new Error("no charge");
    return found;
  };
  await hear();
  account.payLater(session, "succeeds");
  await hear();
  account.finishLater(session, "succeeds");
  await hear();
  const refund = account.createRefund(charge(), 1_000, null, {});
  await hear();
  const dispute = account.openDispute(charge(), { isInquiry: false });
  await hear();
  account.failRefund(refund);
  await hear();
  account.closeDispute(dispute, "won");
  await hear();
  await simulator.close();

  const end = (order: GatewayPayment[]) =>
    order.reduce(
      (last, report) =>
        applyGatewayPayment(
          {
            gateway: "stripe",
            reference: hosted.reference,
            charge: amount,
            walletMicros: 25_000_000n,
            facts: last.facts,
          },
          report,
        ),
      { facts: NO_FACTS } as Pick<ReturnType<typeof applyGatewayPayment>, "facts">,
    );
  const wanted = end(reports);
  expect(wanted).toMatchObject({
    status: "SETTLED",
    disputeState: "WON",
    alerts: [],
    postings: { length: 5 },
  });
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (order) => {
      expect(end(order)).toEqual(wanted);
    }),
    { numRuns: 200 },
  );
});
