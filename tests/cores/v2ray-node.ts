import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import type { CertificateFiles } from "./link-to-config";
import { type Programs, run } from "./programs";

const TLS = { kind: "tls", serverName: "vpn.test", fingerprint: "chrome", alpn: [] } as const;

/** A certificate for vpn.test that nothing but our clients trusts. */
export function makeCertificate(folder: string): CertificateFiles {
  const files = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
  run("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
    ...["-subj", "/CN=vpn.test", "-addext", "subjectAltName=DNS:vpn.test"],
    ...["-keyout", files.key, "-out", files.certificate],
  ]);
  return files;
}

/** How the node's inbounds are told to the product; Shadowsocks' is opened by the product itself. */
export function templatesOf([
  tcp = 0,
  vlessWs = 0,
  vmessWs = 0,
  trojan = 0,
  shadowsocks = 0,
]: number[]): InboundTemplate[] {
  const plain = { kind: "none" } as const;
  const ws = (path: string) => ({ kind: "ws", path, host: "vpn.test" }) as const;
  return [
    {
      protocol: "VLESS",
      tag: "vless-tcp",
      port: tcp,
      transport: { kind: "tcp" },
      security: plain,
      encryption: "none",
      flow: "",
    },
    {
      protocol: "VLESS",
      tag: "vless-ws",
      port: vlessWs,
      transport: ws("/ray"),
      security: TLS,
      encryption: "none",
      flow: "",
    },
    { protocol: "VMESS", tag: "vmess-ws", port: vmessWs, transport: ws("/vm"), security: TLS },
    { protocol: "TROJAN", tag: "trojan", port: trojan, transport: { kind: "tcp" }, security: TLS },
    {
      protocol: "SHADOWSOCKS",
      tag: "ss",
      port: shadowsocks,
      method: "chacha20-ietf-poly1305",
      serverKey: "",
    },
  ];
}

function inboundOf(template: InboundTemplate, files: CertificateFiles): object[] {
  if (!("transport" in template)) return [];
  const { transport, security } = template;
  const certificates = [{ certificateFile: files.certificate, keyFile: files.key }];
  return [
    {
      tag: template.tag,
      listen: "127.0.0.1",
      port: template.port,
      protocol: template.protocol.toLowerCase(),
      settings: { clients: [], ...(template.protocol === "VLESS" ? { decryption: "none" } : {}) },
      streamSettings: {
        network: transport.kind,
        security: security.kind,
        ...(security.kind === "tls" ? { tlsSettings: { certificates } } : {}),
        ...(transport.kind === "ws" ? { wsSettings: { path: transport.path } } : {}),
      },
    },
  ];
}

/** Debian's V2Ray without a single account, as an operator sets a node up for the product. */
export async function startV2rayNode(
  programs: Programs,
  folder: string,
  { apiPort, templates, files }: { apiPort: number; templates: InboundTemplate[]; files: CertificateFiles },
) {
  const config = {
    log: { loglevel: "warning" },
    stats: {},
    api: { tag: "api", services: ["HandlerService", "StatsService"] },
    policy: {
      levels: { 0: { statsUserUplink: true, statsUserDownlink: true } },
      system: { statsOutboundUplink: true, statsOutboundDownlink: true },
    },
    inbounds: [
      {
        tag: "api",
        listen: "127.0.0.1",
        port: apiPort,
        protocol: "dokodemo-door",
        settings: { address: "127.0.0.1" },
      },
      ...templates.flatMap((template) => inboundOf(template, files)),
    ],
    outbounds: [{ protocol: "freedom" }],
    routing: { rules: [{ type: "field", inboundTag: ["api"], outboundTag: "api" }] },
  };
  const path = join(folder, "node.json");
  writeFileSync(path, JSON.stringify(config));
  return programs.listening(["v2ray", "-config", path], apiPort);
}

/** One V2Ray that dials each outbound from a SOCKS port of its own. */
export async function startV2rayClient(
  programs: Programs,
  folder: string,
  dials: readonly { outbound: object; socksPort: number }[],
): Promise<void> {
  const config = {
    log: { loglevel: "warning" },
    inbounds: dials.map(({ socksPort }, place) => ({
      tag: `in${place}`,
      listen: "127.0.0.1",
      port: socksPort,
      protocol: "socks",
      settings: { udp: false },
    })),
    outbounds: dials.map(({ outbound }, place) => ({ tag: `out${place}`, ...outbound })),
    routing: {
      rules: dials.map((_, place) => ({
        type: "field",
        inboundTag: [`in${place}`],
        outboundTag: `out${place}`,
      })),
    },
  };
  const path = join(folder, "client.json");
  writeFileSync(path, JSON.stringify(config));
  await programs.listening(["v2ray", "-config", path], dials.at(-1)?.socksPort ?? 0);
}
