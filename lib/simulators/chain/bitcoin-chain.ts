import { createHash } from "node:crypto";
import { bitcoinAddressLike, canonicalBitcoin } from "./addresses";

export interface Output {
  address: string;
  /** Satoshi. */
  value: number;
}

export interface Input {
  txid: string;
  vout: number;
  sequence: number;
  prevout: Output;
}

export interface BitcoinTx {
  txid: string;
  inputs: Input[];
  outputs: Output[];
  /** Satoshi. */
  fee: number;
  /** Milliseconds. */
  seenAt: number;
  /** Where it stands; null in the mempool. */
  block: BitcoinBlock | null;
  /** The order in which they came, for lists. */
  order: number;
}

export interface BitcoinBlock {
  hash: string;
  height: number;
  /** Unix seconds. */
  time: number;
  txids: string[];
}

/** A transaction that another one pushed out of the mempool, as mempool.space remembers it. */
export interface Replacement {
  replaced: BitcoinTx;
  by: string;
  at: number;
}

export interface BitcoinPayment {
  outputs: readonly Output[];
  /** Signals BIP125. */
  rbf: boolean;
}

export interface ChainOptions {
  now: () => number;
  /** Goes into every hash: the same salt makes the same chain, another one never repeats a transaction's id. */
  salt: string;
  firstHeight: number;
}

const FIRST_BLOCKS = 12;
const SEQUENCE_FINAL = 0xffffffff;
/** BIP125: anything below 0xfffffffe lets the payer replace it. */
const SEQUENCE_RBF = 0xfffffffd;
const FEE = 282;
const CHANGE = 150_000;

/** A chain of blocks with a mempool, in memory. It knows no HTTP. */
export class BitcoinChain {
  readonly transactions = new Map<string, BitcoinTx>();
  readonly replacements: Replacement[] = [];
  /** The best chain, from the first height. */
  readonly blocks: BitcoinBlock[] = [];
  private readonly blocksByHash = new Map<string, BitcoinBlock>();
  /** "txid:vout" → the transaction that spends it. */
  private readonly spenders = new Map<string, string>();
  private readonly byAddress = new Map<string, Set<string>>();
  private made = 0;

  constructor(private readonly options: ChainOptions) {
    for (let index = 0; index < FIRST_BLOCKS; index += 1) this.appendBlock([]);
  }

  get tip(): BitcoinBlock {
    const tip = this.blocks.at(-1);
    if (!tip) throw new Error("a chain has a first block");
    return tip;
  }

  get mempool(): BitcoinTx[] {
    return [...this.transactions.values()].filter(({ block }) => block === null);
  }

  /** A reorganisation has to be shallower. */
  get deepestReorg(): number {
    return this.blocks.length;
  }

  blockAt(height: number): BitcoinBlock | undefined {
    return this.blocks[height - this.options.firstHeight];
  }

  block(hash: string): BitcoinBlock | undefined {
    return this.blocksByHash.get(hash);
  }

  isInBestChain(block: BitcoinBlock): boolean {
    return this.blockAt(block.height) === block;
  }

  spender(txid: string, vout: number): { tx: BitcoinTx; vin: number } | null {
    const tx = this.transactions.get(this.spenders.get(`${txid}:${vout}`) ?? "");
    if (!tx) return null;
    return { tx, vin: tx.inputs.findIndex((input) => input.txid === txid && input.vout === vout) };
  }

  /** All that touches an address, newest first, unconfirmed before confirmed. */
  history(address: string): BitcoinTx[] {
    const found = [...(this.byAddress.get(canonicalBitcoin(address)) ?? [])].flatMap(
      (txid) => this.transactions.get(txid) ?? [],
    );
    const height = ({ block }: BitcoinTx) => block?.height ?? Number.POSITIVE_INFINITY;
    return found.sort((a, b) => (height(a) === height(b) ? b.order - a.order : height(b) - height(a)));
  }

  /** Somebody else's wallet pays; the transaction waits in the mempool. */
  pay({ outputs, rbf }: BitcoinPayment): BitcoinTx {
    const paid = outputs.reduce((sum, { value }) => sum + value, 0);
    const like = outputs[0]?.address ?? "";
    const input = this.fund(this.strangerLike(like), paid + CHANGE + FEE, rbf);
    return this.add([input], [...outputs, { address: this.strangerLike(like), value: CHANGE }], FEE);
  }

  /**
   * The payer spends the same inputs again, for more fee: to the same receivers, or back to himself only. Null when
   * it is not in the mempool. (Nodes take any replacement that pays more, whether it was signalled or not.)
   */
  replace(txid: string, keepsOutputs: boolean): BitcoinTx | null {
    const old = this.transactions.get(txid);
    if (!old || old.block) return null;
    const fee = old.fee * 2;
    const change = old.outputs.at(-1) ?? { address: this.strangerLike(""), value: CHANGE };
    const total = old.inputs.reduce((sum, { prevout }) => sum + prevout.value, 0);
    const outputs = keepsOutputs
      ? [...old.outputs.slice(0, -1), { ...change, value: change.value - old.fee }]
      : [{ ...change, value: total - fee }];
    this.remove(old);
    const tx = this.add(old.inputs, outputs, fee);
    this.replacements.push({ replaced: old, by: tx.txid, at: this.options.now() });
    return tx;
  }

