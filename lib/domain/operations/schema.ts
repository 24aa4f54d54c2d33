import { z } from "zod";

export const jobNameSchema = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);
export const eventIdSchema = z.string().regex(/^\d{1,18}$/);

export const PAYMENT_SIMULATORS = ["stripe", "mercadopago", "chain"] as const;

/** The simulated VPN panels, as their addresses name them. */
export const PANEL_SIMULATORS = [
  "marzban",
  "hiddify",
  "three-x-ui",
  "remnawave",
  "wireguard",
  "three-x-ui-2",
] as const;

/** How a simulated panel treats calls. */
export const PANEL_BEHAVIOURS = [
  "answer",
  "error",
  "error-inside",
  "garbage",
  "timeout",
  "lost-answer",
  "dead",
  "wrong-key",
  "throttle",
  "slow",
] as const;

/** How a gateway's next events are delivered, and how its next calls are answered (see the simulators' control API). */
export const DELIVERIES = [
  "normal",
  "duplicate",
  "delay",
  "reorder",
  "drop",
  "wrong_signature",
  "stale",
  "future",
  "tampered",
] as const;
export const GATEWAY_FAULTS = ["none", "429", "500", "slow", "garbage", "lost", "refuse"] as const;
export const CHAIN_FAULTS = ["none", "429", "403", "500", "timeout", "garbage"] as const;
export const CHAIN_DOORS = ["bitcoin", "tron", "kraken", "mempool-prices"] as const;
export const CHAIN_PAYMENTS = ["pay", "fakeToken", "dust", "approvalRow", "nativeTrx"] as const;

const count = z.coerce.number().int().min(1).max(100);
const gateway = z.enum(["stripe", "mercadopago"]);
const chain = z.literal("chain");
const panel = z.enum(PANEL_SIMULATORS);
const username = z.string().min(1).max(100);
/** Of one press; a terabyte ends any plan. */
const bytes = z
  .number()
  .int()
  .min(0)
  .max(2 ** 40);
const asset = z.enum(["BTC", "USDT"]);
const address = z.string().trim().min(10).max(100);
const amount = z
  .string()
  .trim()
  .regex(/^\d{1,9}(\.\d{1,8})?$/);
const txid = z.string().regex(/^[0-9a-f]{64}$/);
/** A ticked box of a form sends "on". */
const box = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** One press on the page of simulators. */
export const steerSchema = z.discriminatedUnion("verb", [
  z.object({
    simulator: gateway,
    verb: z.literal("delivery"),
    delivery: z.enum(DELIVERIES),
    count: count.optional(),
  }),
  z.object({
    simulator: gateway,
    verb: z.literal("fault"),
    fault: z.enum(GATEWAY_FAULTS),
    count: count.optional(),
  }),
  z.object({
    simulator: gateway,
    verb: z.literal("resend"),
    eventId: z.string().min(1).max(100),
    times: count,
    delivery: z.enum(DELIVERIES),
  }),
  z.object({ simulator: gateway, verb: z.literal("dispute"), object: z.string().min(1).max(100) }),
  z.object({
    simulator: gateway,
    verb: z.literal("close-dispute"),
    object: z.string().min(1).max(100),
    outcome: z.enum(["won", "lost"]),
  }),
  z.object({ simulator: chain, verb: z.enum(["pay"]), address, amount, asset, rbf: box, inTwo: box }),
  z.object({ simulator: chain, verb: z.enum(["fakeToken", "approvalRow", "nativeTrx"]), address, amount }),
  z.object({ simulator: chain, verb: z.literal("dust"), address, asset }),
  z.object({
    simulator: chain,
    verb: z.literal("mine"),
    n: z.coerce.number().int().min(1).max(1_000),
    chain: z.enum(["bitcoin", "tron", "both"]),
  }),
  z.object({
    simulator: chain,
    verb: z.literal("reorg"),
    depth: z.coerce.number().int().min(1).max(100),
    chain: z.enum(["bitcoin", "tron"]),
    dropped: box,
  }),
  z.object({
    simulator: chain,
    verb: z.literal("replace"),
    txid,
    mode: z.enum(["higher-fee", "without-output"]),
  }),
  z.object({ simulator: chain, verb: z.literal("autoMine"), on: z.boolean() }),
  z.object({
    simulator: chain,
    verb: z.literal("faults"),
    kind: z.enum(CHAIN_FAULTS),
    scope: z.enum([...CHAIN_DOORS, "all"]),
    calls: count.optional(),
  }),
  z.object({
    simulator: chain,
    verb: z.literal("price"),
    asset,
    source: z.enum(["kraken", "mempool", "both"]),
    usd: amount.or(z.literal("")),
    stale: box,
    garbage: box,
  }),
  z.object({
    simulator: panel,
    verb: z.literal("behaviour"),
    behaviour: z.enum(PANEL_BEHAVIOURS),
    count: count.optional(),
  }),
  z.object({ simulator: panel, verb: z.literal("version"), version: z.string().min(1).max(20) }),
  z.object({
    simulator: panel,
    verb: z.literal("traffic"),
    username,
    uploadBytes: bytes,
    downloadBytes: bytes,
  }),
  z.object({ simulator: panel, verb: z.enum(["delete", "reset-traffic"]), username }),
  z.object({ simulator: panel, verb: z.enum(["restart", "reset"]) }),
]);
