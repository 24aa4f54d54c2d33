import type { ChainWatcher } from "@/lib/domain/crypto-payments/ports";
import type { ChainTransfer, KnownTransfer, MissingTransfer } from "@/lib/domain/crypto-payments/types";
import { expectJson, isUnanswered, unanswered } from "@/lib/integrations/paced-http/expect-json";
import { createPacedClient, type PacedClientOptions } from "@/lib/integrations/paced-http/paced-client";
import {
  blockStatusShape,
  type EsploraTransaction,
  outspendShape,
  replacementsShape,
  tipHeightShape,
  transactionShape,
  transactionsShape,
} from "./esplora-shapes";

export interface EsploraOptions extends PacedClientOptions {
  /** What the logs call it. */
  name: string;
  /** Business time: the moment of a view. */
  now: () => Date;
}

const PAGE = 25;
const MAX_PAGES = 8;
/** Blocks carry their miner's clock, which may be two hours off. */
const CLOCK_SLACK_MS = 2 * 3_600_000;
/** Inputs that are remembered to look for what replaced a transaction. */
const MAX_SPENDS = 4;
/** Signals that a transaction may be replaced (BIP125). */
const FINAL_SEQUENCE = 0xfffffffe;

/**
 * Bitcoin through any Esplora-compatible API (mempool.space, blockstream.info, one's own): `/address/:a/txs`,
 * `/blocks/tip/height`, `/block/:hash/status`, `/tx/:id`, `/tx/:id/outspend/:vout`.
 */
export function createEsploraWatcher(options: EsploraOptions): ChainWatcher {
  const client = createPacedClient(options);

  async function listed(address: string, since: Date): Promise<EsploraTransaction[]> {
    const all = new Map<string, EsploraTransaction>();
    const base = `/address/${encodeURIComponent(address)}/txs`;
    let path = base;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const rows = expectJson(await client.get(path), transactionsShape, "address") ?? [];
      for (const row of rows) all.set(row.txid, row);
      const confirmed = rows.filter(({ status }) => status.confirmed);
      const last = confirmed.at(-1);
      const oldest = last?.status.confirmed ? last.status.block_time * 1_000 : 0;
      if (!last || confirmed.length < PAGE || oldest < since.getTime() - CLOCK_SLACK_MS)
        return [...all.values()];
      path = `${base}/chain/${last.txid}`;
    }
    throw unanswered("address: too many transactions");
  }

  async function isInBestChain(hash: string): Promise<boolean> {
    const answer = await client.get(`/block/${hash}/status`);
    return expectJson(answer, blockStatusShape, "block")?.in_best_chain ?? false;
  }

  async function transfersIn(
    transactions: EsploraTransaction[],
    address: string,
    tipHeight: number,
  ): Promise<ChainTransfer[]> {
    const best = new Map<string, boolean>();
    const transfers: ChainTransfer[] = [];
    for (const { txid, vin, vout, status } of transactions) {
      const own = vout.flatMap((output, index) =>
        output.scriptpubkey_address === address ? [{ index, ...output }] : [],
      );
      if (own.length === 0) continue;
      if (status.confirmed && !best.has(status.block_hash)) {
        best.set(status.block_hash, await isInBestChain(status.block_hash));
      }
      const block = status.confirmed && best.get(status.block_hash) ? status : null;
      for (const { index, value } of own) {
        transfers.push({
          txid,
          index,
          ordinal: 0,
          units: BigInt(value),
          block: block && {
            height: block.block_height,
            hash: block.block_hash,
            time: new Date(block.block_time * 1_000),
          },
          confirmations: block ? Math.max(tipHeight - block.block_height + 1, 1) : 0,
          replaceable: !block && vin.some(({ sequence }) => sequence < FINAL_SEQUENCE),
          spends: vin.slice(0, MAX_SPENDS).map((input) => `${input.txid}:${input.vout}`),
        });
      }
    }
    return transfers;
  }

  /** A transaction that nobody shows: did another take its coins? */
  async function fateOf({ txid, spends }: KnownTransfer): Promise<MissingTransfer> {
    for (const coin of spends) {
      const [source, vout] = coin.split(":");
      const answer = await client.get(`/tx/${source}/outspend/${vout}`);
      const spender = expectJson(answer, outspendShape, "outspend");
      if (spender?.spent && spender.txid && spender.txid !== txid)
        return { txid, fate: "replaced", by: spender.txid };
    }
    if (spends.length > 0) return { txid, fate: "absent", by: null };
    // Only mempool has this; elsewhere it is some error, and nothing is known.
    const answer = await client.get(`/v1/tx/${txid}/rbf`);
    const told = answer.kind === "ok" ? expectJson(answer, replacementsShape, "replacements") : null;
    const by = told?.replacements?.tx.txid;
    return by && by !== txid ? { txid, fate: "replaced", by } : { txid, fate: "absent", by: null };
  }

  return {
    network: "BTC",
    async look({ address, since, known }) {
      const asOf = options.now();
      try {
        const tipHeight = expectJson(await client.get("/blocks/tip/height"), tipHeightShape, "tip");
        if (tipHeight === null) return unanswered("tip: HTTP 404");
        const transactions = await listed(address, since);
        const shown = new Set(transactions.map(({ txid }) => txid));
        const missing: MissingTransfer[] = [];
        for (const transfer of new Map(known.map((one) => [one.txid, one])).values()) {
          if (shown.has(transfer.txid)) continue;
          const path = `/tx/${encodeURIComponent(transfer.txid)}`;
          const found = expectJson(await client.get(path), transactionShape, "transaction");
          if (found) transactions.push(found);
          else missing.push(await fateOf(transfer));
        }
        const transfers = await transfersIn(transactions, address, tipHeight);
        const view = { address, asOf, tipHeight, transfers, foreign: [], missing, source: options.name };
        return { kind: "ok", view };
      } catch (error) {
        if (isUnanswered(error)) return error;
        throw error;
      }
    },
  };
}
