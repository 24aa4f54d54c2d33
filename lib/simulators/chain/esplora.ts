import { type Context, Hono } from "hono";
import { outputScript } from "./addresses";
import type { BitcoinChain, BitcoinTx } from "./bitcoin-chain";
import { shownStatus, shownTx } from "./esplora-shapes";
import { replacementTree } from "./replacement-tree";

const MEMPOOL_ROWS = 50;
const CHAIN_ROWS = 25;
const ID = /^[0-9a-f]{64}$/i;

const isConfirmed = ({ block }: BitcoinTx) => block !== null;

function chainPage(history: readonly BitcoinTx[], after?: string): BitcoinTx[] {
  const confirmed = history.filter(isConfirmed);
  const start = after === undefined ? 0 : confirmed.findIndex(({ txid }) => txid === after) + 1;
  // A last seen transaction that is not there any more leaves nothing to go on from.
  return after !== undefined && start === 0 ? [] : confirmed.slice(start, start + CHAIN_ROWS);
}

function unspent(chain: BitcoinChain, address: string) {
  const script = outputScript(address)?.hex;
  return chain.history(address).flatMap((tx) =>
    tx.outputs.flatMap((output, vout) => {
      const isOurs = outputScript(output.address)?.hex === script && !chain.spender(tx.txid, vout);
      return isOurs ? [{ txid: tx.txid, vout, status: shownStatus(tx), value: output.value }] : [];
    }),
  );
}

function addressRoutes(chain: () => BitcoinChain) {
  const app = new Hono();
  app.use("/:address/*", async (c, next) =>
    outputScript(c.req.param("address")) ? next() : c.text("Invalid Bitcoin address", 400),
  );
  const history = (c: Context) => chain().history(c.req.param("address") ?? "");
  const waiting = (c: Context) =>
    history(c)
      .filter((tx) => !isConfirmed(tx))
      .slice(0, MEMPOOL_ROWS);
  return app
    .get("/:address/txs", (c) => c.json([...waiting(c), ...chainPage(history(c))].map(shownTx)))
    .get("/:address/txs/mempool", (c) => c.json(waiting(c).map(shownTx)))
    .get("/:address/txs/chain", (c) => c.json(chainPage(history(c)).map(shownTx)))
    .get("/:address/txs/chain/:last", (c) => c.json(chainPage(history(c), c.req.param("last")).map(shownTx)))
    .get("/:address/utxo", (c) => c.json(unspent(chain(), c.req.param("address"))));
}

function transactionRoutes(chain: () => BitcoinChain) {
  const app = new Hono();
  app.use("/:id/*", async (c, next) =>
    ID.test(c.req.param("id")) ? next() : c.text("Invalid hex string", 400),
  );
  const find = (c: Context) => chain().transactions.get((c.req.param("id") ?? "").toLowerCase());
  const missing = (c: Context) => c.text("Transaction not found", 404);
  return app
    .get("/:id", (c) => {
      const tx = find(c);
      return tx ? c.json(shownTx(tx)) : missing(c);
    })
    .get("/:id/status", (c) => {
      const tx = find(c);
      return tx ? c.json(shownStatus(tx)) : missing(c);
    })
    .get("/:id/outspend/:vout{[0-9]+}", (c) => {
      const found = chain().spender(c.req.param("id").toLowerCase(), Number(c.req.param("vout")));
      if (!found) return c.json({ spent: false });
      return c.json({ spent: true, txid: found.tx.txid, vin: found.vin, status: shownStatus(found.tx) });
    });
}

/** Esplora's HTTP API (API.md of Blockstream/esplora) with mempool.space's history of replacements. */
export function esploraRoutes(chain: () => BitcoinChain) {
  const missing = (c: Context) => c.text("Block not found", 404);
  return new Hono()
    .route("/address", addressRoutes(chain))
    .route("/tx", transactionRoutes(chain))
    .get("/blocks/tip/height", (c) => c.text(String(chain().tip.height)))
    .get("/blocks/tip/hash", (c) => c.text(chain().tip.hash))
    .get("/block-height/:height{[0-9]+}", (c) => {
      const block = chain().blockAt(Number(c.req.param("height")));
      return block ? c.text(block.hash) : missing(c);
    })
    .get("/block/:hash/status", (c) => {
      const block = chain().block(c.req.param("hash"));
      if (!block || !chain().isInBestChain(block)) return c.json({ in_best_chain: false });
      const next = chain().blockAt(block.height + 1)?.hash ?? null;
      return c.json({ in_best_chain: true, height: block.height, next_best: next });
    })
    .get("/v1/tx/:id/rbf", (c) => c.json(replacementTree(chain(), c.req.param("id"))));
}
