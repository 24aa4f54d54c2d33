import { defaultAlpn } from "./default-alpn";
import { type LinkPair, linkQuery } from "./link-query";
import type { Security, Transport } from "./types";

/** Parameters of transport and security that VLESS and Trojan links share (XTLS/Xray-core discussion 716). */
function streamQuery(transport: Transport, security: Security): LinkPair[] {
  return [...securityQuery(transport, security), ...transportQuery(transport)];
}

/** What everybody says who dials the same inbound: written once for each template. */
const written = new WeakMap<Security, { transport: Transport; text: string }>();

/** Transport and security as every VLESS and Trojan link says them. */
export function streamText(transport: Transport, security: Security): string {
  const known = written.get(security);
  if (known?.transport === transport) return known.text;
  const text = linkQuery(streamQuery(transport, security));
  written.set(security, { transport, text });
  return text;
}

function securityQuery(transport: Transport, security: Security): LinkPair[] {
  if (security.kind === "none") return [["security", "none"]];
  if (security.kind === "tls") {
    return [
      ["security", "tls"],
      ["sni", security.serverName],
      ["fp", security.fingerprint],
      ["alpn", (security.alpn.length > 0 ? security.alpn : defaultAlpn(transport)).join(",")],
    ];
  }
  return [
    ["security", "reality"],
    ["sni", security.serverName],
    ["fp", security.fingerprint],
    ["pbk", security.publicKey],
    ["sid", security.shortId],
    ["spx", security.spiderPath],
  ];
}

/** Xray reads early data from the path and strips it; the headerType keeps mihomo from adding HTTP options to plain TCP. */
export const pathWithEarlyData = (transport: {
  path: string;
  earlyDataBytes?: number | undefined;
}): string =>
  transport.earlyDataBytes
    ? `${transport.path}${transport.path.includes("?") ? "&" : "?"}ed=${transport.earlyDataBytes}`
    : transport.path;

function transportQuery(transport: Transport): LinkPair[] {
  switch (transport.kind) {
    case "tcp":
      return [
        ["type", "tcp"],
        ["headerType", "none"],
      ];
    case "ws":
      return [
        ["type", "ws"],
        ["host", transport.host],
        ["path", pathWithEarlyData(transport)],
      ];
    case "grpc":
      return [
        ["type", "grpc"],
        ["serviceName", transport.serviceName],
        ["mode", transport.mode],
        ["authority", transport.authority],
      ];
    case "httpupgrade":
      return [
        ["type", "httpupgrade"],
        ["host", transport.host],
        ["path", transport.path],
      ];
    case "xhttp":
      return [
        ["type", "xhttp"],
        ["host", transport.host],
        ["path", transport.path],
        ["mode", transport.mode],
        ["extra", transport.extra ? JSON.stringify(transport.extra) : undefined],
      ];
  }
}
