import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Deps } from "@/lib/deps";
import type { KeptAnswer } from "@/lib/domain/api-keys/commands/idempotent-answers";
import { customerScope } from "@/lib/domain/kernel/actor";
import type { ApiEnv } from "../context";
import type { KeyedEnv } from "../keys/with-api-key";
import { problem } from "../problem";
import { answerOnce, sha256 } from "./answer-once";
import type { Implementation } from "./call";
import type { Operation } from "./operation";
import { invalidInput } from "./problem-answer";
import { type RestInput, readInput } from "./read-input";

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;
const JSON_TYPE = "application/json";

type RestContext = Context<KeyedEnv>;

/** The same words for both environments: a key only adds to what every handler can read. */
const plain = (c: RestContext): Context<ApiEnv> => c as unknown as Context<ApiEnv>;

/** What a repetition must have in common with the first: the operation, its address, and what was asked. */
function hashOf({ id }: Operation, c: RestContext, text: string): string {
  return sha256(JSON.stringify([id, new URL(c.req.url).pathname, text]));
}

async function keptOf(response: Response): Promise<KeptAnswer> {
  return {
    status: response.status,
    contentType: response.headers.get("content-type") ?? JSON_TYPE,
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** One operation as a handler: reads, asks the domain, answers. */
export function serve(deps: Deps, { operation, handle }: Implementation) {
  async function work(c: RestContext, input: RestInput, idempotencyKey: string): Promise<Response> {
    const key = c.get("apiKey");
    const actor = c.get("actor") ?? key.actor;
    const done = await handle({ deps, key, actor, scope: customerScope(actor), ...input, idempotencyKey });
    if (!done.ok && "wrong" in done) return invalidInput(plain(c), done.wrong);
    if (!done.ok) return problem(plain(c), done.reason, done.details);
    return c.body(JSON.stringify(done.answer), operation.status, { "content-type": JSON_TYPE });
  }

  return async (c: RestContext): Promise<Response> => {
    const key = c.get("apiKey");
    c.header("cache-control", "no-store");
    if (operation.needsLiveKey && key.isSandbox) return problem(plain(c), "live_key_needed");
    const read = await readInput(plain(c), operation);
    if (!read.ok && read.kind === "malformed_body") return problem(plain(c), "malformed_body");
    if (!read.ok) return invalidInput(plain(c), read.errors);
    const asked = operation.movesMoney ? c.req.header("idempotency-key") : undefined;
    if (asked === undefined) return work(c, read.input, deps.ids.uuid());
    if (!IDEMPOTENCY_KEY.test(asked)) {
      const message = "1 to 200 visible ASCII characters";
      return invalidInput(plain(c), [{ path: "header.Idempotency-Key", message }]);
    }
    const request = {
      scope: `${key.id}:${operation.id}`,
      key: asked,
      requestHash: hashOf(operation, c, read.text),
    };
    const once = await answerOnce(deps, request, async () =>
      keptOf(await work(c, read.input, sha256(`${request.scope}:${asked}`))),
    );
    if (once.kind === "running") {
      c.header("retry-after", "2");
      return problem(plain(c), "idempotency_running");
    }
    if (once.kind === "mismatch") return problem(plain(c), "idempotency_mismatch");
    if (once.isReplayed) c.header("idempotent-replayed", "true");
    const { status, contentType, body } = once.answer;
    return c.body(body, status as ContentfulStatusCode, { "content-type": contentType });
  };
}
