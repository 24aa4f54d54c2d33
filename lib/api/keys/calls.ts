import type { Deps } from "@/lib/deps";
import type { KeyContext, KeyDoor } from "@/lib/domain/api-keys/types";

export interface KeyAllowance {
  allowed: boolean;
  /** Requests left until it resets. */
  remaining: number;
  resetSeconds: number;
  /** Requests a minute. */
  limit: number;
}

/** The same at once; null where the count is not in this process alone, or not of this key alone. */
export function takeKeyCallNow(deps: Pick<Deps, "rateLimits">, key: KeyContext): { allowed: boolean } | null {
  return key.userRateLimit === null ? deps.rateLimits.takeUpToNow(key.id, key.rateLimit) : null;
}

/** Takes one of the key's requests of this minute, and of its person's where staff set a limit for them. */
export async function takeKeyCall(deps: Pick<Deps, "rateLimits">, key: KeyContext): Promise<KeyAllowance> {
  const own = await deps.rateLimits.takeUpTo(key.id, key.rateLimit);
  if (!own.allowed || key.userRateLimit === null) return { ...own, limit: key.rateLimit };
  const shared = await deps.rateLimits.takeUpTo(key.userId, key.userRateLimit);
  return shared.remaining < own.remaining || !shared.allowed
    ? { ...shared, limit: key.userRateLimit }
    : { ...own, limit: key.rateLimit };
}

/** Counts one answered call: `status` as HTTP says it (429 and 403 are refusals, other 4xx and 5xx errors), `ms` its time. */
export function countKeyCall(
  deps: Pick<Deps, "keyCalls">,
  keyId: string,
  door: KeyDoor,
  status: number,
  ms: number,
): void {
  deps.keyCalls.count({ apiKeyId: keyId, door, status, ms });
}
