import { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Log } from "@/lib/domain/kernel/log";
import { fixedWindows } from "./fixed-windows";

/** Every limit of the product, as data: how many in how many seconds, for one key. */
export const LIMITS = {
  "action.user": { points: 120, seconds: 60 },
  "action.anonymous": { points: 30, seconds: 60 },
  "numbers.rent": { points: 60, seconds: 60 },
  "stream.open": { points: 60, seconds: 60 },
  "hook.sms": { points: 6_000, seconds: 60 },
  "api.poll": { points: 1_200, seconds: 60 },
  search: { points: 240, seconds: 60 },
  "public.prices": { points: 60, seconds: 60 },
  "public.five-sim": { points: 1_200, seconds: 60 },
  "subscription.fetch": { points: 120, seconds: 60 },
  exports: { points: 30, seconds: 60 },
  "sign-up": { points: 10, seconds: 3_600 },
  "invoice.mail": { points: 5, seconds: 3_600 },
  "connection.test": { points: 12, seconds: 60 },
  "password-reset": { points: 5, seconds: 3_600 },
} as const satisfies Record<string, { points: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;

export type LimitVerdict =
  | { allowed: true; remaining: number }
  | { allowed: false; retryAfterSeconds: number };

/** What is left of a limit that its owner chose. */
export interface TakenVerdict {
  allowed: boolean;
  remaining: number;
  resetSeconds: number;
}

export interface RateLimits {
  /** Takes one point of `key`. */
  take(name: LimitName, key: string): Promise<LimitVerdict>;
  /** The same at once, where this process counts by itself; null: another one counts too, and must be asked. */
  takeNow(name: LimitName, key: string): LimitVerdict | null;
  /** Takes one point of `key`, of which there are `limit` a minute: another number for each key. */
  takeUpTo(key: string, limit: number): Promise<TakenVerdict>;
  /** takeUpTo at once, or null, as takeNow. */
  takeUpToNow(key: string, limit: number): TakenVerdict | null;
  close(): Promise<void>;
}

/** Counting never stops by itself: what is too much each key decides. */
const COUNTED = { points: 1_000_000_000, seconds: 60 };

const now = () => performance.now();

/** In memory, or across processes where a Redis is configured. A Redis that fails never closes the shop: memory takes over. */
export function createRateLimits({ redisUrl, log }: { redisUrl: string | null; log: Log }): RateLimits {
  return redisUrl ? sharedLimits(redisUrl, log) : ownLimits();
}

/** Every count in this process. */
function ownLimits(): RateLimits {
  const named = new Map(
    Object.entries(LIMITS).map(([name, { seconds }]) => [name, fixedWindows(now, seconds)]),
  );
  const takeUpToNow = fixedWindows(now, COUNTED.seconds);

  function takeNow(name: LimitName, key: string): LimitVerdict {
    const taken = named.get(name)?.(key, LIMITS[name].points);
    if (!taken) throw new Error(`no limit is named ${name}`);
    return taken.allowed
      ? { allowed: true, remaining: taken.remaining }
      : { allowed: false, retryAfterSeconds: taken.resetSeconds };
  }

  return {
    take: async (name, key) => takeNow(name, key),
    takeNow,
    takeUpTo: async (key, limit) => takeUpToNow(key, limit),
    takeUpToNow,
    close: async () => undefined,
  };
}

function sharedLimits(redisUrl: string, log: Log): RateLimits {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  redis.on("error", (error) => log.warn({ err: error }, "redis is not reachable; limits count in memory"));
  const limiterOf = (name: string, { points, seconds }: { points: number; seconds: number }) =>
    new RateLimiterRedis({
      storeClient: redis,
      points,
      duration: seconds,
      keyPrefix: `patchbay:limit:${name}`,
      insuranceLimiter: new RateLimiterMemory({ points, duration: seconds }),
    });
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, limit]) => [name, limiterOf(name, limit)]),
  ) as Record<LimitName, RateLimiterRedis>;
  const counted = limiterOf("counted", COUNTED);

  return {
    async take(name, key) {
      try {
        const answer = await limiters[name].consume(key);
        return { allowed: true, remaining: answer.remainingPoints };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
    takeNow: () => null,
    async takeUpTo(key, limit) {
      const { consumedPoints, msBeforeNext } = await counted.consume(key);
      return {
        allowed: consumedPoints <= limit,
        remaining: Math.max(0, limit - consumedPoints),
        resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      };
    },
    takeUpToNow: () => null,
    async close() {
      redis.disconnect();
    },
  };
}
