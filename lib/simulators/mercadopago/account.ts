import { randomUUID } from "node:crypto";
import { brCode } from "./br-code";
import {
  type Clock,
  COLLECTOR_ID,
  type Payment,
  type PaymentStatus,
  type Preference,
  type Refund,
  total,
} from "./objects";
import { qrPng } from "./qr-png";

export interface AccountOptions {
  clock: Clock;
  /** Milliseconds until what happens "later" happens. */
  laterMs: number;
  onChange(payment: Payment, action: "payment.created" | "payment.updated"): void;
  onChargeback(payment: Payment, chargebackId: string): void;
}

/** What the payer chose at the page. */
export interface Attempt {
  method: Payment["method"];
  status: PaymentStatus;
  detail: string;
  /** What becomes of it after a while. */
  later?: { status: PaymentStatus; detail: string };
}

const PIX_KEY = "7f6844d0-de89-47e5-9ef7-e0a35a681615";
const PIX_LIFE_MS = 86_400_000;

/** One seller's account: preferences, payments with their refunds and chargebacks. */
export class MercadoPagoAccount {
  readonly preferences = new Map<string, Preference>();
  readonly payments = new Map<number, Payment>();
  /** What becomes of the next refunds; "approved" unless somebody steers. */
  refundStatus: Refund["status"] = "approved";
  #planned: { at: number; act(): void }[] = [];
  // Ids go on where an earlier run of this program cannot have been.
  #nextId = 1_300_000_000_000 + (Math.floor(Date.now() / 1_000) % 1_000_000_000) * 100;

  constructor(readonly options: AccountOptions) {}

  tick(): void {
    const now = this.options.clock.now();
    for (const payment of this.payments.values())
      if (payment.status === "pending" && payment.expiresAt !== null && payment.expiresAt <= now)
        this.change(payment, "cancelled", "expired");
    const due = this.#planned.filter(({ at }) => at <= this.options.clock.realNow());
    this.#planned = this.#planned.filter((planned) => !due.includes(planned));
    for (const { act } of due) act();
  }

  clear(): void {
    this.preferences.clear();
    this.payments.clear();
    this.#planned = [];
  }

  /** Everything, as JSON can hold it. */
  snapshot() {
    return { preferences: [...this.preferences.values()], payments: [...this.payments.values()] };
  }

  /** Takes up what an earlier run left; reviews that were under way end well. */
  restore({ preferences, payments }: ReturnType<MercadoPagoAccount["snapshot"]>): void {
    for (const preference of preferences) this.preferences.set(preference.id, preference);
    for (const payment of payments) {
      this.payments.set(payment.id, payment);
      this.#nextId = Math.max(this.#nextId, payment.id, ...payment.refunds.map(({ id }) => id));
      if (payment.status === "in_process" || payment.method === "bolbradesco")
        this.#plan(() => this.settle(payment, "approved", "accredited"));
    }
  }

  createPreference(input: Omit<Preference, "id" | "createdAt">): Preference {
    const preference = {
      ...input,
      id: `${COLLECTOR_ID}-${randomUUID()}`,
      createdAt: this.options.clock.now(),
    };
    this.preferences.set(preference.id, preference);
    return preference;
  }

  isExpired(preference: Preference): boolean {
    return preference.expiresAt !== null && preference.expiresAt <= this.options.clock.now();
  }

  isPaid(preference: Preference): boolean {
    return this.of(preference).some(
      ({ approvedAt, status }) => approvedAt !== null || status === "in_process",
    );
  }

