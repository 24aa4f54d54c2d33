import { type Context, Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { routes } from "@/lib/routes";
import type { ApiEnv } from "../context";
import { problem } from "../problem";
import { askedFor, formatOf, type SubscriptionDesk, tokenDigest } from "./desk";
import { isSameDocument, SUBSCRIPTION_HEADERS } from "./document-headers";

/**
 * GET and HEAD /sub/{token}: the document an app asked for. An account that has ended still gets a valid document, whose
 * only locations say so; an unknown token is 404 like any other path, after the same look-up. What is used and until when
 * stands in the headers, on 304 too.
 */
export function subscriptionRoutes(deps: Deps, desk: SubscriptionDesk) {
  async function answer(c: Context<ApiEnv>): Promise<Response> {
    for (const [name, value] of SUBSCRIPTION_HEADERS) c.header(name, value);
    const token = c.req.param("token") ?? "";
    const digest = tokenDigest(token);
    const verdict = await deps.rateLimits.take("subscription.fetch", digest);
    if (!verdict.allowed) return problem(c, "rate_limited", { retryAfterSeconds: verdict.retryAfterSeconds });
    const userAgent = c.req.header("user-agent") ?? "";
    const format = formatOf({
      format: c.req.query("format"),
      accept: c.req.header("accept") ?? "",
      userAgent,
    });
    if (format === null || format === "page") {
      if (!(await desk.isKnown(token))) return problem(c, "not_found");
      if (format === null) return problem(c, "invalid_input", { field: "format" });
      return c.redirect(`${deps.publicOrigin}${routes.sharedSubscription(token)}`, 302);
    }
    const asked = askedFor(digest, format, userAgent);
    const document = desk.kept(asked) ?? (await desk.make(token, asked));
    if (!document) return problem(c, "not_found");
    const { headers, etag } = document;
    for (let at = 0; at < headers.length; at += 2) c.header(headers[at] ?? "", headers[at + 1]);
    c.header("etag", etag);
    c.header("vary", "user-agent, accept");
    if (isSameDocument(c.req.header("if-none-match"), etag)) return c.body(null, 304);
    const body = new Uint8Array(Buffer.from(document.body, "latin1"));
    return c.body(body, 200, { "content-type": document.contentType });
  }

  return new Hono<ApiEnv>().get("/:token", answer);
}
