import type { Context } from "hono";
import type { ApiEnv } from "../context";
import type { Operation } from "./operation";
import { type InputError, inputErrors } from "./problem-answer";

export interface RestInput {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
}

export type ReadInput =
  | { ok: true; input: RestInput /** What the request asks, for its hash. */; text: string }
  | { ok: false; kind: "malformed_body" }
  | { ok: false; kind: "invalid"; errors: InputError[] };

/** Each parameter once: of two answers to one question neither can be meant. */
function readQuery(c: Context<ApiEnv>): { values: Record<string, string>; doubled: InputError[] } {
  const values: Record<string, string> = Object.create(null);
  const doubled: InputError[] = [];
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (name in values)
      doubled.push({ path: `query.${name}`.slice(0, 200), message: "Given more than once" });
    values[name] = value;
  }
  return { values, doubled };
}

/** The body as JSON; nothing at all is an empty object. */
async function readBody(
  c: Context<ApiEnv>,
): Promise<{ ok: true; value: unknown; text: string } | { ok: false }> {
  const text = await c.req.text();
  if (text.trim() === "") return { ok: true, value: {}, text: "" };
  try {
    return { ok: true, value: JSON.parse(text), text };
  } catch {
    return { ok: false };
  }
}

/** Reads address, query and body by the operation's schemas. What it does not know is refused, not ignored. */
export async function readInput(c: Context<ApiEnv>, operation: Operation): Promise<ReadInput> {
  const { values, doubled } = readQuery(c);
  const errors = [...doubled];
  let params: Record<string, unknown> = {};
  let query: Record<string, unknown> = {};
  let body: Record<string, unknown> = {};
  if (operation.params) {
    const sent = c.req.param();
    const parsed = operation.params.safeParse(sent);
    if (parsed.success) params = parsed.data;
    else errors.push(...inputErrors("path", parsed.error, sent));
  }
  if (operation.query) {
    const parsed = operation.query.safeParse(values);
    if (parsed.success) query = parsed.data;
    else errors.push(...inputErrors("query", parsed.error, values));
  } else {
    errors.push(
      ...Object.keys(values).map((name) => ({
        path: `query.${name}`.slice(0, 200),
        message: "This operation has no such parameter",
      })),
    );
  }
  let text = "";
  if (operation.body) {
    const read = await readBody(c);
    if (!read.ok) return { ok: false, kind: "malformed_body" };
    text = read.text;
    const parsed = operation.body.safeParse(read.value);
    if (parsed.success) body = parsed.data;
    else errors.push(...inputErrors("body", parsed.error, read.value));
  }
  return errors.length > 0
    ? { ok: false, kind: "invalid", errors }
    : { ok: true, input: { params, query, body }, text: `${new URL(c.req.url).search}\n${text}` };
}
