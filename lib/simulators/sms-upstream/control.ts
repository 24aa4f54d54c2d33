import { type Context, Hono } from "hono";
import type { z } from "zod";
import { toDecimal } from "@/lib/domain/kernel/money";
import { requireSecret } from "../require-secret";
import { behaviourInput, clockInput, delayInput, deliverInput, refuseInput } from "./behaviour";
import type { SmsUpstream } from "./upstream";

export interface ControlOptions {
  secret: string;
  /** Ends the process the hard way. */
  die(): void;
}

const SHOWN = 50;

/** What the simulator is doing, for the pages that show and steer it. */
export function stateOf(upstream: SmsUpstream) {
  const all = [...upstream.activations.values()].map((activation) => upstream.settle(activation));
  return {
    now: new Date(upstream.now()).toISOString(),
    behaviour: upstream.behaviour,
    pendingBehaviours: upstream.pendingBehaviours(),
    delay: upstream.delay,
    balance: toDecimal(upstream.balanceMicros),
    apiKey: upstream.apiKey,
    isRefusing: upstream.isRefusing(),
    live: all.filter((activation) => upstream.isLive(activation)).length,
    total: all.length,
    activations: all
      .slice(-SHOWN)
      .reverse()
      .map((activation) => ({
        id: activation.id,
        orderId: activation.orderId,
        service: activation.service,
        country: activation.country,
        phone: activation.phone,
        cost: toDecimal(activation.costMicros),
        status: activation.status,
        behaviour: activation.behaviour,
        createdAt: new Date(activation.createdAt).toISOString(),
        messages: activation.messages.map((message) => ({
          at: new Date(message.at).toISOString(),
          text: message.text,
          code: message.code,
        })),
        planned: activation.planned.length,
      })),
  };
}

export type UpstreamSnapshot = ReturnType<typeof stateOf>;

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : c.json({ error: parsed.error.issues }, 422);
}

/** Steers the simulator. Loopback and secret only; the public proxy never passes these paths on. */
export function controlRoutes(upstream: SmsUpstream, { secret, die }: ControlOptions) {
  const app = new Hono();
  app.use(requireSecret(secret));
  const done = (c: Context) => c.json(stateOf(upstream));
  return app
    .get("/state", done)
    .post("/behaviour", async (c) => {
      const input = await read(c, behaviourInput);
      if (input instanceof Response) return input;
      if (input.id === undefined) {
        upstream.setBehaviour(input.behaviour, input.count);
        return done(c);
      }
      const activation = upstream.get(String(input.id));
      if (!activation) return c.json({ error: "no such activation" }, 404);
      upstream.changeBehaviour(activation, input.behaviour);
      return done(c);
    })
    .post("/delay", async (c) => {
      const input = await read(c, delayInput);
      if (input instanceof Response) return input;
      upstream.delay = { minMs: input.minMs, maxMs: Math.max(input.minMs, input.maxMs) };
      return done(c);
    })
    .post("/clock", async (c) => {
      const input = await read(c, clockInput);
      if (input instanceof Response) return input;
      upstream.offsetSeconds = input.offsetSeconds;
      return done(c);
    })
    .post("/refuse", async (c) => {
      const input = await read(c, refuseInput);
      if (input instanceof Response) return input;
      upstream.refuseFor(input.seconds);
      return done(c);
    })
    .post("/deliver", async (c) => {
      const input = await read(c, deliverInput);
      if (input instanceof Response) return input;
      const activation = upstream.get(String(input.id));
      if (!activation) return c.json({ error: "no such activation" }, 404);
      upstream.deliver(activation, input);
      return done(c);
    })
    .post("/reset", (c) => {
      upstream.reset();
      return done(c);
    })
    .post("/die", (c) => {
      die();
      return done(c);
    });
}
