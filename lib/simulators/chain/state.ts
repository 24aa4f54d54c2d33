import { SOURCES } from "../rates/price-feeds";
import { type Asset, writeAmount } from "./amounts";
import type { BitcoinTx } from "./bitcoin-chain";
import type { ChainSimulator } from "./chain-simulator";
import { USDT } from "./payments";
import type { TokenEvent, TronTx } from "./tron-chain";

const SHOWN = 25;

export interface ShownPayment {
  txid: string;
  asset: Asset;
  what: string;
  amount: string;
  address: string;
  /** Null while it waits for a block. */
  height: number | null;
  confirmations: number;
  isFinal: boolean;
  rbf: boolean;
}

const FINAL_CONFIRMATIONS = 6;
const BIP125_LIMIT = 0xfffffffe;

function bitcoinPayments({ bitcoin }: ChainSimulator): ShownPayment[] {
  const shown = (tx: BitcoinTx): ShownPayment[] => {
    const confirmations = tx.block ? bitcoin.tip.height - tx.block.height + 1 : 0;
    // The last output is the payer's change; a transaction of one output went back to the payer.
    const isBack = tx.outputs.length === 1;
    return (isBack ? tx.outputs : tx.outputs.slice(0, -1)).map(({ address, value }) => ({
      txid: tx.txid,
      asset: "BTC",
      what: isBack ? "Spent elsewhere" : "Payment",
      amount: writeAmount(BigInt(value), "BTC"),
      address,
      height: tx.block?.height ?? null,
      confirmations,
      isFinal: confirmations >= FINAL_CONFIRMATIONS,
      rbf: tx.inputs.some(({ sequence }) => sequence < BIP125_LIMIT),
    }));
  };
  return [...bitcoin.transactions.values()]
    .filter(({ inputs }) => inputs.length > 0)
    .slice(-SHOWN)
    .reverse()
    .flatMap(shown);
}

function whatItIs(type: TokenEvent["type"], contract: string): string {
  if (type === "Approval") return "Approval only";
  return contract === USDT.address ? "Payment" : "Wrong token";
}

function tronPayments({ tron }: ChainSimulator): ShownPayment[] {
  const place = (tx: TronTx) => ({
    txid: tx.txid,
    height: tx.block?.number ?? null,
    confirmations: tx.block ? tron.tip.number - tx.block.number + 1 : 0,
    isFinal: tron.isSolid(tx),
    rbf: false,
  });
  const shown = (tx: TronTx): ShownPayment[] => {
    if (tx.events.length === 0) {
      const amount = writeAmount(tx.nativeSun, "TRX");
      return [{ ...place(tx), asset: "TRX", what: "Native coin", amount, address: tx.target }];
    }
    return tx.events.map(({ token, type, to, value }) => ({
      ...place(tx),
      asset: "USDT" as const,
      what: whatItIs(type, token.address),
      amount: writeAmount(value, "USDT"),
      address: to,
    }));
  };
  return [...tron.transactions.values()].slice(-SHOWN).reverse().flatMap(shown);
}

/** What the simulated chains look like, for the pages that show and steer them. */
export function chainState(simulator: ChainSimulator) {
  const { bitcoin, tron, feeds } = simulator;
  const prices = SOURCES.flatMap((source) =>
    (source === "kraken" ? (["BTC", "USDT"] as const) : (["BTC"] as const)).map((asset) => ({
      source,
      asset,
      ...feeds.quote(source, asset),
    })),
  );
  return {
    now: new Date(simulator.now()).toISOString(),
    autoMine: simulator.autoMine,
    bitcoin: {
      height: bitcoin.tip.height,
      hash: bitcoin.tip.hash,
      waiting: bitcoin.mempool.length,
      payments: bitcoinPayments(simulator),
    },
    tron: {
      height: tron.tip.number,
      solid: tron.solidNumber,
      waiting: tron.pending.length,
      payments: tronPayments(simulator),
    },
    planned: simulator.planned.map(({ dueAt, order }) => ({
      dueAt: new Date(dueAt).toISOString(),
      asset: order.asset,
      amount: writeAmount(order.units, order.asset),
      address: order.address,
    })),
    prices,
    faults: [...simulator.faults.active],
  };
}

export type ChainSnapshot = ReturnType<typeof chainState>;
