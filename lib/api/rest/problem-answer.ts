import type { Context } from "hono";
import type { z } from "zod";
import type { ApiEnv } from "../context";
import { problemTitle, problemType } from "../problem-titles";

export interface InputError {
  path: string;
  message: string;
}

const MAX_ERRORS = 20;
const REQUIRED = "Required";

function isMissing(sent: unknown, path: PropertyKey[]): boolean {
  let value = sent;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return true;
    value = (value as Record<PropertyKey, unknown>)[name];
  }
  return value === undefined;
}

/** "body.country": where each thing is wrong, without what was sent. */
export function inputErrors(where: string, error: z.ZodError, sent: unknown): InputError[] {
  return error.issues.slice(0, MAX_ERRORS).map((issue) => ({
    path: [where, ...issue.path.map(String)].join(".").slice(0, 200),
    message: isMissing(sent, issue.path) ? REQUIRED : issue.message.slice(0, 300),
  }));
}

/** Fields of the body that this key cannot leave out. */
export const missingFields = (names: readonly string[]): InputError[] =>
  names.map((name) => ({ path: `body.${name}`, message: REQUIRED }));

/** 422 with a list of what is wrong. */
export function invalidInput(c: Context<ApiEnv>, errors: readonly InputError[]): Response {
  const body = {
    type: problemType("invalid_input"),
    title: problemTitle("invalid_input"),
    status: 422,
    code: "invalid_input",
    requestId: c.get("requestId"),
    errors,
  };
  return c.body(JSON.stringify(body), 422, { "content-type": "application/problem+json" });
}