  /** Nodes forget it (the mempool was full, or two weeks went by). Nothing spends its inputs. */
  evict(txid: string): boolean {
    const tx = this.transactions.get(txid);
    if (!tx || tx.block) return false;
    this.remove(tx);
    return true;
  }

  /**
   * Adds blocks, the last of them now (or at an earlier moment) and the others so many milliseconds apart before it. The
   * first one takes the whole mempool, unless it is to stay empty.
   */
  mine(count: number, { isEmpty = false, apartMs = 0, lastAt = this.options.now() } = {}): void {
    for (let index = 0; index < count; index += 1) {
      const at = lastAt - (count - 1 - index) * apartMs;
      this.appendBlock(isEmpty || index > 0 ? [] : this.mempool, at);
    }
  }

  /**
   * The last blocks lose against a longer branch. Their transactions are unconfirmed again, and stay so until the
   * next block; the dropped ones were spent otherwise on the new branch and never come back.
   */
  reorganise(depth: number, isDropped: (txid: string) => boolean): void {
    const lost = this.blocks.splice(-depth);
    const conflicts: BitcoinTx[] = [];
    for (const { txids } of lost) {
      for (const txid of txids) {
        const tx = this.transactions.get(txid);
        if (!tx) continue;
        tx.block = null;
        if (!isDropped(txid)) continue;
        const other = this.replace(txid, false);
        if (other) conflicts.push(other);
      }
    }
    // On the other branch the payer's second spend stands: nobody replaced anything in a mempool.
    this.replacements.splice(this.replacements.length - conflicts.length);
    this.appendBlock(conflicts);
    for (let index = 0; index < depth; index += 1) this.appendBlock([]);
  }

  private appendBlock(txs: readonly BitcoinTx[], at = this.options.now()): void {
    const previous = this.blocks.at(-1);
    this.made += 1;
    const block: BitcoinBlock = {
      hash: `0000000000${this.digest(`block:${previous?.hash ?? ""}:${this.made}`).slice(10)}`,
      height: (previous?.height ?? this.options.firstHeight - 1) + 1,
      time: Math.max(Math.floor(at / 1_000), previous?.time ?? 0),
      txids: txs.map(({ txid }) => txid),
    };
    for (const tx of txs) tx.block = block;
    this.blocks.push(block);
    this.blocksByHash.set(block.hash, block);
  }

  /** A stranger's confirmed coin, as old as the chain. */
  private fund(address: string, value: number, rbf: boolean): Input {
    const tx = this.add([], [{ address, value }], 0);
    const first = this.blocks[0] ?? this.tip;
    tx.block = first;
    first.txids.push(tx.txid);
    const sequence = rbf ? SEQUENCE_RBF : SEQUENCE_FINAL - 1;
    return { txid: tx.txid, vout: 0, sequence, prevout: { address, value } };
  }

  private add(inputs: Input[], outputs: readonly Output[], fee: number): BitcoinTx {
    this.made += 1;
    const kept = outputs.map(({ address, value }) => ({ address: canonicalBitcoin(address), value }));
    const txid = this.digest(
      `tx:${this.made}:${kept.map(({ address, value }) => `${address}=${value}`).join()}`,
    );
    const tx = {
      txid,
      inputs,
      outputs: kept,
      fee,
      seenAt: this.options.now(),
      block: null,
      order: this.made,
    };
    this.transactions.set(txid, tx);
    for (const { txid: spent, vout } of inputs) this.spenders.set(`${spent}:${vout}`, txid);
    for (const address of touched(tx)) {
      const txids = this.byAddress.get(address) ?? new Set();
      this.byAddress.set(address, txids.add(txid));
    }
    return tx;
  }

  private remove(tx: BitcoinTx): void {
    this.transactions.delete(tx.txid);
    for (const { txid, vout } of tx.inputs) this.spenders.delete(`${txid}:${vout}`);
    for (const address of touched(tx)) this.byAddress.get(address)?.delete(tx.txid);
  }

  private digest(text: string): string {
    return createHash("sha256").update(`${this.options.salt}:${text}`).digest("hex");
  }

  private strangerLike(address: string): string {
    this.made += 1;
    return bitcoinAddressLike(address, Buffer.from(this.digest(`stranger:${this.made}`).slice(0, 40), "hex"));
  }
}

function touched({ inputs, outputs }: BitcoinTx): Set<string> {
  return new Set([...inputs.map(({ prevout }) => prevout.address), ...outputs.map(({ address }) => address)]);
}
