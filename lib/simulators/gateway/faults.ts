import type { MiddlewareHandler } from "hono";
import { z } from "zod";

/**
 * Trouble with answers. "lost" does what was asked and never answers; "refuse" is a machine that is not there.
 */
export const FAULTS = ["none", "429", "500", "garbage", "slow", "lost", "refuse"] as const;

/** POST /__control/fault: for all calls, only for the next `count`, or only where the path holds `path`. */
export const faultInput = z.object({
  fault: z.enum(FAULTS),
  count: z.number().int().min(1).max(10_000).optional(),
  path: z.string().max(100).optional(),
  /** For "slow" and "lost". */
  delayMs: z.number().int().min(0).max(60_000).optional(),
});
export type FaultInput = z.infer<typeof faultInput>;

const SLOW_MS = 4_000;
const LOST_MS = 30_000;

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

export class Faults {
  current: FaultInput = { fault: "none" };
  #left = Number.POSITIVE_INFINITY;

  set(input: FaultInput): void {
    this.current = input;
    this.#left = input.count ?? Number.POSITIVE_INFINITY;
  }

  /** The trouble of this call, counted down. */
  take(path: string): FaultInput {
    const { current } = this;
    if (current.fault === "none" || (current.path && !path.includes(current.path))) return { fault: "none" };
    this.#left -= 1;
    if (this.#left <= 0) this.current = { fault: "none" };
    return current;
  }
}

/** Wraps the protocol's routes, not the hosted pages and the control calls. */
export function troubled(faults: Faults, tooMany: () => Response): MiddlewareHandler {
  return async (c, next) => {
    const { fault, delayMs } = faults.take(c.req.path);
    switch (fault) {
      case "429":
        return tooMany();
      case "500":
        return c.json({ error: { type: "api_error", message: "Something went wrong" } }, 500);
      case "garbage":
        return c.html("<html><body>502 Bad Gateway</body></html>", 200);
      case "refuse": {
        const socket = (c.env as { incoming?: { socket?: { destroy(): void } } } | undefined)?.incoming
          ?.socket;
        socket?.destroy();
        return c.body(null, 503);
      }
      case "slow":
        await wait(delayMs ?? SLOW_MS);
        return next();
      case "lost":
        await next();
        await wait(delayMs ?? LOST_MS);
        return;
      default:
        return next();
    }
  };
}
