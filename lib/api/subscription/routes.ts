import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { getSetting } from "@/lib/domain/settings/queries";
import {
  readSubscriptionContent,
  type SubscriptionContent,
} from "@/lib/domain/vpn/queries/subscription-content";
import {
  CONTENT_TYPES,
  formatByName,
  knowsXhttp,
  negotiateFormat,
  type SubscriptionFormat,
} from "@/lib/domain/vpn-links/document-format";
import { noticeProfiles } from "@/lib/domain/vpn-links/notice-profiles";
import { subscriptionHeaders } from "@/lib/domain/vpn-links/subscription-headers";
import { wireguardFileName } from "@/lib/domain/vpn-links/wireguard-conf";
import { routes } from "@/lib/routes";
import type { ApiEnv } from "../context";
import { problem } from "../problem";
import { documentBody } from "./document-body";
import { subscriptionWords } from "./notice-lines";

/** How often apps ask by themselves. */
const UPDATE_HOURS = 12;

const FILE_ENDINGS: Record<SubscriptionFormat, string> = {
  base64: "txt",
  links: "txt",
  mihomo: "yaml",
  "sing-box": "json",
  xray: "json",
  wireguard: "conf",
};

/** The format asked for by name, else by who asks; null for a name nobody knows. */
function formatOf(c: Context<ApiEnv>): SubscriptionFormat | "page" | null {
  const asked = c.req.query("format");
  if (asked !== undefined && asked !== "") return formatByName(asked);
  return negotiateFormat({
    accept: c.req.header("accept") ?? "",
    userAgent: c.req.header("user-agent") ?? "",
  });
}

function fileName(format: SubscriptionFormat, content: SubscriptionContent): string {
  if (format === "wireguard") return wireguardFileName(content.planName);
  return `subscription-${content.number}.${FILE_ENDINGS[format]}`;
}

/**
 * GET and HEAD /sub/{token}: the document an app asked for. An account that has ended still gets a valid document, whose
 * only locations say so; an unknown token is 404 like any other path, after the same look-up. What is used and until when
 * stands in the headers, on 304 too.
 */
export function subscriptionRoutes(deps: Deps) {
  async function answer(c: Context<ApiEnv>): Promise<Response> {
    c.header("cache-control", "private, no-cache");
    c.header("referrer-policy", "no-referrer");
    c.header("x-robots-tag", "noindex");
    const token = c.req.param("token") ?? "";
    const key = createHash("sha256").update(token).digest("base64url");
    const verdict = await deps.rateLimits.take("subscription.fetch", key);
    if (!verdict.allowed) return problem(c, "rate_limited", { retryAfterSeconds: verdict.retryAfterSeconds });
    const content = await readSubscriptionContent(deps, token);
    if (!content) return problem(c, "not_found");
    const format = formatOf(c);
    if (format === null) return problem(c, "invalid_input", { field: "format" });
    const origin = deps.publicOrigin;
    if (format === "page") return c.redirect(`${origin}${routes.sharedSubscription(token)}`, 302);

    const { value: brand } = await getSetting(deps, "brand");
    const renewUrl = `${origin}${routes.subscription(content.id)}`;
    const words = await subscriptionWords(content, {
      brand: brand.name,
      renewAddress: renewUrl.replace(/^https?:\/\//, ""),
    });
    const profiles = words.notices.length > 0 ? noticeProfiles(words.notices) : content.profiles;
    const xhttp = knowsXhttp(c.req.header("user-agent") ?? "");
    const body = documentBody(format, profiles, { xhttp });
    if (body === null) return problem(c, "not_found");
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    const headers = subscriptionHeaders({
      title: words.title,
      uploadBytes: content.uploadBytes,
      downloadBytes: content.downloadBytes,
      trafficBytes: content.trafficBytes,
      expiresAt: content.expiresAt,
      updateHours: UPDATE_HOURS,
      pageUrl: renewUrl,
      supportUrl: `${origin}/refunds`,
      fileName: fileName(format, content),
      announcement: words.announcement,
    });
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header("etag", etag);
    c.header("vary", "user-agent, accept");
    const known = c.req.header("if-none-match");
    if (known?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag)) return c.body(null, 304);
    return c.body(body, 200, { "content-type": CONTENT_TYPES[format] });
  }

  return new Hono<ApiEnv>().get("/:token", answer);
}
