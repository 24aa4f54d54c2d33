import type { GatewayPayment } from "@/lib/domain/payments/types";
import { createStripeGateway } from "@/lib/integrations/payments/stripe/gateway";
import { SIMULATED_STRIPE_KEY, startStripeSimulator } from "@/lib/simulators/stripe/start";

/** What was asked for in the life below. */
export const LIFE = { reference: "topup-1", amount: { micros: 25_000_000n, currency: "USD" } };

/**
 * What Stripe says of one payment after each of seven events: completed (a delayed method), async_payment_succeeded,
 * refund.created, dispute.created, dispute.funds_withdrawn, dispute.funds_reinstated, dispute.closed.
 */
export async function stripeLife(): Promise<GatewayPayment[]> {
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
  const started = await gateway.startPayment({
    ...LIFE,
    description: "Wallet top-up",
    returnUrl: "http://127.0.0.1:3000/wallet",
    expiresAt: new Date(Date.now() + 3_600_000),
    idempotencyKey: "topup:1",
    customerEmail: "customer@patchbay.test",
    method: "hosted",
  });
  const session = account.sessions.get(started.ok ? started.externalId : "");
  if (!session) throw new Error("no session");
  const said = async () => {
    const answer = await gateway.fetchPayment({ id: session.id });
    if (!answer.ok) throw new Error(answer.detail);
    return answer.payment;
  };
  const charge = () => {
    const found = account.chargeOf(session);
    if (!found) throw new Error("no charge");
    return found;
  };
  account.payLater(session, "succeeds");
  const completed = await said();
  account.finishLater(session, "succeeds");
  const succeeded = await said();
  account.createRefund(charge(), 1_000, null, {});
  const refunded = await said();
  const dispute = account.openDispute(charge(), { isInquiry: false });
  const withdrawn = await said();
  account.closeDispute(dispute, "won");
  const closed = await said();
  await simulator.close();
  // The simulator does both at once; at Stripe the money follows the word, or comes before it.
  const but = (said: GatewayPayment, change: Partial<GatewayPayment["disputes"][number]>) => ({
    ...said,
    disputes: said.disputes.map((one) => ({ ...one, ...change })),
  });
  return [
    completed,
    succeeded,
    refunded,
    but(withdrawn, { fundsWithdrawn: false }),
    withdrawn,
    but(closed, { status: "OPEN" }),
    closed,
  ];
}
