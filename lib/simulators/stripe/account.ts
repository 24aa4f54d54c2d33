import type { SimulatedClock } from "../gateway/clock";
import type { CardFate } from "./cards";
import { newBalanceTransaction, newCharge, newDispute, newIntent, newRefund } from "./new-objects";
import {
  type BalanceTransaction,
  type Charge,
  type Dispute,
  type Intent,
  newId,
  type Refund,
  type Session,
  type StripeEvent,
} from "./objects";

export interface AccountOptions {
  clock: SimulatedClock;
  apiVersion: string;
  onEvent(event: StripeEvent): void;
  /** Milliseconds until what happens "later" happens. */
  laterMs: number;
}

interface Planned {
  at: number;
  act(): void;
}

const FEE_PERMILLE = 29;
const FEE_FIXED = 30;
const DISPUTE_FEE = 1_500;

/** One merchant's account: what was sold, paid, refunded and disputed, and the events about it. */
export class StripeAccount {
  readonly sessions = new Map<string, Session>();
  readonly intents = new Map<string, Intent>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  readonly balance = new Map<string, BalanceTransaction>();
  readonly events: StripeEvent[] = [];
  readonly #fates = new Map<string, CardFate>();
  #planned: Planned[] = [];

  constructor(readonly options: AccountOptions) {}

  seconds(): number {
    return Math.floor(this.options.clock.now() / 1_000);
  }

  /** Does what is due: expires sessions, moves delayed money. Called often. */
  tick(): void {
    const now = this.seconds();
    for (const session of this.sessions.values())
      if (session.status === "open" && session.expires_at <= now) this.expire(session);
    const due = this.#planned.filter(({ at }) => at <= this.options.clock.realNow());
    this.#planned = this.#planned.filter((planned) => !due.includes(planned));
    for (const { act } of due) act();
  }

