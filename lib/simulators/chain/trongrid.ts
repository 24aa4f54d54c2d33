import { type Context, Hono } from "hono";
import { tronBody } from "./addresses";
import { BLOCK_MS, type TokenEvent, type TronChain, type TronTx } from "./tron-chain";
import { shownInfo } from "./tron-log";

const DEFAULT_ROWS = 20;
const MAX_ROWS = 200;

function shownEvent({ tx, event }: { tx: TronTx; event: TokenEvent }) {
  const { symbol, address, decimals, name } = event.token;
  return {
    transaction_id: tx.txid,
    token_info: { symbol, address, decimals, name },
    block_timestamp: tx.block?.timestamp ?? 0,
    from: event.from,
    to: event.to,
    type: event.type,
    value: event.value.toString(),
  };
}

const isOn = (text: string | undefined) => text === "true";

function selected(chain: TronChain, address: string, query: Record<string, string>) {
  const contract = query.contract_address === undefined ? null : tronBody(query.contract_address);
  const from = Number(query.min_timestamp ?? 0);
  const to = Number(query.max_timestamp ?? Number.MAX_SAFE_INTEGER);
  const rows = chain.eventsOf(address).filter(({ tx, event }) => {
    const at = tx.block?.timestamp ?? 0;
    if (at < from || at > to) return false;
    if (isOn(query.only_to) && tronBody(event.to) !== tronBody(address)) return false;
    if (isOn(query.only_from) && tronBody(event.from) !== tronBody(address)) return false;
    if (isOn(query.only_confirmed) && !chain.isSolid(tx)) return false;
    if (isOn(query.only_unconfirmed) && chain.isSolid(tx)) return false;
    return contract === null || tronBody(event.token.address) === contract;
  });
  return query.order_by === "block_timestamp,asc" ? rows : rows.reverse();
}

/** A page's end, written so that nobody reads more into it than "go on after this row". */
const fingerprint = (tx: TronTx, logIndex: number) =>
  Buffer.from(`${tx.txid}:${logIndex}`).toString("base64url");

function refusal(c: Context, error: string) {
  return c.json({ success: false, error, statusCode: 400 }, 400);
}

/** GET /v1/accounts/:address/transactions/trc20: Transfers and Approvals alike, of every token, once in a block. */
function tokenHistory(c: Context, chain: TronChain, address: string) {
  const query = c.req.query();
  if (tronBody(address) === null) return refusal(c, "A valid account address is required.");
  if (isOn(query.only_confirmed) && isOn(query.only_unconfirmed)) {
    return refusal(c, "only_confirmed and only_unconfirmed cannot be combined.");
  }
  if (query.contract_address !== undefined && tronBody(query.contract_address) === null) {
    return refusal(c, "A valid contract address is required.");
  }
  const limit = Math.min(Math.max(Number(query.limit ?? DEFAULT_ROWS) || DEFAULT_ROWS, 1), MAX_ROWS);
  const rows = selected(chain, address, query);
  const after = query.fingerprint;
  const last = rows.findIndex(({ tx, logIndex }) => fingerprint(tx, logIndex) === after);
  if (after !== undefined && last < 0) return refusal(c, "The fingerprint is not valid.");
  const page = rows.slice(last + 1, last + 1 + limit);
  const end = page.at(-1);
  const hasMore = last + 1 + page.length < rows.length;
  const meta = { at: chain.now(), page_size: page.length };
  const more =
    end && hasMore
      ? { ...meta, fingerprint: fingerprint(end.tx, end.logIndex), links: { next: next(c, end) } }
      : meta;
  return c.json({ data: page.map(shownEvent), success: true, meta: more });
}

function next(c: Context, { tx, logIndex }: { tx: TronTx; logIndex: number }): string {
  const url = new URL(c.req.url);
  url.searchParams.set("fingerprint", fingerprint(tx, logIndex));
  return url.href;
}

async function askedFor(c: Context): Promise<string> {
  if (c.req.method === "GET") return (c.req.query("value") ?? "").toLowerCase();
  const body: unknown = await c.req.json().catch(() => null);
  const value = typeof body === "object" && body !== null && "value" in body ? body.value : "";
  return typeof value === "string" ? value.toLowerCase() : "";
}

function shownBlock(chain: TronChain, number: number) {
  const timestamp = chain.tip.timestamp - (chain.tip.number - number) * BLOCK_MS;
  return {
    blockID: chain.blockId(number),
    block_header: {
      raw_data: {
        number,
        txTrieRoot: "0".repeat(64),
        witness_address: "41f16412b9a17ee9408646e2a21e16478f72ed1e95",
        parentHash: chain.blockId(number - 1),
        version: 32,
        timestamp,
      },
      witness_signature: "00".repeat(65),
    },
  };
}

/** TronGrid's v1 and the two doors of a full node: /wallet (the newest block) and /walletsolidity (what is final). */
export function tronGridRoutes(chain: () => TronChain) {
  const methods = ["GET", "POST"];
  return new Hono()
    .get("/v1/accounts/:address/transactions/trc20", (c) => tokenHistory(c, chain(), c.req.param("address")))
    .on(methods, "/wallet/gettransactioninfobyid", async (c) => {
      const tx = chain().transactions.get(await askedFor(c));
      return c.json(tx ? shownInfo(tx) : {});
    })
    .on(methods, "/walletsolidity/gettransactioninfobyid", async (c) => {
      const tx = chain().transactions.get(await askedFor(c));
      return c.json(tx && chain().isSolid(tx) ? shownInfo(tx) : {});
    })
    .on(methods, "/wallet/getnowblock", (c) => c.json(shownBlock(chain(), chain().tip.number)))
    .on(methods, "/walletsolidity/getnowblock", (c) => c.json(shownBlock(chain(), chain().solidNumber)));
}
