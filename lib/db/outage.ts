const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  // Postgres: connection exceptions, starting up, shutting down, too many connections.
  "08000",
  "08003",
  "08006",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  // Prisma: cannot reach, timed out, closed, pool timeout, no transaction in time.
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);

const MESSAGES =
  /Connection terminated|is not queryable|Can't reach database|ECONNREFUSED|terminating connection|timeout exceeded when trying to connect|Server has closed the connection|DatabaseNotReachable|ConnectionClosed/i;

/** True when an error means that the database cannot be reached just now, so that the answer is 503 and not a fault. */
export function isDatabaseAway(error: unknown): boolean {
  for (let current: unknown = error, depth = 0; current && depth < 6; depth += 1) {
    if (typeof current !== "object") return false;
    const layer = current as {
      code?: unknown;
      originalCode?: unknown;
      kind?: unknown;
      message?: unknown;
      cause?: unknown;
      meta?: { driverAdapterError?: unknown };
    };
    if (CONNECTION_CODES.has(String(layer.code)) || CONNECTION_CODES.has(String(layer.originalCode)))
      return true;
    if (typeof layer.message === "string" && MESSAGES.test(layer.message)) return true;
    if (typeof layer.kind === "string" && MESSAGES.test(layer.kind)) return true;
    current = layer.meta?.driverAdapterError ?? layer.cause;
  }
  return false;
}
