import type { GatewayAmount, GatewayDispute, GatewayPayment, GatewayRefund } from "./types";

/**
 * What we know of a payment at a gateway, as facts that only ever grow. Reports of the gateway may come late, twice or
 * in any order; each is joined to the facts, and status and postings follow from the facts alone. So the order cannot
 * matter, and an old report takes nothing back.
 */
export interface PaymentFacts {
  stage: Stage;
  receipts: Readonly<Record<string, Amounts>>;
  refunds: Readonly<Record<string, Amounts & { status: GatewayRefund["status"] }>>;
  disputes: Readonly<
    Record<string, Amounts & { status: GatewayDispute["status"]; withdrawn: boolean; reinstated: boolean }>
  >;
}

/** In the gateway's currency, and what that is in the wallet's. */
interface Amounts {
  gatewayMicros: bigint;
  walletMicros: bigint;
}

/** How far the payment came before any money did. */
const STAGES = ["CREATED", "PENDING", "DETECTED", "EXPIRED", "FAILED"] as const;
type Stage = (typeof STAGES)[number];

export type PaymentStatus = Stage | "SETTLED" | "REFUNDED";
export type DisputeState = "NONE" | "WARNING" | "OPEN" | "WON" | "LOST";

/** Our side of the payment: what was promised when it was started. */
export interface ExpectedPayment {
  gateway: string;
  reference: string;
  /** What the payer is charged. */
  charge: GatewayAmount;
  /** What the wallet gets for exactly that charge. */
  walletMicros: bigint;
  facts: PaymentFacts;
}

export type PostingKind =
  | "credit"
  | "refund"
  | "refund_reversed"
  | "dispute_withdrawn"
  | "dispute_reinstated";

/** A posting that the ledger should hold once. `key` names the business fact and is the ledger's idempotency key. */
export interface WantedPosting {
  kind: PostingKind;
  key: string;
  /** The gateway's id of the receipt, refund or dispute. */
  subject: string;
  /** Always positive; the kind says the direction. */
  walletMicros: bigint;
  gatewayMicros: bigint;
}

/** What somebody must look at. Nothing is booked from such a report. */
export type PaymentAlert = "foreign_reference" | "currency_differs" | "amount_differs";

export interface PaymentOutcome {
  status: PaymentStatus;
  disputeState: DisputeState;
  facts: PaymentFacts;
  /** Every posting the facts ask for, in the order to book them; those already booked are found by their key. */
  postings: WantedPosting[];
  alerts: PaymentAlert[];
}

export const NO_FACTS: PaymentFacts = { stage: "CREATED", receipts: {}, refunds: {}, disputes: {} };

const REFUND_ORDER = ["PENDING", "SUCCEEDED", "FAILED"] as const;
const DISPUTE_ORDER = ["WARNING", "OPEN", "LOST", "WON"] as const;

function later<T>(order: readonly T[], left: T, right: T): T {
  return order.indexOf(left) >= order.indexOf(right) ? left : right;
}

/** What a part of the charge is worth in the wallet, rounded down; the whole charge is worth the whole promise. */
function worth(expected: ExpectedPayment, gatewayMicros: bigint): bigint {
  const { charge, walletMicros } = expected;
  if (gatewayMicros === charge.micros) return walletMicros;
  return charge.micros > 0n ? (gatewayMicros * walletMicros) / charge.micros : 0n;
}

const STAGE_OF: Record<GatewayPayment["status"], Stage> = {
  PENDING: "PENDING",
  DETECTED: "DETECTED",
  // The money itself is in the receipts; without one there is nothing but a promise.
  SETTLED: "DETECTED",
  EXPIRED: "EXPIRED",
  FAILED: "FAILED",
  CANCELED: "FAILED",
};

