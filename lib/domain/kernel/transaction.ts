import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "./deps";
import { isRefusalError } from "./errors";
import type { Refusal } from "./result";
import { refuse } from "./result";

/** serialization_failure, deadlock_detected: the database asks to try again. */
const RETRYABLE = new Set(["40001", "40P01"]);
const MAX_TRIES = 4;

/** The Postgres error code inside whatever wrapper Prisma put around it, or null. */
export function databaseErrorCode(error: unknown): string | null {
  for (let current: unknown = error, depth = 0; current && depth < 6; depth += 1) {
    if (typeof current !== "object") return null;
    const layer = current as {
      code?: unknown;
      originalCode?: unknown;
      cause?: unknown;
      meta?: { driverAdapterError?: unknown };
    };
    if (typeof layer.originalCode === "string") return layer.originalCode;
    if (typeof layer.code === "string" && /^[0-9A-Z]{5}$/.test(layer.code) && !/^P\d{4}$/.test(layer.code)) {
      return layer.code;
    }
    current = layer.meta?.driverAdapterError ?? layer.cause;
  }
  return null;
}

/** A value that must be there once is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return databaseErrorCode(error) === "23505";
}

/** Prisma's own codes for the same two situations (P2034: write conflict or deadlock). */
function isRetryable(error: unknown): boolean {
  const code = databaseErrorCode(error);
  if (code !== null && RETRYABLE.has(code)) return true;
  return typeof error === "object" && error !== null && "code" in error && error.code === "P2034";
}

/**
 * Runs `work` in one transaction. A RefusalError thrown inside rolls everything back and comes out as a Refusal;
 * deadlocks are tried again. Never call the outside world inside.
 */
export async function inTransaction<T>(
  deps: Pick<KernelDeps, "db">,
  work: (tx: Tx) => Promise<T>,
): Promise<T | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.db.$transaction(work, { maxWait: 10_000, timeout: 15_000 });
    } catch (error) {
      if (isRefusalError(error)) return refuse(error.patchbayCode, error.details);
      if (attempt < MAX_TRIES && isRetryable(error)) continue;
      throw error;
    }
  }
}