  /** One attempt to pay a preference. */
  pay(preference: Preference, { method, status, detail, later }: Attempt): Payment {
    const payment = this.#open({
      status,
      detail,
      cents: total(preference),
      currency: preference.items[0]?.currency ?? "BRL",
      method,
      description: preference.items[0]?.title ?? "",
      externalReference: preference.externalReference,
      notificationUrl: preference.notificationUrl,
      preferenceId: preference.id,
      payerEmail: null,
      expiresAt: method === "visa" ? null : this.options.clock.now() + PIX_LIFE_MS,
    });
    if (method === "pix") this.#drawPix(payment);
    if (later) {
      this.#plan(() => this.settle(payment, later.status, later.detail));
    }
    return payment;
  }

  createPix(input: {
    cents: number;
    description: string;
    externalReference: string | null;
    notificationUrl: string | null;
    payerEmail: string;
    expiresAt: number | null;
  }): Payment {
    const expiresAt = input.expiresAt ?? this.options.clock.now() + PIX_LIFE_MS;
    const payment = this.#open({
      ...input,
      expiresAt,
      status: "pending",
      detail: "pending_waiting_transfer",
      currency: "BRL",
      method: "pix",
      preferenceId: null,
    });
    this.#drawPix(payment);
    return payment;
  }

  /** The payment of a Pix code, as the payer's bank finds it. */
  findPix(code: string): Payment | undefined {
    return [...this.payments.values()].find(({ pix }) => pix?.code === code.trim());
  }

  /** Ends what is under way; what has ended stays as it is. */
  settle(payment: Payment, status: PaymentStatus, detail: string): boolean {
    this.tick();
    if (payment.status !== "pending" && payment.status !== "in_process") return false;
    this.change(payment, status, detail);
    return true;
  }

  change(payment: Payment, status: PaymentStatus, detail: string): void {
    payment.status = status;
    payment.detail = detail;
    payment.updatedAt = this.options.clock.now();
    if (status === "approved") payment.approvedAt ??= payment.updatedAt;
    this.options.onChange(payment, "payment.updated");
  }

  refund(payment: Payment, cents: number): Refund {
    const refund: Refund = {
      id: this.#id(),
      cents,
      status: this.refundStatus,
      createdAt: this.options.clock.now(),
    };
    payment.refunds.push(refund);
    this.#showRefunds(payment);
    return refund;
  }

  endRefund(payment: Payment, refund: Refund, status: "approved" | "rejected"): void {
    refund.status = status;
    this.#showRefunds(payment);
  }

  openChargeback(payment: Payment): void {
    payment.chargebackId ??= `2${this.#id()}`;
    this.change(payment, "charged_back", "in_process");
    this.options.onChargeback(payment, payment.chargebackId);
  }

  closeChargeback(payment: Payment, outcome: "won" | "lost"): void {
    if (payment.status !== "charged_back") return;
    this.change(payment, "charged_back", outcome === "won" ? "reimbursed" : "settled");
    if (payment.chargebackId) this.options.onChargeback(payment, payment.chargebackId);
  }

  left(payment: Payment): number {
    const gone = payment.refunds.filter(({ status }) => status !== "rejected");
    return payment.cents - gone.reduce((sum, { cents }) => sum + cents, 0);
  }

  #showRefunds(payment: Payment): void {
    if (payment.status !== "approved" && payment.status !== "refunded") return;
    const left = this.left(payment);
    if (left === 0) return this.change(payment, "refunded", "refunded");
    this.change(payment, "approved", left < payment.cents ? "partially_refunded" : "accredited");
  }

  of(preference: Preference): Payment[] {
    return [...this.payments.values()].filter(({ preferenceId }) => preferenceId === preference.id);
  }

  #open(
    input: Omit<
      Payment,
      "id" | "createdAt" | "updatedAt" | "approvedAt" | "refunds" | "chargebackId" | "pix"
    >,
  ): Payment {
    const now = this.options.clock.now();
    const payment: Payment = {
      ...input,
      id: this.#id(),
      createdAt: now,
      updatedAt: now,
      approvedAt: input.status === "approved" ? now : null,
      refunds: [],
      chargebackId: null,
      pix: null,
    };
    this.payments.set(payment.id, payment);
    this.options.onChange(payment, "payment.created");
    return payment;
  }

  #drawPix(payment: Payment): void {
    const code = brCode({
      key: PIX_KEY,
      amount: (payment.cents / 100).toFixed(2),
      txid: `SIM${payment.id}`,
      merchant: "PATCHBAY SIMULATOR",
      city: "SAO PAULO",
    });
    payment.pix = { code, pngBase64: qrPng(code).toString("base64") };
  }

  #plan(act: () => void): void {
    this.#planned.push({ at: this.options.clock.realNow() + this.options.laterMs, act });
  }

  #id(): number {
    this.#nextId += 2;
    return this.#nextId;
  }
}
