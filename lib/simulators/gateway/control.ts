import { createHash, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { SimulatedClock } from "./clock";
import { type Faults, faultInput } from "./faults";
import { deliveryInput, type Notification, type Notifier } from "./notifier";

export interface GatewayControlOptions {
  secret: string;
  clock: SimulatedClock;
  faults: Faults;
  notifier: Notifier;
  /** What was notified, oldest first. */
  sent(): Notification[];
  state(): object;
  /** Where notifications go from now on. */
  setWebhookUrl(url: string | null): void;
  reset(): void;
  die(): void;
}

const clockInput = z.object({ offsetSeconds: z.number().int() });
const webhookInput = z.object({ url: z.url().nullable() });
/** Resends one event, or all of them, as they are or spoilt. */
const resendInput = z.object({
  eventId: z.string().optional(),
  delivery: deliveryInput.shape.delivery.default("normal"),
  times: z.number().int().min(1).max(100).default(1),
});

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** The body of a control call, or the answer that says what is wrong with it. */
export async function readControl<T>(c: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : c.json({ error: parsed.error.issues }, 422);
}

/** What every simulated gateway lets its owner do. Loopback and secret only; no public proxy passes these paths on. */
export function gatewayControl(options: GatewayControlOptions) {
  const { notifier, faults } = options;
  const app = new Hono();
  app.use(async (c, next) => {
    const given = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    if (!isSame(given, options.secret)) return c.json({ error: "unauthorized" }, 401);
    return next();
  });
  const done = (c: Context) =>
    c.json({
      now: new Date(options.clock.now()).toISOString(),
      fault: faults.current,
      delivery: notifier.current,
      deliveries: notifier.records,
      ...options.state(),
    });
  const route = <T>(path: string, schema: z.ZodType<T>, act: (input: T, c: Context) => unknown) =>
    app.post(path, async (c) => {
      const input = await readControl(c, schema);
      if (input instanceof Response) return input;
      const answer = await act(input, c);
      return answer instanceof Response ? answer : done(c);
    });
  app.get("/state", done);
  route("/fault", faultInput, (input) => faults.set(input));
  route("/delivery", deliveryInput, (input) => notifier.set(input));
  route("/clock", clockInput, ({ offsetSeconds }) => {
    options.clock.offsetSeconds = offsetSeconds;
  });
  route("/webhook", webhookInput, ({ url }) => options.setWebhookUrl(url));
  route("/resend", resendInput, ({ eventId, delivery, times }, c) => {
    const events = options.sent().filter(({ id }) => eventId === undefined || id === eventId);
    if (events.length === 0) return c.json({ error: "no such event" }, 404);
    for (let copy = 0; copy < times; copy += 1) for (const event of events) notifier.deliver(event, delivery);
    return undefined;
  });
  app.post("/reset", (c) => {
    options.reset();
    return done(c);
  });
  app.post("/die", (c) => {
    options.die();
    return done(c);
  });
  return { app, route };
}
