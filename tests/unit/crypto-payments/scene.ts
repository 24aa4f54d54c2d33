import { type Evaluation, evaluateInvoice } from "@/lib/domain/crypto-payments/evaluate-invoice";
import {
  type CryptoInvoice,
  type CryptoPayment,
  INVOICE_POLICY,
  type InvoicePolicy,
} from "@/lib/domain/crypto-payments/invoice-shapes";
import type { ChainTransfer, ChainView, CryptoAsset } from "@/lib/domain/crypto-payments/types";

/** An invoice of 25 USD made at minute 0: locked for 15 minutes, watched for a day more. */
const START = Date.parse("2026-11-21T12:00:00Z");
export const DAY = 24 * 60;
export const DUE: Record<CryptoAsset, bigint> = { BTC: 40_000n, USDT: 25_000_000n };
/** 62,500 USD a bitcoin is exactly 40,000 sat; at the current rate of 60,000 the same are 24 USD. */
export const CURRENT_RATE: Record<CryptoAsset, bigint> = { BTC: 60_000n * 10n ** 12n, USDT: 10n ** 12n };

export function at(minute: number): Date {
  return new Date(START + minute * 60_000);
}

export function invoiceOf(asset: CryptoAsset, more: Partial<CryptoInvoice> = {}): CryptoInvoice {
  return {
    id: "i1",
    asset,
    status: "PENDING",
    exception: "NONE",
    amountMicros: 25_000_000n,
    unitsDue: DUE[asset],
    expiresAt: at(15),
    monitorUntil: at(15 + DAY),
    allowanceMicros: 0n,
    checkedAt: null,
    ...more,
  };
}

/** A transfer in the mempool, or in block `height` with `confirmations`, mined at `minute`. */
export function transfer(
  txid: string,
  units: bigint,
  mined: { height: number; confirmations: number; minute: number; hash?: string } | null = null,
  more: Partial<ChainTransfer> = {},
): ChainTransfer {
  return {
    txid,
    index: 0,
    ordinal: 0,
    units,
    block: mined && { height: mined.height, hash: mined.hash ?? `h${mined.height}`, time: at(mined.minute) },
    confirmations: mined?.confirmations ?? 0,
    replaceable: false,
    spends: [`coin-of-${txid}:0`],
    ...more,
  };
}

export function view(minute: number, transfers: ChainTransfer[], more: Partial<ChainView> = {}): ChainView {
  return {
    address: "bc1q",
    asOf: at(minute),
    tipHeight: 100,
    transfers,
    foreign: [],
    missing: [],
    source: "test",
    ...more,
  };
}

/** An invoice whose evaluations are stored one after the other, as the product stores them. */
export class Life {
  invoice: CryptoInvoice;
  payments: CryptoPayment[] = [];
  /** The ledger: what was posted under which key. */
  posted = new Map<string, bigint>();
  allowed = 0n;
  last: Evaluation | null = null;

  constructor(
    asset: CryptoAsset = "BTC",
    more: Partial<CryptoInvoice> = {},
    readonly policy: InvoicePolicy = INVOICE_POLICY,
    public currentRate: bigint | null = CURRENT_RATE[asset],
  ) {
    this.invoice = invoiceOf(asset, more);
  }

  /** One look, stored; a second evaluation of the same must change and post nothing. */
  see(seen: ChainView | null, minute = seen ? (seen.asOf.getTime() - START) / 60_000 : 0): Evaluation {
    const evaluation = this.evaluate(seen, minute);
    this.store(evaluation);
    const again = this.evaluate(seen, minute);
    if (again.credits.length > 0 || again.allowance || again.steps.length > 0)
      throw new Error("evaluated twice");
    const { credits, allowance, steps, ...state } = evaluation;
    const { credits: c, allowance: a, steps: s, ...sameState } = again;
    const text = (value: object) => JSON.stringify(value, (_k, v) => (typeof v === "bigint" ? `${v}n` : v));
    if (text(state) !== text(sameState)) throw new Error(`not settled:\n${text(state)}\n${text(sameState)}`);
    return evaluation;
  }

  evaluate(seen: ChainView | null, minute: number, currentRate = this.currentRate): Evaluation {
    const { invoice, payments, policy } = this;
    return evaluateInvoice({ invoice, payments, view: seen, now: at(minute), currentRate, policy });
  }

  private store(evaluation: Evaluation): void {
    this.invoice = evaluation.invoice;
    this.payments = evaluation.payments;
    this.last = evaluation;
    for (const { key, micros } of evaluation.credits) {
      if (this.posted.has(key)) throw new Error(`${key} credited twice`);
      this.posted.set(key, micros);
    }
    this.allowed += evaluation.allowance?.micros ?? 0n;
  }

  get state(): string {
    return `${this.invoice.status} ${this.invoice.exception}`;
  }

  get paymentStates(): string[] {
    return this.payments.map(({ status, failure }) => (failure ? `${status} ${failure}` : status));
  }

  get credited(): bigint {
    return [...this.posted.values()].reduce((sum, micros) => sum + micros, 0n);
  }
}
