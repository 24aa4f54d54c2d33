import { createHash } from "node:crypto";
import { tronAddress, tronBody } from "./addresses";
import type { ChainOptions } from "./bitcoin-chain";

export interface Token {
  address: string;
  symbol: string;
  name: string;
  decimals: number;
}

/** One event of a token's contract. */
export interface TokenEvent {
  token: Token;
  type: "Transfer" | "Approval";
  from: string;
  to: string;
  value: bigint;
}

export interface TronTx {
  txid: string;
  /** Of the contract that was called, or of who was paid in TRX. */
  target: string;
  events: TokenEvent[];
  /** Sun, when it moves the chain's own coin. */
  nativeSun: bigint;
  /** Null until the next block. */
  block: { number: number; timestamp: number } | null;
  order: number;
}

export interface TronPayment {
  events: readonly Omit<TokenEvent, "from">[];
  nativeSun?: bigint;
  target: string;
}

export const BLOCK_MS = 3_000;
/** 19 of the 27 block producers have built on a block that is so far behind (java-tron, DposService). */
export const SOLID_BEHIND = 19;

const rounded = (at: number) => Math.floor(at / BLOCK_MS) * BLOCK_MS;

/** Tron as its public node sees it: a block every 3 seconds, what is 19 behind is final. It knows no HTTP. */
export class TronChain {
  readonly transactions = new Map<string, TronTx>();
  tip: { number: number; timestamp: number };
  private made = 0;

  constructor(private readonly options: ChainOptions) {
    this.tip = { number: options.firstHeight, timestamp: rounded(this.options.now()) };
  }

  now(): number {
    return this.options.now();
  }

  get solidNumber(): number {
    return this.tip.number - SOLID_BEHIND;
  }

  /** A reorganisation has to be shallower: what is final stays. */
  get deepestReorg(): number {
    return SOLID_BEHIND;
  }

  get pending(): TronTx[] {
    return [...this.transactions.values()].filter(({ block }) => block === null);
  }

  isSolid({ block }: TronTx): boolean {
    return block !== null && block.number <= this.solidNumber;
  }

  /** A stranger's transaction, in the next block. */
  pay({ events, nativeSun = 0n, target }: TronPayment): TronTx {
    this.made += 1;
    const from = tronAddress(this.digest(`stranger:${this.made}`).slice(0, 40));
    const tx: TronTx = {
      txid: this.digest(`tx:${this.made}`),
      target,
      events: events.map((event) => ({ ...event, from })),
      nativeSun,
      block: null,
      order: this.made,
    };
    this.transactions.set(tx.txid, tx);
    return tx;
  }

  /** Events that name an address, in the order of the chain, oldest first; what is in no block yet shows nowhere. */
  eventsOf(address: string): { tx: TronTx; event: TokenEvent; logIndex: number }[] {
    const body = tronBody(address);
    return [...this.transactions.values()]
      .filter(({ block }) => block !== null)
      .sort((a, b) => (a.block?.number ?? 0) - (b.block?.number ?? 0) || a.order - b.order)
      .flatMap((tx) => tx.events.map((event, logIndex) => ({ tx, event, logIndex })))
      .filter(({ event }) => tronBody(event.to) === body || tronBody(event.from) === body);
  }

  mine(count: number, isEmpty = false, lastAt = this.options.now()): void {
    if (count < 1) return;
    const last = rounded(lastAt);
    const timestamp = Math.max(this.tip.timestamp + BLOCK_MS, last - (count - 1) * BLOCK_MS);
    const first = { number: this.tip.number + 1, timestamp };
    if (!isEmpty) for (const tx of this.pending) tx.block = first;
    this.tip = {
      number: first.number + count - 1,
      timestamp: timestamp + (count - 1) * BLOCK_MS,
    };
  }

  /** The last blocks, none of them final, are made again without their transactions: those wait, or are gone. */
  reorganise(depth: number, isDropped: (txid: string) => boolean): void {
    const kept = this.tip.number - depth;
    for (const tx of this.transactions.values()) {
      if (!tx.block || tx.block.number <= kept) continue;
      tx.block = null;
      if (isDropped(tx.txid)) this.transactions.delete(tx.txid);
    }
  }

  /** 8 bytes of the number, 24 of a hash, as Tron writes a block's id. */
  blockId(number: number): string {
    return number.toString(16).padStart(16, "0") + this.digest(`block:${number}`).slice(16);
  }

  private digest(text: string): string {
    return createHash("sha256").update(`${this.options.salt}:tron:${text}`).digest("hex");
  }
}
