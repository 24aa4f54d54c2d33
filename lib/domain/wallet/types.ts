import type { z } from "zod";
import type { ExternalAccount } from "./accounts";
import type { AdjustmentEntry } from "./adjustment";
import type { PostingWord } from "./postings";
import type { grantSchema, WALLET_LINE_STATUSES, WALLET_LINE_TYPES } from "./schema";

export type { ExternalAccount };
export type WalletLineType = (typeof WALLET_LINE_TYPES)[number];
/** How the withdrawal of a line stands. */
export type WithdrawalLineStatus = "REQUESTED" | "APPROVED" | "PAID" | "REFUSED" | "CANCELED";
export type WalletLineStatus = (typeof WALLET_LINE_STATUSES)[number];
export type GrantInput = z.output<typeof grantSchema>;

/** A customer's money, in micro-units. Debt is zero or negative. */
export interface Balance {
  availableMicros: bigint;
  heldMicros: bigint;
  debtMicros: bigint;
  currency: string;
}

/** One step of a line in the ledger, seen from the customer. Micro-units. */
export interface Posting {
  /** The ledger transaction. */
  id: string;
  at: string;
  word: PostingWord;
  availableChangeMicros: bigint;
  heldChangeMicros: bigint;
  debtChangeMicros: bigint;
  /** What was available right after it. */
  availableAfterMicros: bigint;
}

export interface WalletLine {
  id: string;
  type: WalletLineType;
  status: WalletLineStatus;
  /** Signed: what it does, or would do, to the customer's money. */
  amountMicros: bigint;
  currency: string;
  gateway: string;
  paymentMethod: string;
  description: string | null;
  orderId: string | null;
  /** A released or pending hold, rather than a failed payment. */
  isHold: boolean;
  createdAt: string;
  postings: Posting[];
}

export interface WalletLinesPage {
  lines: WalletLine[];
  total: number;
  page: number;
  pageSize: number;
}

/** One entry of the journal, for staff. */
export interface AccountEntry {
  id: string;
  transactionId: string;
  kind: string;
  idempotencyKey: string;
  refType: string | null;
  refId: string | null;
  at: string;
  account: { id: string; code: string; userId: string | null };
  currency: string;
  amountMicros: bigint;
  /** Null for accounts of the house: they keep no running balance. */
  balanceAfterMicros: bigint | null;
}

export interface AccountEntriesPage {
  entries: AccountEntry[];
  total: number;
  page: number;
  pageSize: number;
}

/** A rule that does not hold, and the rows that break it (the first hundred). */
export interface LedgerProblem {
  rule: string;
  rows: Record<string, string | number | boolean | null>[];
}

export interface LedgerReport {
  ok: boolean;
  problems: LedgerProblem[];
}

export type LedgerAccountKind = "USER_AVAILABLE" | "USER_HELD" | "USER_DEBT" | "SYSTEM";

/** An account of the books, for staff. */
export interface LedgerAccountView {
  id: string;
  kind: LedgerAccountKind;
  code: string;
  currency: string;
  userId: string | null;
  username: string | null;
  balanceMicros: bigint;
  createdAt: string;
}

/** One entry of an account, with the balance after it. */
export interface JournalEntry {
  id: string;
  transactionId: string;
  kind: string;
  word: PostingWord;
  refType: string | null;
  refId: string | null;
  at: string;
  amountMicros: bigint;
  balanceAfterMicros: bigint;
}

export interface LedgerEntryView {
  id: string;
  accountId: string;
  accountCode: string;
  accountKind: LedgerAccountKind;
  userId: string | null;
  username: string | null;
  currency: string;
  amountMicros: bigint;
  /** Null for accounts of the house. */
  balanceAfterMicros: bigint | null;
}

export interface LedgerTransactionView {
  id: string;
  kind: string;
  word: PostingWord;
  idempotencyKey: string;
  holdId: string | null;
  reversesId: string | null;
  reversedById: string | null;
  refType: string | null;
  refId: string | null;
  lineId: string | null;
  orderId: string | null;
  eventAt: string;
  createdAt: string;
  entries: LedgerEntryView[];
}

export interface HoldView {
  id: string;
  amountMicros: bigint;
  capturedMicros: bigint;
  currency: string;
  status: "PENDING" | "CAPTURED" | "VOIDED";
  ownerType: string;
  ownerId: string;
  createdAt: string;
  expiresAt: string;
  resolvedAt: string | null;
}

/** One order in the books. */
export interface OrderLedger {
  order: { id: string; number: number; status: string; userId: string; username: string };
  holds: HoldView[];
  transactions: LedgerTransactionView[];
}

/** What the last reconciliation found. */
export interface LedgerCheckResult {
  checkedAt: string;
  durationMs: number;
  isRunRequested: boolean;
  problems: LedgerProblem[];
}

/** One side of a posting before it is written. */
export type PostingEntry = AdjustmentEntry;

/** What a grant would post now; `seen` names the balances it was reckoned from. */
export interface AdjustmentPreview {
  entries: PostingEntry[];
  currency: string;
  seen: string;
}

/** A line of the statement with the order it belongs to. */
export interface StatementLine {
  /** What was available after it, micro-units; null before anything was posted. */
  availableAfterMicros: bigint | null;
  id: string;
  type: WalletLineType;
  status: WalletLineStatus;
  amountMicros: bigint;
  currency: string;
  description: string | null;
  gateway: string;
  paymentMethod: string;
  orderId: string | null;
  orderNumber: number | null;
  serviceName: string | null;
  withdrawal: { id: string; number: number; status: WithdrawalLineStatus } | null;
  /** The invoice that brought the money, or that a refund or a dispute is about. */
  invoice: { id: string; number: number } | null;
  createdAt: string;
  postings: Posting[];
}

/** Money set aside now. */
export interface PendingHold {
  id: string;
  amountMicros: bigint;
  currency: string;
  /** When staff are alarmed that it is still there; nothing happens to it by itself then. */
  expiresAt: string;
  /** `endsAt`: the end of its window, when the money comes back if no code came; null while it is being connected. */
  order: { id: string; number: number; service: string; endsAt: string | null } | null;
  withdrawal: { id: string; number: number } | null;
}

/** A printable month; both balances are of what was available. */
export interface StatementMonth {
  month: string;
  currency: string;
  openingMicros: bigint;
  closingMicros: bigint;
  /** What was owed before and after it; zero where nothing was. */
  owedOpeningMicros: bigint;
  owedClosingMicros: bigint;
  /** Oldest first. */
  lines: StatementLine[];
}
