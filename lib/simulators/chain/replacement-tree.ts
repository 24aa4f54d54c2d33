import type { BitcoinChain, BitcoinTx, Replacement } from "./bitcoin-chain";
import { virtualSize } from "./esplora-shapes";

const BIP125_LIMIT = 0xfffffffe;

interface ReplacementNode {
  tx: object;
  time: number;
  fullRbf: boolean;
  mined?: true;
  replaces: ReplacementNode[];
}

function summary(tx: BitcoinTx) {
  const vsize = virtualSize(tx);
  return {
    txid: tx.txid,
    fee: tx.fee,
    vsize,
    value: tx.outputs.reduce((sum, { value }) => sum + value, 0),
    rate: tx.fee / vsize,
    time: Math.floor(tx.seenAt / 1_000),
    rbf: tx.inputs.some(({ sequence }) => sequence < BIP125_LIMIT),
  };
}

function nodeOf(tx: BitcoinTx, replacements: readonly Replacement[]): ReplacementNode {
  const replaced = replacements.filter(({ by }) => by === tx.txid);
  return {
    tx: summary(tx),
    time: Math.floor(tx.seenAt / 1_000),
    fullRbf: replaced.some(({ replaced: old }) => !summary(old).rbf),
    ...(tx.block ? { mined: true as const } : {}),
    replaces: replaced.map(({ replaced: old }) => nodeOf(old, replacements)),
  };
}

/** GET /v1/tx/:id/rbf of mempool.space: the whole history from the newest replacement down, and what this one replaced. */
export function replacementTree(chain: BitcoinChain, txid: string) {
  const { replacements } = chain;
  const newest = (id: string): string => {
    const next = replacements.find(({ replaced }) => replaced.txid === id);
    return next ? newest(next.by) : id;
  };
  const root = chain.transactions.get(newest(txid));
  const replaces = replacements.filter(({ by }) => by === txid).map(({ replaced }) => replaced.txid);
  const node = root ? nodeOf(root, replacements) : null;
  return {
    replacements: node && node.replaces.length > 0 ? node : null,
    replaces: replaces.length > 0 ? replaces : null,
  };
}
