/** What people's apps read from a link, written apart from the product: its links are what is tested. */

interface Stream {
  network: string;
  security: string;
  tlsSettings?: object;
  wsSettings?: object;
}

export interface CertificateFiles {
  certificate: string;
  key: string;
}

function streamOf(
  { type, security, sni, path, host }: Record<"type" | "security" | "sni" | "path" | "host", string>,
  { certificate }: CertificateFiles,
): Stream {
  return {
    network: type,
    security,
    ...(security === "tls"
      ? {
          tlsSettings: {
            serverName: sni,
            disableSystemRoot: true,
            certificates: [{ usage: "verify", certificateFile: certificate }],
          },
        }
      : {}),
    ...(type === "ws" ? { wsSettings: { path, headers: { Host: host } } } : {}),
  };
}

const part = (url: URL, name: string, fallback = "") => url.searchParams.get(name) ?? fallback;

/** An outbound of V2Ray for a VLESS or VMess link. */
export function v2rayOutbound(link: string, files: CertificateFiles): object {
  if (link.startsWith("vmess://")) {
    const it = JSON.parse(Buffer.from(link.slice("vmess://".length), "base64").toString("utf8"));
    const users = [{ id: it.id, alterId: Number(it.aid), security: it.scy }];
    const stream = { type: it.net, security: it.tls || "none", sni: it.sni, path: it.path, host: it.host };
    return {
      protocol: "vmess",
      settings: { vnext: [{ address: it.add, port: Number(it.port), users }] },
      streamSettings: streamOf(stream, files),
    };
  }
  const url = new URL(link);
  if (url.protocol !== "vless:") throw new Error(`no link for V2Ray: ${url.protocol}`);
  const users = [{ id: url.username, encryption: part(url, "encryption") }];
  const stream = {
    type: part(url, "type"),
    security: part(url, "security", "none"),
    sni: part(url, "sni"),
    path: part(url, "path"),
    host: part(url, "host"),
  };
  return {
    protocol: "vless",
    settings: { vnext: [{ address: url.hostname, port: Number(url.port), users }] },
    streamSettings: streamOf(stream, files),
  };
}

/** A configuration of trojan-gfw's client. */
export function trojanClient(link: string, socksPort: number, { certificate }: CertificateFiles): object {
  const url = new URL(link);
  return {
    run_type: "client",
    local_addr: "127.0.0.1",
    local_port: socksPort,
    remote_addr: url.hostname,
    remote_port: Number(url.port),
    password: [decodeURIComponent(url.username)],
    log_level: 2,
    ssl: { verify: true, verify_hostname: true, cert: certificate, sni: part(url, "sni") },
  };
}

/** The arguments of shadowsocks-libev's ss-local. */
export function shadowsocksClient(link: string, socksPort: number): string[] {
  const url = new URL(link);
  const [method = "", password = ""] = Buffer.from(decodeURIComponent(url.username), "base64url")
    .toString("utf8")
    .split(/:(.*)/s);
  const server = ["-s", url.hostname, "-p", url.port, "-k", password, "-m", method];
  return [...server, "-b", "127.0.0.1", "-l", String(socksPort)];
}
