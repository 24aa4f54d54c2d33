import { hostInLink } from "./addresses";
import { defaultAlpn } from "./default-alpn";
import { pathWithEarlyData } from "./stream-query";
import type { Transport, VmessProfile } from "./types";
import { wellFormed } from "./well-formed";

interface StreamFields {
  net: string;
  type: string;
  host: string;
  path: string;
}

/** v2rayN's names: a gRPC service travels as path, its authority as host. */
function streamFields(transport: Transport): StreamFields {
  switch (transport.kind) {
    case "tcp":
      return { net: "tcp", type: "none", host: "", path: "" };
    case "ws":
      return { net: "ws", type: "none", host: transport.host, path: pathWithEarlyData(transport) };
    case "grpc":
      return {
        net: "grpc",
        type: transport.mode,
        host: transport.authority ?? "",
        path: transport.serviceName,
      };
    case "httpupgrade":
      return { net: "httpupgrade", type: "none", host: transport.host, path: transport.path };
    case "xhttp":
      return { net: "xhttp", type: transport.mode, host: transport.host, path: transport.path };
  }
}

/**
 * vmess:// of v2rayN, version 2: standard base64 with padding of UTF-8 JSON whose values are all strings (mihomo refuses
 * the URL alphabet and panics at numbers).
 */
export function vmessLink(profile: VmessProfile): string {
  const { transport, security } = profile;
  const tls = security.kind === "tls" ? security : null;
  const fields = {
    v: "2",
    ps: wellFormed(profile.name),
    add: hostInLink(profile.host).replace(/^\[|\]$/g, ""),
    port: String(profile.port),
    id: profile.uuid,
    aid: "0",
    scy: "auto",
    ...streamFields(transport),
    tls: tls ? "tls" : "",
    sni: tls?.serverName ?? "",
    alpn: tls ? (tls.alpn.length > 0 ? tls.alpn : defaultAlpn(transport)).join(",") : "",
    fp: tls?.fingerprint ?? "",
  };
  return `vmess://${Buffer.from(JSON.stringify(fields), "utf8").toString("base64")}`;
}
