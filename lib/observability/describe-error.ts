import { withoutUrlCredentials } from "./redact";

/** What a log line says of an error. */
export interface ErrorDescription {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: ErrorDescription;
}

const MAX_MESSAGE = 500;
const MAX_CAUSES = 3;

/**
 * Prisma repeats the arguments of the call above its last line, and those may be anybody's data: only the last line
 * is kept. Other messages are our own or a library's.
 */
function messageOf(error: Error): string {
  const lines = error.message.split("\n").filter((line) => line.trim() !== "");
  const kept = error.name.startsWith("Prisma") ? (lines.at(-1) ?? "") : lines.join(" ");
  return withoutUrlCredentials(kept.trim()).slice(0, MAX_MESSAGE);
}

function framesOf(error: Error): string | undefined {
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return frames && frames.length > 0 ? frames.join("\n") : undefined;
}

/** Type, code, message, frames and causes; none of the other fields, which may hold rows or requests. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (typeof error !== "object" || error === null || !("message" in error)) {
    return { type: typeof error, message: withoutUrlCredentials(String(error)).slice(0, MAX_MESSAGE) };
  }
  const known = error as Error & { code?: unknown };
  return {
    type: known.name,
    message: messageOf(known),
    ...(typeof known.code === "string" ? { code: known.code } : {}),
    ...(framesOf(known) ? { stack: framesOf(known) } : {}),
    ...(known.cause && depth < MAX_CAUSES ? { cause: describeError(known.cause, depth + 1) } : {}),
  };
}
