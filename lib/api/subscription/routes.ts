import { type Context, Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { SUBSCRIPTION_FORMATS, type SubscriptionFormat } from "@/lib/domain/vpn-links/document-format";
import { REQUEST_ID_HEADER } from "@/lib/http/request-id";
import { localePath } from "@/lib/i18n/locale-path";
import { routes } from "@/lib/routes";
import type { ApiEnv } from "../context";
import { problem } from "../problem";
import { askedFor, formatOf, type SubscriptionDesk, tokenDigest } from "./desk";
import { isSameDocument, SUBSCRIPTION_HEADERS } from "./document-headers";

function inPairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ""] as [string, string]] : []));
}

const KNOWN_FORMATS = `Formats: ${SUBSCRIPTION_FORMATS.join(", ")}.`;
/** The forms that cannot say every location. */
function notSaid(format: SubscriptionFormat): string {
  return `No ${format === "outline" ? "Shadowsocks" : "WireGuard"} location in this subscription.`;
}

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
      const locale = await desk.ownersLocale(token);
      if (locale === null) return problem(c, "not_found");
      if (format === null) return problem(c, "invalid_input", { field: "format", detail: KNOWN_FORMATS });
      return c.redirect(`${deps.publicOrigin}${localePath(locale)}${routes.sharedSubscription(token)}`, 302);
    }
    const asked = askedFor(token, format, userAgent);
    const document = desk.kept(asked) ?? (await desk.make(asked));
    if (!document) {
      const isKnown = (await desk.ownersLocale(token)) !== null;
      return problem(c, "not_found", isKnown ? { field: "format", detail: notSaid(format) } : undefined);
    }
    deps.linkReads.note(document.subscriptionId, userAgent);
    if (isSameDocument(c.req.header("if-none-match"), document.etag)) {
      const sent = inPairs([...document.sameHeaders, REQUEST_ID_HEADER, c.get("requestId")]);
      return new Response(null, { status: 304, headers: sent });
    }
    for (const [name, value] of inPairs(document.headers)) c.header(name, value);
    return c.body(new Uint8Array(Buffer.from(document.body, "latin1")));
  }

  return new Hono<ApiEnv>().get("/:token", answer);
}
