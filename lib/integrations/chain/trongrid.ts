import type { ChainWatcher } from "@/lib/domain/crypto-payments/ports";
import {
  type ChainTransfer,
  type ForeignTransfer,
  type MissingTransfer,
  USDT_CONTRACT,
} from "@/lib/domain/crypto-payments/types";
import { expectJson, isUnanswered, unanswered } from "@/lib/integrations/paced-http/expect-json";
import { createPacedClient, type PacedClientOptions } from "@/lib/integrations/paced-http/paced-client";
import {
  type TransactionInfo,
  type TransferRow,
  transactionInfoShape,
  transferPageShape,
  transferRowShape,
  transfersInLog,
} from "./tron-shapes";

export interface TronGridOptions extends Omit<PacedClientOptions, "headers"> {
  name: string;
  /** Sent as TRON-PRO-API-KEY; without one TronGrid allows little. */
  apiKey?: string;
  contract?: string;
  /** Business time: the moment of a view. */
  now: () => Date;
}

const PAGE = "200";
const MAX_PAGES = 5;
const CLOCK_SLACK_MS = 600_000;
const MAX_KEPT = 500;

/**
 * USDT on Tron through TronGrid: `/v1/accounts/:a/transactions/trc20` shows what comes, and
 * `/walletsolidity/gettransactioninfobyid` what is final and under which log index.
 */
export function createTronGridWatcher(options: TronGridOptions): ChainWatcher {
  const { apiKey, contract = USDT_CONTRACT, name, now } = options;
  const client = createPacedClient({ ...options, headers: apiKey ? { "TRON-PRO-API-KEY": apiKey } : {} });
  /** What is final stays so: it is asked for once. */
  const finals = new Map<string, TransactionInfo>();

  async function rowsFor(
    address: string,
    since: Date,
    token: string | null,
    maxPages: number,
  ): Promise<TransferRow[]> {
    const query: Record<string, string> = {
      only_to: "true",
      min_timestamp: String(since.getTime() - CLOCK_SLACK_MS),
      order_by: "block_timestamp,asc",
      limit: PAGE,
      ...(token ? { contract_address: token } : {}),
    };
    const rows: TransferRow[] = [];
    for (let page = 0; page < maxPages; page += 1) {
      const path = `/v1/accounts/${encodeURIComponent(address)}/transactions/trc20`;
      const answer = expectJson(await client.get(path, query), transferPageShape, "transfers");
      if (!answer) throw unanswered("transfers: HTTP 404");
      for (const item of answer.data) {
        const row = transferRowShape.safeParse(item);
        // A stranger's token may be written in any way; one of ours that is not understood is no answer.
        if (row.success) rows.push(row.data);
        else if (token) throw unanswered("transfers: not understood");
      }
      const fingerprint = answer.meta?.fingerprint;
      if (!fingerprint || answer.data.length === 0) return rows;
      query.fingerprint = fingerprint;
    }
    if (token) throw unanswered("transfers: too many");
    return rows;
  }

  async function finalInfo(txid: string): Promise<TransactionInfo | null> {
    const kept = finals.get(txid);
    if (kept) return kept;
    const answer = await client.post("/walletsolidity/gettransactioninfobyid", { value: txid });
    const info = expectJson(answer, transactionInfoShape, "transaction");
    if (!info) return null;
    const oldest = finals.keys().next().value;
    if (finals.size >= MAX_KEPT && oldest) finals.delete(oldest);
    finals.set(txid, info);
    return info;
  }

  function finalTransfers(info: TransactionInfo, address: string): ChainTransfer[] {
    return transfersInLog(info, contract, address).map(({ index, units }) => ({
      txid: info.id,
      index,
      ordinal: 0,
      units,
      block: { height: info.blockNumber, hash: null, time: new Date(info.blockTimeStamp) },
      confirmations: 1,
      replaceable: false,
      spends: [],
    }));
  }

  /** Not final yet: one entry per row, told apart by their order. */
  function openTransfers(rows: TransferRow[]): ChainTransfer[] {
    return rows.map((row, ordinal) => ({
      txid: row.transaction_id,
      index: null,
      ordinal,
      units: BigInt(row.value),
      block: { height: null, hash: null, time: new Date(row.block_timestamp) },
      confirmations: 0,
      replaceable: false,
      spends: [],
    }));
  }

  async function foreignTransfers(address: string, since: Date): Promise<ForeignTransfer[]> {
    const rows = await rowsFor(address, since, null, 1);
    const foreign: ForeignTransfer[] = [];
    for (const row of rows) {
      const { transaction_id: txid, token_info: token, value } = row;
      if (row.type !== "Transfer" || row.to !== address || token.address === contract || /^0+$/.test(value))
        continue;
      const ordinal = foreign.filter((other) => other.txid === txid).length;
      const at = new Date(row.block_timestamp);
      foreign.push({
        txid,
        index: null,
        ordinal,
        contract: token.address,
        value,
        symbol: token.symbol ?? null,
        at,
      });
    }
    return foreign;
  }

  return {
    network: "TRC20",
    async look({ address, since, known }) {
      const asOf = now();
      try {
        const listed = new Map<string, TransferRow[]>();
        for (const row of await rowsFor(address, since, contract, MAX_PAGES)) {
          if (row.type !== "Transfer" || row.to !== address || row.token_info.address !== contract) continue;
          listed.set(row.transaction_id, [...(listed.get(row.transaction_id) ?? []), row]);
        }
        const transfers: ChainTransfer[] = [];
        const missing: MissingTransfer[] = [];
        for (const txid of new Set([...listed.keys(), ...known.map((one) => one.txid)])) {
          const info = await finalInfo(txid);
          const found = info ? finalTransfers(info, address) : openTransfers(listed.get(txid) ?? []);
          transfers.push(...found);
          if (found.length === 0) missing.push({ txid, fate: info ? "failed" : "absent", by: null });
        }
        const foreign = await foreignTransfers(address, since);
        return {
          kind: "ok",
          view: { address, asOf, tipHeight: null, transfers, foreign, missing, source: name },
        };
      } catch (error) {
        if (isUnanswered(error)) return error;
        throw error;
      }
    },
  };
}
