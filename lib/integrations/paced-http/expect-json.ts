import type { z } from "zod";
import type { HttpAnswer } from "./paced-client";

/** Thrown inside an adapter to leave a conversation of many questions at once; it never leaves the adapter. */
export interface Unanswered {
  kind: "unavailable";
  error: string;
  retryAt: Date | null;
}

export function isUnanswered(error: unknown): error is Unanswered {
  return typeof error === "object" && error !== null && "kind" in error && error.kind === "unavailable";
}

export function unanswered(error: string, retryAt: Date | null = null): Unanswered {
  return { kind: "unavailable", error, retryAt };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer in its shape; null for 404. Throws what is Unanswered where there is none or it is another. */
export function expectJson<T extends z.ZodType>(
  answer: HttpAnswer,
  shape: T,
  what: string,
): z.output<T> | null {
  if (answer.kind === "not_found") return null;
  if (answer.kind === "unavailable") throw unanswered(`${what}: ${answer.error}`, answer.retryAt);
  const read = shape.safeParse(parsed(answer.text));
  if (!read.success) throw unanswered(`${what}: not understood`);
  return read.data;
}
