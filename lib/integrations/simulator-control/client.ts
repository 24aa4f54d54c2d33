import { z } from "zod";
import type { Env } from "@/lib/env";

const TIMEOUT_MS = 3_000;

const activation = z.object({
  id: z.number(),
  orderId: z.string().nullable(),
  service: z.string(),
  country: z.string(),
  phone: z.string(),
  cost: z.string(),
  status: z.string(),
  behaviour: z.string(),
  createdAt: z.string(),
  messages: z.array(z.object({ at: z.string(), text: z.string(), code: z.string() })),
  planned: z.number(),
});

const snapshot = z.object({
  now: z.string(),
  behaviour: z.string(),
  pendingBehaviours: z.number(),
  delay: z.object({ minMs: z.number(), maxMs: z.number() }),
  balance: z.string(),
  /** Under which one buys there; null where the reader may not know it. */
  apiKey: z.string().nullable(),
  isRefusing: z.boolean(),
  live: z.number(),
  total: z.number(),
  activations: z.array(activation),
});

/** What the simulated upstream is doing. */
export type SimulatorSnapshot = z.infer<typeof snapshot> & {
  /** Where the shop reaches it. */
  url: string;
};

type ControlVerb = "state" | "behaviour" | "delay" | "clock" | "refuse" | "deliver" | "reset" | "die";

export interface SimulatorControl {
  /** One call of the simulators' control API. Null when they do not run (or were told to die). */
  send(verb: ControlVerb, input?: Record<string, string | number>): Promise<SimulatorSnapshot | null>;
}

/** Steers the simulators of the demo; without their secret (in production) every call answers null. */
export function createSimulatorControl(env: Pick<Env, "simulatorUrl" | "simulatorSecret">): SimulatorControl {
  return { send: (verb, input) => send(env, verb, input) };
}

async function send(
  env: Pick<Env, "simulatorUrl" | "simulatorSecret">,
  verb: ControlVerb,
  input?: Record<string, string | number>,
): Promise<SimulatorSnapshot | null> {
  if (!env.simulatorSecret) return null;
  try {
    const response = await fetch(new URL(`/__control/${verb}`, env.simulatorUrl), {
      method: verb === "state" ? "GET" : "POST",
      headers: { authorization: `Bearer ${env.simulatorSecret}`, "content-type": "application/json" },
      body: verb === "state" ? undefined : JSON.stringify(input ?? {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: "no-store",
    });
    const parsed = snapshot.safeParse(await response.json());
    return parsed.success ? { ...parsed.data, url: env.simulatorUrl } : null;
  } catch {
    return null;
  }
}
