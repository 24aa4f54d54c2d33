import { type Context, Hono } from "hono";
import type { z } from "zod";
import type { ChainSimulator } from "./chain-simulator";
import * as input from "./control-input";
import { type OrderInput, readOrder, send } from "./payments";
import { chainState } from "./state";

const DUST = { BTC: "0.00000546", USDT: "0.000001" } as const;

class Refusal {
  constructor(
    readonly error: string,
    readonly status: 404 | 422 = 422,
  ) {}
}

interface Verb {
  schema: z.ZodType;
  run(simulator: ChainSimulator, body: never): string[] | Refusal | undefined;
}

/** Joins a schema to what is done with what it reads. */
function verb<T>(
  schema: z.ZodType<T>,
  run: (simulator: ChainSimulator, body: T) => string[] | Refusal | undefined,
): Verb {
  return { schema, run };
}

function order(simulator: ChainSimulator, wanted: OrderInput, afterSeconds = 0): string[] | Refusal {
  const read = readOrder(wanted);
  if ("error" in read) return new Refusal(read.error);
  if (afterSeconds === 0) return send(simulator, read);
  simulator.plan(read, afterSeconds);
  return [];
}

const VERBS: Record<string, Verb> = {
  pay: verb(input.payInput, (simulator, { together, afterSeconds, ...body }) =>
    order(simulator, { ...body, ...(together ? { isTogether: true } : {}) }, afterSeconds),
  ),
  fakeToken: verb(input.fakeTokenInput, (simulator, body) =>
    order(simulator, { ...body, kind: "fakeToken", asset: "USDT" }),
  ),
  approvalRow: verb(input.rowInput, (simulator, body) =>
    order(simulator, { ...body, kind: "approval", asset: "USDT" }),
  ),
  nativeTrx: verb(input.rowInput, (simulator, body) =>
    order(simulator, { ...body, kind: "native", asset: "TRX" }),
  ),
  dust: verb(input.dustInput, (simulator, { address, asset }) =>
    order(simulator, { address, asset, amount: DUST[asset] }),
  ),
  mine: verb(input.mineInput, (simulator, { n, chain, empty = false }) => {
    if (chain !== "tron") simulator.bitcoin.mine(n, { isEmpty: empty });
    if (chain !== "bitcoin") simulator.tron.mine(n, empty);
    return undefined;
  }),
  reorg: verb(input.reorgInput, (simulator, { depth, chain, dropped }) => {
    const isDropped = (txid: string) => (Array.isArray(dropped) ? dropped.includes(txid) : dropped);
    if (depth >= simulator[chain].deepestReorg) return new Refusal(`${chain} has no ${depth} blocks to lose`);
    simulator[chain].reorganise(depth, isDropped);
    return undefined;
  }),
  replace: verb(input.replaceInput, (simulator, { txid, mode }) => {
    const tx = simulator.bitcoin.replace(txid, mode === "higher-fee");
    return tx ? [tx.txid] : new Refusal("not in the mempool", 404);
  }),
  evict: verb(input.evictInput, (simulator, { txid }) =>
    simulator.bitcoin.evict(txid) ? [] : new Refusal("not in the mempool", 404),
  ),
  faults: verb(input.faultInput, (simulator, { kind, ...fault }) => {
    if (kind === "none") simulator.faults.clear();
    else simulator.faults.order({ kind, ...fault });
    return undefined;
  }),
  price: verb(input.priceInput, (simulator, { stale, garbage, ...price }) => {
    simulator.feeds.set({ ...price, isStale: stale, isGarbage: garbage });
    return undefined;
  }),
  autoMine: verb(input.autoMineInput, (simulator, { on }) => {
    simulator.autoMine = on;
    return undefined;
  }),
  clock: verb(input.clockInput, (simulator, { offsetSeconds }) => {
    simulator.offsetSeconds = offsetSeconds;
    simulator.settle();
    return undefined;
  }),
};

/**
 * Steers the chains: GET /state, POST /reset and the verbs above. Each answers `txids` (what it made) and the state.
 * Whoever mounts it asks for the secret first.
 */
export function chainControlRoutes(simulator: ChainSimulator) {
  const done = (c: Context, txids: string[] = []) => c.json({ txids, ...chainState(simulator) });
  const app = new Hono();
  app.use(async (_c, next) => {
    simulator.settle();
    return next();
  });
  return app
    .get("/state", (c) => done(c))
    .post("/reset", (c) => {
      simulator.reset();
      return done(c);
    })
    .post("/:verb", async (c) => {
      const name = c.req.param("verb");
      const known = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
      if (!known) return c.json({ error: "no such verb" }, 404);
      const body: unknown = await c.req.json().catch(() => undefined);
      const parsed = known.schema.safeParse(body);
      if (!parsed.success) return c.json({ error: parsed.error.issues }, 422);
      const outcome = known.run(simulator, parsed.data as never);
      return outcome instanceof Refusal ? c.json({ error: outcome.error }, outcome.status) : done(c, outcome);
    });
}
