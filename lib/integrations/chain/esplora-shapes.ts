import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const height = z.number().int().nonnegative();
/** More than there will ever be is no amount. */
const MAX_SATOSHI = 2_100_000_000_000_000;

const statusShape = z.union([
  z.object({ confirmed: z.literal(true), block_height: height, block_hash: hash, block_time: height }),
  z.object({ confirmed: z.literal(false) }),
]);

/** A transaction as Esplora tells it; satoshi are whole numbers below 2^53. */
export const transactionShape = z.object({
  txid: hash,
  vin: z.array(z.object({ txid: hash, vout: height, sequence: height, is_coinbase: z.boolean().optional() })),
  vout: z.array(
    z.object({
      scriptpubkey_address: z.string().optional(),
      value: z.number().int().nonnegative().max(MAX_SATOSHI),
    }),
  ),
  status: statusShape,
});

export type EsploraTransaction = z.output<typeof transactionShape>;

export const transactionsShape = z.array(transactionShape);
export const tipHeightShape = height;
export const blockStatusShape = z.object({ in_best_chain: z.boolean() });
export const outspendShape = z.object({ spent: z.boolean(), txid: hash.nullish() });

/** mempool's own: what replaced a transaction. */
export const replacementsShape = z.object({
  replacements: z.object({ tx: z.object({ txid: hash }) }).nullish(),
});
