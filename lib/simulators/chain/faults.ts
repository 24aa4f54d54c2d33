import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";

export const FAULTS = ["429", "403", "500", "timeout", "garbage", "wrong-case-headers"] as const;
export type Fault = (typeof FAULTS)[number];

export const SCOPES = ["bitcoin", "tron", "kraken", "mempool-prices"] as const;
export type Scope = (typeof SCOPES)[number];

export interface FaultOrder {
  kind: Fault;
  /** For so many calls; until it is cleared when it is left out. */
  calls?: number;
  /** Everywhere when it is left out. */
  scope?: Scope;
  retryAfterSeconds?: number;
}

/** What goes wrong at which door, and how often yet. The last order for a door holds. */
export class FaultPlan {
  private orders: FaultOrder[] = [];

  get active(): readonly FaultOrder[] {
    return this.orders;
  }

  order(order: FaultOrder): void {
    this.orders = [order, ...this.orders.filter(({ scope }) => order.scope && scope !== order.scope)];
  }

  clear(): void {
    this.orders = [];
  }

  /** What the next call at this door meets. */
  take(scope: Scope): FaultOrder | null {
    const order = this.orders.find((each) => each.scope === undefined || each.scope === scope);
    if (!order) return null;
    if (order.calls !== undefined) {
      order.calls -= 1;
      if (order.calls < 1) this.orders = this.orders.filter((each) => each !== order);
    }
    return order;
  }
}

const NEVER_MS = 30_000;

/** Ends when the caller has gone away, and at the latest after half a minute. */
function untilGone(c: Context): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, NEVER_MS);
    c.req.raw.signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** As some proxies write headers; Node's own reader does not mind, a careless one does. */
async function shout(c: Context): Promise<Response> {
  const body = Buffer.from(await c.res.arrayBuffer());
  const headers = [...c.res.headers].map(
    ([name, value]) => [name.toUpperCase(), value.toUpperCase()] as const,
  );
  const { outgoing } = c.env as HttpBindings;
  outgoing.writeHead(c.res.status, [...headers, ["CONTENT-LENGTH", String(body.length)]].flat());
  outgoing.end(body);
  return RESPONSE_ALREADY_SENT;
}

function tooMany(c: Context, scope: Scope, seconds: number): Response {
  c.header("retry-after", String(seconds));
  if (scope === "tron") {
    const error = `request rate exceeded the allowed_rps(3), and the query server is suspended for ${seconds}s`;
    return c.json({ Success: false, Error: error, StatusCode: 429 }, 429);
  }
  return c.text("Too Many Requests", 429);
}

/** Puts the ordered trouble before one door. */
export function faulty(plan: FaultPlan, scope: Scope): MiddlewareHandler {
  return createMiddleware(async (c, next) => {
    const order = plan.take(scope);
    switch (order?.kind) {
      case undefined:
        return next();
      case "429":
        return tooMany(c, scope, order?.retryAfterSeconds ?? 30);
      case "403":
        return c.html("<html><body>403 Forbidden</body></html>", 403);
      case "500":
        return c.text("Internal Server Error", 500);
      case "garbage":
        return c.html("<html><body>502 Bad Gateway</body></html>", 200);
      case "timeout":
        await untilGone(c);
        return c.body(null, 504);
      case "wrong-case-headers":
        await next();
        c.res = await shout(c);
    }
  });
}
