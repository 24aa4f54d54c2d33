import { isPrivateHost, plainHost } from "./addresses";
import type { ConnectionProfile, LintCode, Security, Transport } from "./types";

function streamFindings(
  protocol: "VLESS" | "VMESS" | "TROJAN",
  transport: Transport,
  security: Security,
): LintCode[] {
  const found: LintCode[] = [];
  if (security.kind === "reality") {
    if (Buffer.from(security.publicKey, "base64url").length !== 32) found.push("reality_key_is_not_32_bytes");
    if (transport.kind === "ws" || transport.kind === "httpupgrade")
      found.push("reality_needs_tcp_grpc_or_xhttp");
    if (protocol === "VMESS") found.push("reality_only_for_vless_and_trojan");
  }
  if (transport.kind === "grpc" && security.kind === "none") found.push("grpc_needs_tls");
  if (security.kind === "tls" && security.alpn.length > 0) {
    const http1 = transport.kind === "ws" || transport.kind === "httpupgrade";
    if (http1 && !security.alpn.includes("http/1.1")) found.push("alpn_does_not_fit");
    if (transport.kind === "grpc" && !security.alpn.includes("h2")) found.push("alpn_does_not_fit");
  }
  if (transport.kind === "xhttp" && transport.mode === "stream-one" && transport.extra?.downloadSettings)
    found.push("download_settings_with_stream_one");
  return found;
}

const isKey32 = (key: string) => /^[A-Za-z0-9+/]{43}=$/.test(key) && Buffer.from(key, "base64").length === 32;

function keyLengths(method: string): number {
  return method === "2022-blake3-aes-128-gcm" ? 16 : 32;
}

/** Findings that make a configuration useless or unsafe; empty means that current cores take it. */
export function lintProfile(profile: ConnectionProfile): LintCode[] {
  const found: LintCode[] = plainHost(profile.host) ? [] : ["host_is_not_one"];
  switch (profile.protocol) {
    case "VLESS": {
      const open = profile.security.kind === "none" && profile.encryption === "none";
      if (open && !isPrivateHost(profile.host)) found.push("unencrypted_to_public");
      const plainFlow = profile.transport.kind === "tcp" && profile.security.kind !== "none";
      if (profile.flow && !plainFlow && profile.encryption === "none") found.push("flow_needs_tcp_and_tls");
      return [...found, ...streamFindings("VLESS", profile.transport, profile.security)];
    }
    case "VMESS":
      return [...found, ...streamFindings("VMESS", profile.transport, profile.security)];
    case "TROJAN":
      if (profile.security.kind === "none" && !isPrivateHost(profile.host))
        found.push("unencrypted_to_public");
      return [...found, ...streamFindings("TROJAN", profile.transport, profile.security)];
    case "SHADOWSOCKS": {
      if (!profile.method.startsWith("2022-")) return found;
      const wanted = keyLengths(profile.method);
      const fits = profile.password
        .split(":")
        .every(
          (key) =>
            Buffer.from(key, "base64").toString("base64") === key &&
            Buffer.from(key, "base64").length === wanted,
        );
      return fits ? found : [...found, "shadowsocks_key_has_wrong_length"];
    }
    case "WIREGUARD": {
      const keys = [profile.privateKey, profile.publicKey, profile.presharedKey].filter(
        (key) => key !== null,
      );
      if (!keys.every(isKey32)) found.push("key_is_not_32_bytes");
      if (!profile.addresses.every((address) => /\/\d{1,3}$/.test(address)))
        found.push("address_without_mask");
      return found;
    }
  }
}
