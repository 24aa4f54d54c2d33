import type { z } from "zod";
import type {
  AdjustmentPreview,
  Posting,
  PostingEntry,
  WalletLineStatus,
  WalletLineType,
} from "@/lib/domain/wallet/types";
import type { TopUpMethod } from "./methods";
import type { INVOICE_EXCEPTIONS, INVOICE_STATUSES, PAYMENT_STATUSES } from "./schema";
import type {
  decideWithdrawalSchema,
  requestWithdrawalSchema,
  WITHDRAWAL_METHODS,
  WITHDRAWAL_STATUSES,
} from "./withdrawal-schema";

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
export type InvoiceException = (typeof INVOICE_EXCEPTIONS)[number];
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** A way of paying as the shop runs it. Micro-units of USD; the fee in hundredths of a percent. */
export interface MethodState {
  method: TopUpMethod;
  isOn: boolean;
  minimumMicros: bigint;
  maximumMicros: bigint;
  feeBps: number;
  /** 1 while nobody has changed it. */
  version: number;
}

export type DisputeState = "NONE" | "OPEN" | "FUNDS_WITHDRAWN" | "FUNDS_REINSTATED" | "WON" | "LOST";

/** Money in decimal strings of USD; `amount` and `amountAsset` in the currency or asset it was paid in; times in ISO. */
export interface PaymentView {
  id: string;
  invoiceId: string;
  gateway: string;
  status: PaymentStatus;
  gatewayPaymentId: string | null;
  currency: string;
  amount: string;
  rate: string | null;
  credited: string;
  refunded: string;
  failureCode: string | null;
  disputeState: DisputeState;
  disputeId: string | null;
  disputeReason: string | null;
  disputed: string;
  txid: string | null;
  outputIndex: number | null;
  /** Tells apart transfers of one transaction that have no index yet. */
  ordinal: number;
  /** What it spends ("txid:n"), to find a replacement by. */
  inputs: string[];
  /** Since when nobody shows it on the chain. */
  missingSince: string | null;
  amountAsset: string | null;
  confirmations: number;
  blockHash: string | null;
  blockHeight: number | null;
  isReplaceable: boolean;
  replacedBy: string | null;
  detectedAt: string | null;
  settledAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A payment as staff finds it, with whose it is. */
export interface StaffPaymentView extends PaymentView {
  invoiceNumber: number;
  user: { id: string; username: string };
}

/** Money in decimal strings of USD; the charge in its own currency; times in ISO. */
export interface InvoiceView {
  id: string;
  number: number;
  user: { id: string; username: string };
  purpose: "TOP_UP" | "PLAN";
  planId: string | null;
  subscriptionId: string | null;
  gateway: "STRIPE" | "MERCADOPAGO" | "CRYPTO" | "INTERNAL" | "SANDBOX";
  paymentMethod: TopUpMethod | "BALANCE" | "ADMIN";
  status: InvoiceStatus;
  exception: InvoiceException;
  amountUsd: string;
  currency: string;
  fee: string;
  tax: string;
  total: string;
  credited: string;
  refunded: string;
  /** Of what was credited: by staff, beside what its payments brought. */
  byHand: string;
  chargeCurrency: string;
  chargeAmount: string;
  rate: string | null;
  /** What each source said, as JSON. */
  /** Who told the rate: "kraken, mempool". */
  rateSources: string | null;
  rateFetchedAt: string | null;
  rateLockedUntil: string | null;
  asset: "USDT" | "BTC" | null;
  network: "TRC20" | "BTC" | null;
  address: string | null;
  derivationIndex: number | null;
  amountAsset: string | null;
  requiredConfirmations: number;
  /** How far below the due amount still counts as paid, in percent. */
  tolerancePercent: string;
  /** What the shop added because a little was missing. */
  allowance: string;
  /** The newest view of the chain that was taken in. */
  checkedAt: string | null;
  /** When gateway or chain were last asked. */
  lookedAt: string | null;
  monitorUntil: string | null;
  gatewayReference: string | null;
  gatewayUrl: string | null;
  pixCode: string | null;
  failureCode: string | null;
  /** What its plan takes of the amount; null for a top-up. */
  planDue: string | null;
  /** Why its money bought no plan and stays in the wallet. */
  planRefusal: string | null;
  expiresAt: string;
  paidAt: string | null;
  canceledAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
  payments: PaymentView[];
}

/** The ways a person may bring money in now. */
export interface TopUpOffer {
  methods: (MethodState & {
    chargeCurrency: string;
    /** How much of the charge's currency is one USD; empty where it is USD or reckoned when the invoice is made. */
    perUsd: string;
    /** Cannot be had for the moment: whoever it needs does not answer. */
    isAway: boolean;
    /** Played by a simulator of the demo. */
    isSimulated: boolean;
  })[];
  /** Of the day's limit of the level. */
  leftTodayMicros: bigint;
  isFrozen: boolean;
}

/** What goes, or went, back to where it came from. Money in decimal strings of USD, times in ISO. */
export interface RefundView {
  id: string;
  invoiceId: string;
  paymentId: string;
  amount: string;
  status: "PENDING" | "COMPLETED" | "FAILED";
  reason: string;
  /** Null where the gateway began it. */
  requestedBy: string | null;
  gatewayRefundId: string | null;
  failureCode: string | null;
  attempts: number;
  nextAttemptAt: string | null;
  createdAt: string;
  updatedAt: string;
  finishedAt: string | null;
}

/** A refund as staff finds it, with whose it is. */
export interface StaffRefundView extends RefundView {
  invoiceNumber: number;
  user: { id: string; username: string };
}

/** What a gateway told. `body` is what it sent, without what names or identifies a person. */
export interface GatewayEventView {
  id: string;
  gateway: string;
  eventId: string;
  kind: string;
  objectId: string;
  isVerified: boolean;
  attempts: number;
  outcome: string | null;
  lastError: string | null;
  occurredAt: string;
  receivedAt: string;
  processedAt: string | null;
  body: string;
}

/** `kind` is one of AlertKind; `details` are what its sentence names. */
export interface MoneyAlertView {
  id: string;
  kind: string;
  level: "NOTICE" | "WARNING" | "CRITICAL";
  refType: string | null;
  refId: string | null;
  details: Record<string, string>;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** Money that no invoice asked for. */
export interface StrayView {
  id: string;
  gateway: string;
  gatewayPaymentId: string;
  reason:
    | "WRONG_TOKEN"
    | "DUST"
    | "UNKNOWN_ADDRESS"
    | "AFTER_MONITORING"
    | "CURRENCY_DIFFERS"
    | "AMOUNT_DIFFERS"
    | "UNKNOWN_INVOICE";
  /** In `asset`. */
  amount: string;
  asset: string;
  /** A token nobody knows, worth nothing: it can only be set aside. */
  isUnknownToken: boolean;
  address: string | null;
  tokenContract: string | null;
  /** The invoice whose address it came to. */
  invoice: { id: string; number: number; username: string } | null;
  seenAt: string;
}

/** A way of paying as it is run, and how it does. Decimals of USD; the fee in percent. */
export interface MethodView {
  method: TopUpMethod;
  isOn: boolean;
  minimum: string;
  maximum: string;
  feePercent: string;
  version: number;
  lastOkAt: string | null;
  lastFailureAt: string | null;
  lastError: string | null;
  failuresInRow: number;
}

/** A wallet that may not spend. */
export interface FreezeView {
  user: { id: string; username: string };
  reason: string;
  /** Of the disputed payment. */
  invoiceId: string | null;
  createdAt: string;
}

/** A line of somebody's statement as staff reads it: all of it. `amount` is a signed decimal; times in ISO. */
export interface TransactionView {
  id: string;
  user: { id: string; username: string };
  type: WalletLineType;
  status: WalletLineStatus;
  amount: string;
  currency: string;
  gateway: InvoiceView["gateway"];
  paymentMethod: InvoiceView["paymentMethod"];
  gatewayTransactionId: string | null;
  /** JSON. */
  paymentDetails: string | null;
  description: string | null;
  order: { id: string; number: number } | null;
  invoice: { id: string; number: number } | null;
  /** Whose money it holds or paid out. */
  withdrawal: { id: string; number: number; status: WithdrawalStatus } | null;
  holdId: string | null;
  /** Its first posting. */
  ledgerTransactionId: string | null;
  /** What its first posting did. */
  word: Posting["word"] | null;
  createdAt: string;
  updatedAt: string;
}

export interface TransactionTrail {
  /** Oldest first. */
  postings: Posting[];
  payments: PaymentView[];
}

/** What writing money down for an invoice would do now. `version` is the invoice's, which the posting must name. */
export interface HandCreditPreview {
  invoice: InvoiceView;
  version: number;
  /** Decimal of USD. */
  amount: string;
  /** What becomes of the invoice. */
  after: Pick<InvoiceView, "status" | "exception">;
  /** Money may still come by itself: a payment was seen, or can still be made. */
  live: "moving" | "open" | null;
  posting: AdjustmentPreview;
}

export type WithdrawalMethod = (typeof WITHDRAWAL_METHODS)[number];
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number];
export type RequestWithdrawalInput = z.output<typeof requestWithdrawalSchema>;
export type DecideWithdrawalInput = z.output<typeof decideWithdrawalSchema>;

/** Money in decimal strings of USD, times in ISO. */
export interface WithdrawalView {
  id: string;
  number: number;
  user: { id: string; username: string };
  amount: string;
  currency: string;
  method: WithdrawalMethod;
  /** Address or key that it is to be paid to. */
  destination: string;
  status: WithdrawalStatus;
  approvalsNeeded: number;
  approvals: { adminId: string; username: string; at: string }[];
  holdId: string | null;
  payoutReference: string | null;
  /** Why it was refused, as the customer reads it. */
  note: string | null;
  decidedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** What a person may take out now. Micro-units. */
export interface WithdrawalOffer {
  availableMicros: bigint;
  minimumMicros: bigint;
  /** What may still be asked for today, whatever is available. */
  leftTodayMicros: bigint;
  perDayMicros: bigint;
  secondAdminFromMicros: bigint;
  isFrozen: boolean;
  /** Whether the person's level opens withdrawals. */
  isOpen: boolean;
}

/** What paying out or refusing would post now. */
export interface WithdrawalPostings {
  currency: string;
  pay: PostingEntry[];
  refuse: PostingEntry[];
}
