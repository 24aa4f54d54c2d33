import { z } from "zod";
import { type Asset, DECIMALS, parseAmount, writeAmount } from "./amounts";
import type { OrderInput } from "./payments";

/** The ways a person may pay by hand, each a thing that happens to shops. */
export const WAYS = {
  exact: { label: "Exactly this amount", assets: ["BTC", "USDT"] },
  less: { label: "Too little: 10 % less", assets: ["BTC", "USDT"] },
  more: { label: "Too much: 10 % more", assets: ["BTC", "USDT"] },
  parts: { label: "In two payments", assets: ["BTC", "USDT"] },
  together: { label: "In one transaction with two transfers", assets: ["BTC", "USDT"] },
  late: { label: "Late: in 20 minutes", assets: ["BTC", "USDT"] },
  rbf: { label: "Replaceable: it can be taken back until a block holds it", assets: ["BTC"] },
  fakeToken: { label: "With a wrong token that is also called USDT", assets: ["USDT"] },
  native: { label: "With TRX, the chain's own coin", assets: ["USDT"] },
} as const;

export type Way = keyof typeof WAYS;

const LATE_SECONDS = 20 * 60;

export const pagePayment = z.object({
  address: z.string().trim().min(1).max(100),
  amount: z.string().trim().min(1).max(20),
  asset: z.enum(["BTC", "USDT"]),
  way: z.enum(Object.keys(WAYS) as [Way, ...Way[]]).default("exact"),
});
export const pageMining = z.object({
  chain: z.enum(["bitcoin", "tron"]),
  n: z.coerce.number().int().min(1).max(100),
  back: z.string().max(400).default(""),
});
export const pageReplacement = z.object({
  txid: z.string().regex(/^[0-9a-f]{64}$/),
  mode: z.enum(["without-output", "higher-fee"]),
  back: z.string().max(400).default(""),
});

function percent(amount: string, asset: Asset, hundredths: bigint): string {
  const units = parseAmount(amount, asset);
  if (units === null) return amount;
  return writeAmount((units * hundredths) / 100n, asset);
}

/** What a person chose, as an order and how long it waits. */
export function orderOf({ address, amount, asset, way }: z.infer<typeof pagePayment>): {
  order: OrderInput;
  afterSeconds: number;
} | null {
  if (!(WAYS[way].assets as readonly string[]).includes(asset)) return null;
  const order: OrderInput = { address, amount, asset };
  if (way === "less") order.amount = percent(amount, asset, 90n);
  if (way === "more") order.amount = percent(amount, asset, 110n);
  if (way === "parts" || way === "together") order.parts = 2;
  if (way === "together") order.isTogether = true;
  if (way === "rbf") order.rbf = true;
  if (way === "fakeToken") order.kind = "fakeToken";
  if (way === "native") return { order: { ...order, kind: "native", asset: "TRX" }, afterSeconds: 0 };
  return { order, afterSeconds: way === "late" ? LATE_SECONDS : 0 };
}

/** What the page was opened with: `?address=&amount=&asset=`; what cannot be meant is left empty. */
export const pageQuery = z.object({
  address: z.string().trim().max(100).catch(""),
  amount: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,8})?$/)
    .catch(""),
  asset: z
    .enum(Object.keys(DECIMALS) as [Asset, ...Asset[]])
    .transform((asset) => (asset === "BTC" ? "BTC" : "USDT"))
    .catch("BTC"),
  did: z.enum(["paid", "planned", "mined", "replaced", "refused"]).optional().catch(undefined),
});

export type PageQuery = z.infer<typeof pageQuery>;
