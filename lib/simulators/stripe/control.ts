import { z } from "zod";
import { type GatewayControlOptions, gatewayControl } from "../gateway/control";
import type { StripeAccount } from "./account";
import { fateOf } from "./cards";

const payInput = z.object({
  session: z.string(),
  /** A test card's number, or a delayed method that will succeed or fail. */
  card: z.string().optional(),
  later: z.enum(["succeeds", "fails"]).optional(),
});
const finishInput = z.object({ session: z.string(), outcome: z.enum(["succeeds", "fails"]) });
const sessionInput = z.object({ session: z.string() });
const disputeInput = z.object({ session: z.string(), inquiry: z.boolean().default(false) });
const closeInput = z.object({ dispute: z.string(), outcome: z.enum(["won", "lost"]) });
const refundInput = z.object({ refund: z.string() });

const SHOWN = 50;

export function accountState(account: StripeAccount) {
  const newest = <T>(rows: Iterable<T>) => [...rows].slice(-SHOWN).reverse();
  return {
    sessions: newest(account.sessions.values()),
    refunds: newest(account.refunds.values()),
    disputes: newest(account.disputes.values()),
    events: newest(account.events).map(({ id, type, created }) => ({ id, type, created })),
  };
}

/** Stripe's side of the control API: what a payer, a bank and a card scheme can do. */
export function stripeControl(account: StripeAccount, options: Omit<GatewayControlOptions, "state">) {
  const { app, route } = gatewayControl({ ...options, state: () => accountState(account) });
  const none = () => Response.json({ error: "no such object" }, { status: 404 });
  route("/pay", payInput, ({ session: id, card, later }) => {
    const session = account.sessions.get(id);
    if (session?.status !== "open") return none();
    if (later) return account.payLater(session, later);
    const number = card ?? "4242424242424242";
    const fate = fateOf(number);
    return fate ? void account.payByCard(session, number, fate) : none();
  });
  route("/finish-later", finishInput, ({ session: id, outcome }) => {
    const session = account.sessions.get(id);
    return session ? account.finishLater(session, outcome) : none();
  });
  route("/expire", sessionInput, ({ session: id }) => {
    const session = account.sessions.get(id);
    return session?.status === "open" ? account.expire(session) : none();
  });
  route("/dispute", disputeInput, ({ session: id, inquiry }) => {
    const session = account.sessions.get(id);
    const charge = session && account.chargeOf(session);
    return charge ? void account.openDispute(charge, { isInquiry: inquiry }) : none();
  });
  route("/close-dispute", closeInput, ({ dispute: id, outcome }) => {
    const dispute = account.disputes.get(id);
    return dispute ? account.closeDispute(dispute, outcome) : none();
  });
  route("/refund-failed", refundInput, ({ refund: id }) => {
    const refund = account.refunds.get(id);
    return refund ? account.failRefund(refund) : none();
  });
  return app;
}
