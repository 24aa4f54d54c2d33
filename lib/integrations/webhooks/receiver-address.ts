import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import type { WebhookUrlVerdict } from "@/lib/domain/webhooks/ports";

/** Where HTTPS usually listens, and its common second place. */
const PORTS: ReadonlySet<string> = new Set(["", "443", "8443"]);

/** Names that never lead into the public internet. */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|localdomain)\.?$/i;

function isPublicAddress(host: string): boolean {
  return ipaddr.process(host).range() === "unicast";
}

/**
 * Whether a receiver may be asked at all, by its address alone; what a name resolves to is checked at every connection.
 * `allowLocal` (demo and tests by explicit configuration) also takes loopback, plain http and any port.
 */
export function checkReceiverUrl(text: string, allowLocal: boolean): WebhookUrlVerdict {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || text.length > 2_000) return { ok: false, why: "malformed" };
  if (url.username || url.password) return { ok: false, why: "credentials" };
  // The parser has already turned decimal, hex and short forms of IPv4 into dotted ones.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isLoopback =
    host === "localhost" || (isIP(host) !== 0 && ipaddr.process(host).range() === "loopback");
  if (allowLocal && isLoopback && /^https?:$/.test(url.protocol)) return { ok: true, url: url.href };
  if (url.protocol !== "https:") return { ok: false, why: "scheme" };
  if (!PORTS.has(url.port)) return { ok: false, why: "port" };
  if (LOCAL_NAMES.test(host)) return { ok: false, why: "address" };
  if (isIP(host) !== 0 && !isPublicAddress(host)) return { ok: false, why: "address" };
  url.hash = "";
  return { ok: true, url: url.href };
}
