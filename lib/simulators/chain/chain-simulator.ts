import { randomUUID } from "node:crypto";
import { PriceFeeds } from "../rates/price-feeds";
import { BitcoinChain } from "./bitcoin-chain";
import { FaultPlan } from "./faults";
import { type Order, send } from "./payments";
import { BLOCK_MS, TronChain } from "./tron-chain";

export interface ChainSimulatorOptions {
  /** Repeatable when it is given; without it no transaction's id ever comes twice. */
  seed?: number;
  /** Real milliseconds; tests bring their own. */
  now?: () => number;
  /** Blocks come by time, too, and not only when they are asked for. */
  autoMine?: boolean;
  /** Between two Bitcoin blocks when they come by time. */
  bitcoinBlockMs?: number;
}

const FIRST_MOMENT = Date.UTC(2026, 0, 1);
const BITCOIN_FIRST = 900_000;
const BITCOIN_GROWTH_MS = 20_000;
const TRON_FIRST = 78_000_000;
const DEFAULT_BITCOIN_MS = 60_000;
/** However far the clock jumps, there are no more new blocks than these. */
const MOST_BLOCKS = 2_000;

interface Planned {
  dueAt: number;
  order: Order;
}

/** Two chains, two sources of prices, and the trouble they are told to make. It knows no HTTP. */
export class ChainSimulator {
  readonly faults = new FaultPlan();
  readonly feeds: PriceFeeds;
  readonly bitcoinBlockMs: number;
  autoMine: boolean;
  offsetSeconds = 0;
  bitcoin: BitcoinChain;
  tron: TronChain;
  planned: Planned[] = [];
  private readonly realNow: () => number;
  private readonly seed: number | undefined;
  private minedUntil: { bitcoin: number; tron: number };

  constructor(options: ChainSimulatorOptions = {}) {
    this.realNow = options.now ?? Date.now;
    this.seed = options.seed;
    this.autoMine = options.autoMine ?? false;
    this.bitcoinBlockMs = options.bitcoinBlockMs ?? DEFAULT_BITCOIN_MS;
    this.feeds = new PriceFeeds(() => this.now());
    this.bitcoin = this.newBitcoin();
    this.tron = this.newTron();
    this.minedUntil = { bitcoin: this.now(), tron: this.now() };
  }

  now(): number {
    return this.realNow() + this.offsetSeconds * 1_000;
  }

  /** Does what the time since the last look brought, in its order: no block holds a payment that was sent after it. */
  settle(): void {
    const now = this.now();
    const due = this.planned.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
    this.planned = this.planned.filter(({ dueAt }) => dueAt > now);
    for (const { order, dueAt } of due) {
      this.mineUntil(dueAt);
      send(this, order);
    }
    this.mineUntil(now);
  }

  plan(order: Order, afterSeconds: number): void {
    this.planned.push({ order, dueAt: this.now() + afterSeconds * 1_000 });
  }

  reset(): void {
    this.faults.clear();
    this.feeds.reset();
    this.planned = [];
    this.bitcoin = this.newBitcoin();
    this.tron = this.newTron();
    this.minedUntil = { bitcoin: this.now(), tron: this.now() };
  }

  private mineUntil(moment: number): void {
    if (!this.autoMine) {
      this.minedUntil = { bitcoin: this.now(), tron: this.now() };
      return;
    }
    const bitcoin = Math.min(this.dueBlocks("bitcoin", this.bitcoinBlockMs, moment), MOST_BLOCKS);
    this.bitcoin.mine(bitcoin, { apartMs: this.bitcoinBlockMs, lastAt: moment });
    this.tron.mine(this.dueBlocks("tron", BLOCK_MS, moment), false, moment);
  }

  private dueBlocks(chain: "bitcoin" | "tron", everyMs: number, moment: number): number {
    const elapsed = moment - this.minedUntil[chain];
    // The clock went back: what is mined stays mined.
    if (this.now() < this.minedUntil[chain]) this.minedUntil[chain] = this.now();
    const count = Math.max(Math.floor(elapsed / everyMs), 0);
    this.minedUntil[chain] += count * everyMs;
    return count;
  }

  /** A process that starts again remembers nothing, but its watchers do: heights grow with time, ids never repeat. */
  private firstHeight(first: number, growthMs: number): number {
    if (this.seed !== undefined) return first;
    return first + Math.max(Math.floor((this.now() - FIRST_MOMENT) / growthMs), 0);
  }

  private newBitcoin(): BitcoinChain {
    const firstHeight = this.firstHeight(BITCOIN_FIRST, BITCOIN_GROWTH_MS);
    return new BitcoinChain({ now: () => this.now(), salt: this.newSalt(), firstHeight });
  }

  private newTron(): TronChain {
    const firstHeight = this.firstHeight(TRON_FIRST, BLOCK_MS);
    return new TronChain({ now: () => this.now(), salt: this.newSalt(), firstHeight });
  }

  private newSalt(): string {
    return this.seed === undefined ? randomUUID() : String(this.seed);
  }
}
