import type { Context } from "hono";
import type { z } from "zod";
import type { ApiEnv } from "../context";

export interface InputError {
  path: string;
  message: string;
}

const MAX_ERRORS = 20;

/** "body.country": where each thing is wrong, without what was sent. */
export function inputErrors(where: string, error: z.ZodError): InputError[] {
  return error.issues.slice(0, MAX_ERRORS).map((issue) => ({
    path: [where, ...issue.path.map(String)].join(".").slice(0, 200),
    message: issue.message.slice(0, 300),
  }));
}

/** 422 with a list of what is wrong. */
export function invalidInput(c: Context<ApiEnv>, errors: InputError[]): Response {
  const body = {
    type: "about:blank",
    title: "Something in the request is missing or wrong.",
    status: 422,
    code: "invalid_input",
    requestId: c.get("requestId"),
    errors,
  };
  return c.body(JSON.stringify(body), 422, { "content-type": "application/problem+json" });
}
