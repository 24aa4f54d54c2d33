import { z } from "zod";
import { FAULTS, SCOPES } from "./faults";
import { MOST_PARTS } from "./payments";

const address = z.string().min(10).max(100);
const amount = z.string().regex(/^\d{1,9}(\.\d{1,8})?$/);
const txid = z.string().regex(/^[0-9a-f]{64}$/);
const chain = z.enum(["bitcoin", "tron"]);

/** POST /__control/chain/pay: to one address, at once or some time later, in one transfer or in parts. */
export const payInput = z.object({
  address,
  amount,
  asset: z.enum(["BTC", "USDT"]),
  parts: z.number().int().min(1).max(MOST_PARTS).optional(),
  /** All parts in one transaction: several outputs, or several logs. */
  together: z.boolean().optional(),
  rbf: z.boolean().optional(),
  afterSeconds: z.number().int().min(0).max(864_000).optional(),
});
export const mineInput = z.object({
  n: z.number().int().min(1).max(1_000),
  /** Both when it is left out. */
  chain: chain.optional(),
  /** Blocks that leave the mempool as it is. */
  empty: z.boolean().optional(),
});
export const reorgInput = z.object({
  depth: z.number().int().min(1).max(100),
  chain: chain.default("bitcoin"),
  /** Transactions that never come back; true means all of the lost blocks. */
  dropped: z.union([z.boolean(), z.array(txid).max(100)]).default(false),
});
export const replaceInput = z.object({ txid, mode: z.enum(["without-output", "higher-fee"]) });
export const evictInput = z.object({ txid });
export const fakeTokenInput = z.object({ address, amount, symbol: z.string().min(1).max(12).optional() });
export const rowInput = z.object({ address, amount });
export const dustInput = z.object({ address, asset: z.enum(["BTC", "USDT"]) });
export const faultInput = z.object({
  kind: z.enum([...FAULTS, "none"]),
  calls: z.number().int().min(1).max(10_000).optional(),
  scope: z.enum(SCOPES).optional(),
  retryAfterSeconds: z.number().int().min(0).max(3_600).optional(),
});
export const priceInput = z.object({
  asset: z.enum(["BTC", "USDT"]),
  usd: amount.optional(),
  stale: z.boolean().optional(),
  garbage: z.boolean().optional(),
  source: z.enum(["kraken", "mempool"]).optional(),
});
export const autoMineInput = z.object({ on: z.boolean() });
export const clockInput = z.object({ offsetSeconds: z.number().int().min(0) });