  clear(): void {
    for (const map of Object.values(this.#tables())) map.clear();
    this.events.length = 0;
    this.#planned = [];
  }

  /** Everything, as JSON can hold it. */
  snapshot() {
    const rows = Object.entries(this.#tables()).map(([name, map]) => [name, [...map.values()]]);
    return {
      tables: Object.fromEntries(rows) as Record<string, { id: string }[]>,
      events: this.events,
      fates: [...this.#fates],
    };
  }

  /** Takes up what an earlier run left; money that was on its way comes after all. */
  restore({ tables, events, fates }: ReturnType<StripeAccount["snapshot"]>): void {
    for (const [name, map] of Object.entries<Map<string, object>>(this.#tables()))
      for (const row of tables[name] ?? []) map.set(row.id, row);
    this.events.push(...events);
    for (const [charge, fate] of fates) this.#fates.set(charge, fate);
    for (const refund of this.refunds.values())
      if (refund.status === "pending") this.#plan(() => this.#succeedRefund(refund));
    for (const session of this.sessions.values())
      if (session.status === "complete" && session.payment_status === "unpaid")
        this.#plan(() => this.finishLater(session, "succeeds"));
  }

  #tables() {
    const { sessions, intents, charges, refunds, disputes, balance } = this;
    return { sessions, intents, charges, refunds, disputes, balance };
  }

  emit(type: string, object: object): void {
    const event: StripeEvent = {
      id: newId("evt"),
      object: "event",
      api_version: this.options.apiVersion,
      created: this.seconds(),
      type,
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      data: { object: structuredClone(object) },
    };
    this.events.push(event);
    this.options.onEvent(event);
  }

  /** A card at the session's page. Returns the refusal that the payer reads; null when it went through. */
  payByCard(session: Session, number: string, fate: CardFate): string | null {
    const intent = this.#intentOf(session);
    if (fate.kind === "declined") {
      const { code, declineCode: decline_code, message } = fate;
      intent.last_payment_error = { type: "card_error", code, decline_code, message };
      this.emit("payment_intent.payment_failed", intent);
      return message;
    }
    const charge = this.#collect(session, intent, {
      type: "card",
      card: { brand: "visa", last4: number.slice(-4) },
    });
    this.#fates.set(charge.id, fate);
    this.#complete(session, "checkout.session.completed");
    const { later } = fate;
    if (later) this.#plan(() => this.openDispute(charge, { isInquiry: later === "inquiry" }));
    return null;
  }

  /** A delayed method: the session is complete, the money comes (or does not) later. */
  payLater(session: Session, outcome: "succeeds" | "fails"): void {
    const intent = this.#intentOf(session);
    intent.status = "processing";
    this.#complete(session, "checkout.session.completed");
    this.#plan(() => this.finishLater(session, outcome));
  }

  finishLater(session: Session, outcome: "succeeds" | "fails"): void {
    const intent = this.#intentOf(session);
    if (intent.status !== "processing") return;
    if (outcome === "fails") {
      intent.status = "requires_payment_method";
      intent.last_payment_error = {
        type: "card_error",
        code: "payment_intent_payment_attempt_failed",
        decline_code: null,
        message: "The bank returned the payment.",
      };
      this.emit("checkout.session.async_payment_failed", session);
      return;
    }
    this.#collect(session, intent, { type: "us_bank_account" });
    this.emit("checkout.session.async_payment_succeeded", session);
  }

  expire(session: Session): void {
    session.status = "expired";
    session.url = null;
    this.emit("checkout.session.expired", session);
  }

  createRefund(
    charge: Charge,
    amount: number,
    reason: string | null,
    metadata: Record<string, string>,
  ): Refund {
    const fate = this.#fates.get(charge.id);
    const mode = fate?.kind === "paid" ? fate.refunds : undefined;
    const refund = newRefund(charge, amount, mode === "pending" ? "pending" : "succeeded", this.seconds());
    Object.assign(refund, { reason, metadata });
    refund.balance_transaction = this.#book(-amount, 0, charge.currency, "refund", "refund", refund.id).id;
    charge.amount_refunded += amount;
    charge.refunded = charge.amount_refunded >= charge.amount;
    this.refunds.set(refund.id, refund);
    this.emit("refund.created", refund);
    this.emit("charge.refunded", charge);
    if (mode === "pending") this.#plan(() => this.#succeedRefund(refund));
    if (mode === "fail") this.#plan(() => this.failRefund(refund));
    return refund;
  }

  failRefund(refund: Refund): void {
    const charge = this.charges.get(refund.charge);
    if (refund.status === "failed" || !charge) return;
    refund.status = "failed";
    refund.failure_reason = "lost_or_stolen_card";
    this.#book(refund.amount, 0, refund.currency, "refund_failure", "refund_failure", refund.id);
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
    this.emit("refund.updated", refund);
    this.emit("refund.failed", refund);
  }

  /** An inquiry takes no money; a dispute takes it at once. */
  openDispute(charge: Charge, { isInquiry }: { isInquiry: boolean }): Dispute {
    const dispute = newDispute(charge, isInquiry, this.seconds());
    charge.disputed = true;
    this.disputes.set(dispute.id, dispute);
    this.emit("charge.dispute.created", dispute);
    if (!isInquiry) {
      dispute.balance_transactions.push(
        this.#book(-dispute.amount, DISPUTE_FEE, dispute.currency, "adjustment", "dispute", dispute.id),
      );
      this.emit("charge.dispute.funds_withdrawn", dispute);
    }
    return dispute;
  }

  closeDispute(dispute: Dispute, outcome: "won" | "lost"): void {
    if (dispute.status !== "needs_response" && dispute.status !== "warning_needs_response") return;
    if (dispute.status === "warning_needs_response") dispute.status = "warning_closed";
    else dispute.status = outcome;
    if (dispute.status === "won") {
      dispute.balance_transactions.push(
        this.#book(dispute.amount, 0, dispute.currency, "adjustment", "dispute_reversal", dispute.id),
      );
      this.emit("charge.dispute.funds_reinstated", dispute);
    }
    this.emit("charge.dispute.closed", dispute);
  }

  disputeOf(charge: Charge): Dispute | undefined {
    return [...this.disputes.values()].findLast((dispute) => dispute.charge === charge.id);
  }

  /** The charge that paid a session. */
  chargeOf(session: Session): Charge | undefined {
    const intent = session.payment_intent ? this.intents.get(session.payment_intent) : undefined;
    return intent?.latest_charge ? this.charges.get(intent.latest_charge) : undefined;
  }

  #succeedRefund(refund: Refund): void {
    if (refund.status !== "pending") return;
    refund.status = "succeeded";
    this.emit("refund.updated", refund);
  }

  #intentOf(session: Session): Intent {
    const known = session.payment_intent ? this.intents.get(session.payment_intent) : undefined;
    if (known) return known;
    const intent = newIntent(session, this.seconds());
    this.intents.set(intent.id, intent);
    session.payment_intent = intent.id;
    return intent;
  }

  #collect(session: Session, intent: Intent, method: Charge["payment_method_details"]): Charge {
    const { amount, currency } = intent;
    const charge = newCharge(intent, method, this.seconds());
    const fee = Math.round((amount * FEE_PERMILLE) / 1_000) + FEE_FIXED;
    charge.balance_transaction = this.#book(amount, fee, currency, "charge", "charge", charge.id).id;
    this.charges.set(charge.id, charge);
    intent.status = "succeeded";
    intent.amount_received = amount;
    intent.latest_charge = charge.id;
    intent.last_payment_error = null;
    session.payment_status = "paid";
    this.emit("payment_intent.succeeded", intent);
    return charge;
  }

  #complete(session: Session, type: string): void {
    session.status = "complete";
    session.url = null;
    this.emit(type, session);
  }

  #book(
    amount: number,
    fee: number,
    currency: string,
    type: BalanceTransaction["type"],
    reporting_category: BalanceTransaction["reporting_category"],
    source: string,
  ): BalanceTransaction {
    const row = newBalanceTransaction(
      { amount, fee, currency, type, reporting_category, source },
      this.seconds(),
    );
    this.balance.set(row.id, row);
    return row;
  }

  #plan(act: () => void): void {
    this.#planned.push({ at: this.options.clock.realNow() + this.options.laterMs, act });
  }
}