function join(expected: ExpectedPayment, reported: GatewayPayment): PaymentFacts {
  const { facts } = expected;
  const amounts = ({ micros }: GatewayAmount): Amounts => ({
    gatewayMicros: micros,
    walletMicros: worth(expected, micros),
  });
  const receipts = { ...facts.receipts };
  for (const receipt of reported.receipts) receipts[receipt.id] ??= amounts(receipt.amount);
  const refunds = { ...facts.refunds };
  for (const refund of reported.refunds) {
    const known = refunds[refund.id];
    refunds[refund.id] = known
      ? { ...known, status: later(REFUND_ORDER, known.status, refund.status) }
      : { ...amounts(refund.amount), status: refund.status };
  }
  const disputes = { ...facts.disputes };
  for (const dispute of reported.disputes) {
    const known = disputes[dispute.id];
    disputes[dispute.id] = {
      ...(known ?? amounts(dispute.amount)),
      status: known ? later(DISPUTE_ORDER, known.status, dispute.status) : dispute.status,
      withdrawn: known?.withdrawn || dispute.fundsWithdrawn || dispute.fundsReinstated,
      reinstated: known?.reinstated || dispute.fundsReinstated,
    };
  }
  return { stage: later(STAGES, facts.stage, STAGE_OF[reported.status]), receipts, refunds, disputes };
}

function alertsOf(expected: ExpectedPayment, reported: GatewayPayment): PaymentAlert[] {
  if (reported.reference !== expected.reference || reported.gateway !== expected.gateway)
    return ["foreign_reference"];
  const { currency } = expected.charge;
  const moved = [...reported.receipts, ...reported.refunds, ...reported.disputes];
  if (reported.amount.currency !== currency || moved.some(({ amount }) => amount.currency !== currency))
    return ["currency_differs"];
  return [];
}

const sum = (rows: Amounts[]) => rows.reduce((total, { gatewayMicros }) => total + gatewayMicros, 0n);

function statusOf(facts: PaymentFacts): PaymentStatus {
  const received = sum(Object.values(facts.receipts));
  if (received === 0n) return facts.stage;
  const returned = sum(Object.values(facts.refunds).filter(({ status }) => status === "SUCCEEDED"));
  return returned >= received ? "REFUNDED" : "SETTLED";
}

function disputeStateOf(facts: PaymentFacts): DisputeState {
  const states = Object.values(facts.disputes).map(({ status }) => status);
  const worst = (["OPEN", "LOST", "WARNING", "WON"] as const).find((state) => states.includes(state));
  return worst ?? "NONE";
}

function byId<T>(rows: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(rows).sort(([left], [right]) => (left < right ? -1 : 1));
}

/** All postings of a set of facts: credits before what is taken from them, a step before its reversal. */
export function postingsOf(gateway: string, facts: PaymentFacts): WantedPosting[] {
  const postings: WantedPosting[] = [];
  const want = (
    kind: PostingKind,
    subject: string,
    key: string,
    { walletMicros, gatewayMicros }: Amounts,
  ) => {
    if (walletMicros > 0n)
      postings.push({ kind, subject, key: `${gateway}:${key}`, walletMicros, gatewayMicros });
  };
  for (const [id, receipt] of byId(facts.receipts)) want("credit", id, `receipt:${id}`, receipt);
  // What goes out can only go out of what came in; a later report brings the receipt.
  if (postings.length === 0) return postings;
  for (const [id, refund] of byId(facts.refunds)) {
    want("refund", id, `refund:${id}`, refund);
    if (refund.status === "FAILED") want("refund_reversed", id, `refund:${id}:failed`, refund);
  }
  for (const [id, dispute] of byId(facts.disputes)) {
    if (dispute.withdrawn) want("dispute_withdrawn", id, `dispute:${id}:withdrawn`, dispute);
    if (dispute.reinstated) want("dispute_reinstated", id, `dispute:${id}:reinstated`, dispute);
  }
  return postings;
}

/** Joins one report of the gateway to what we know and says what follows. Pure; the same report again changes nothing. */
export function applyGatewayPayment(expected: ExpectedPayment, reported: GatewayPayment): PaymentOutcome {
  const alerts = alertsOf(expected, reported);
  const facts = alerts.length > 0 ? expected.facts : join(expected, reported);
  const received = sum(Object.values(facts.receipts));
  if (received > 0n && received !== expected.charge.micros) alerts.push("amount_differs");
  return {
    status: statusOf(facts),
    disputeState: disputeStateOf(facts),
    facts,
    postings: postingsOf(expected.gateway, facts),
    alerts,
  };
}
