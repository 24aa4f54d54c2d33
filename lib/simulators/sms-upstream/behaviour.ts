import { z } from "zod";

/** How the upstream treats a purchase. Everything but "deliver" is trouble on purpose. */
export const BEHAVIOURS = [
  "deliver",
  "dry",
  "late",
  "wrong-sender",
  "two",
  "silent",
  "code-at-cancel",
  "timeout",
  "lost-purchase",
  "error",
  "garbage",
  "slow",
  "overprice",
] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

/** POST /__control/behaviour: for all purchases, only for the next `count`, or for the sold number `id`. */
export const behaviourInput = z.object({
  behaviour: z.enum(BEHAVIOURS),
  count: z.number().int().min(1).max(10_000).optional(),
  id: z.number().int().optional(),
});

export const delayInput = z.object({ minMs: z.number().int().min(0), maxMs: z.number().int().min(0) });
export const clockInput = z.object({ offsetSeconds: z.number().int().min(0) });
export const refuseInput = z.object({ seconds: z.number().min(0).max(3_600) });
export const deliverInput = z.object({
  id: z.coerce.number().int(),
  text: z.string().max(1_000).optional(),
  code: z.string().max(20).optional(),
});
