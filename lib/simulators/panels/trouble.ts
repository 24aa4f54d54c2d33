import type { Context, MiddlewareHandler } from "hono";
import { type PanelFaults, RETRY_AFTER_SECONDS } from "./faults";

const SLOW_MS = 1_000;
const PAGE =
  "<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1></body></html>";

const ERROR = "Something went wrong (database is locked)";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until whoever asked gives up. */
function silence(c: Context): Promise<void> {
  const { signal } = c.req.raw;
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

interface NodeBindings {
  incoming?: { socket?: { destroyed: boolean } };
}

/** A call whose connection was dropped at the door still comes in; it must do nothing. */
const wasDropped = (c: Context) => (c.env as NodeBindings | undefined)?.incoming?.socket?.destroyed === true;

/** Makes the trouble that was ordered around the panel's own answer. `refuseKey` answers as the panel does to a wrong key. */
export function trouble(faults: PanelFaults, refuseKey: (c: Context) => Response): MiddlewareHandler {
  return async (c, next) => {
    if (wasDropped(c)) return c.body(null, 503);
    const behaviour = faults.take();
    if (behaviour === "error") return c.text("Internal Server Error", 500);
    if (behaviour === "error-inside") return c.json({ success: false, msg: ERROR, detail: ERROR, obj: null });
    if (behaviour === "garbage") return c.html(PAGE);
    if (behaviour === "wrong-key") return refuseKey(c);
    if (behaviour === "throttle") {
      return c.json({ detail: "Too Many Requests" }, 429, { "retry-after": String(RETRY_AFTER_SECONDS) });
    }
    if (behaviour === "slow") await pause(SLOW_MS);
    if (behaviour !== "timeout") await next();
    if (behaviour === "timeout" || behaviour === "lost-answer") {
      await silence(c);
      return c.body(null, 503);
    }
    return undefined;
  };
}
