import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainHost } from "@/lib/domain/vpn-links/addresses";
import { shareLink } from "@/lib/domain/vpn-links/share-link";
import type { VlessProfile } from "@/lib/domain/vpn-links/types";
import { wireguardConf, wireguardFileName } from "@/lib/domain/vpn-links/wireguard-conf";
import { parseLikeMihomo, parseLikeRay2sing, parseLikeV2rayNg, parseVmess } from "./app-parsers";
import { anyProfile } from "./profiles";

const UUID = "b831381d-6324-4d53-ad4f-8cda48b30811";
const PUBLIC_KEY = "jNXHt1yRo0vDuchQlIP6Z0ZvjT3KtzVI-T4E7RoLJS0";

const vless: VlessProfile = {
  protocol: "VLESS",
  name: "🇩🇪 آلمان 1",
  host: "de1.example.com",
  port: 443,
  uuid: UUID,
  encryption: "none",
  flow: "xtls-rprx-vision",
  transport: { kind: "tcp" },
  security: {
    kind: "reality",
    serverName: "www.example.com",
    fingerprint: "chrome",
    publicKey: PUBLIC_KEY,
    shortId: "0123456789abcdef",
    spiderPath: "/",
  },
};
const tls = { kind: "tls", serverName: "cdn.example.com", fingerprint: "chrome", alpn: [] } as const;

describe("links, written out", () => {
  it("VLESS with REALITY and Vision", () => {
    expect(shareLink(vless)).toBe(
      `vless://${UUID}@de1.example.com:443?encryption=none&flow=xtls-rprx-vision&security=reality&sni=www.example.com&fp=chrome&pbk=${PUBLIC_KEY}&sid=0123456789abcdef&spx=%2F&type=tcp&headerType=none#%F0%9F%87%A9%F0%9F%87%AA%20%D8%A2%D9%84%D9%85%D8%A7%D9%86%201`,
    );
  });

  it("VLESS over WebSocket to an IPv6 address, with early data in the path", () => {
    const ws = {
      ...vless,
      name: "DE ws",
      host: "2001:db8::7",
      flow: "",
      transport: { kind: "ws", path: "/ray", host: "cdn.example.com", earlyDataBytes: 2048 },
      security: tls,
    } as const;
    expect(shareLink(ws)).toBe(
      `vless://${UUID}@[2001:db8::7]:443?encryption=none&security=tls&sni=cdn.example.com&fp=chrome&alpn=http%2F1.1&type=ws&host=cdn.example.com&path=%2Fray%3Fed%3D2048#DE%20ws`,
    );
  });

  it("VLESS over gRPC and over HTTPUpgrade", () => {
    const grpc = {
      kind: "grpc",
      serviceName: "grpc/svc",
      mode: "gun",
      authority: "cdn.example.com",
    } as const;
    expect(shareLink({ ...vless, name: "DE grpc", flow: "", transport: grpc, security: tls })).toBe(
      `vless://${UUID}@de1.example.com:443?encryption=none&security=tls&sni=cdn.example.com&fp=chrome&alpn=h2&type=grpc&serviceName=grpc%2Fsvc&mode=gun&authority=cdn.example.com#DE%20grpc`,
    );
    const upgrade = { kind: "httpupgrade", path: "/hu", host: "cdn.example.com" } as const;
    expect(shareLink({ ...vless, name: "DE hu", flow: "", transport: upgrade, security: tls })).toBe(
      `vless://${UUID}@de1.example.com:443?encryption=none&security=tls&sni=cdn.example.com&fp=chrome&alpn=http%2F1.1&type=httpupgrade&host=cdn.example.com&path=%2Fhu#DE%20hu`,
    );
  });

  it("VMess as v2rayN writes it", () => {
    const link = shareLink({
      protocol: "VMESS",
      name: "🇩🇪 آلمان",
      host: "de1.example.com",
      port: 443,
      uuid: UUID,
      transport: { kind: "ws", path: "/vm", host: "cdn.example.com" },
      security: tls,
    });
    expect(parseVmess(link)).toEqual({
      v: "2",
      ps: "🇩🇪 آلمان",
      add: "de1.example.com",
      port: "443",
      id: UUID,
      aid: "0",
      scy: "auto",
      net: "ws",
      type: "none",
      host: "cdn.example.com",
      path: "/vm",
      tls: "tls",
      sni: "cdn.example.com",
      alpn: "http/1.1",
      fp: "chrome",
    });
  });

  it("Trojan with a password that looks like a link", () => {
    expect(
      shareLink({
        protocol: "TROJAN",
        name: "DE trojan",
        host: "de1.example.com",
        port: 443,
        password: "p@ss/w:rd",
        transport: { kind: "tcp" },
        security: { ...tls, serverName: "de1.example.com" },
      }),
    ).toBe(
      "trojan://p%40ss%2Fw%3Ard@de1.example.com:443?security=tls&sni=de1.example.com&fp=chrome&type=tcp&headerType=none#DE%20trojan",
    );
  });

  it("Shadowsocks: base64url for AEAD, percent-encoding for 2022", () => {
    const at = { protocol: "SHADOWSOCKS", host: "de1.example.com" } as const;
    expect(
      shareLink({
        ...at,
        name: "DE ss",
        port: 8388,
        method: "chacha20-ietf-poly1305",
        password: "ss-secret",
      }),
    ).toBe("ss://Y2hhY2hhMjAtaWV0Zi1wb2x5MTMwNTpzcy1zZWNyZXQ@de1.example.com:8388#DE%20ss");
    expect(
      shareLink({
        ...at,
        name: "DE ss22",
        port: 8389,
        method: "2022-blake3-aes-128-gcm",
        password: "8JCsPssfgS8tiRwiMlhARg==:R6TGtPVEwEWvmR1e5lFE2A==",
      }),
    ).toBe(
      "ss://2022-blake3-aes-128-gcm:8JCsPssfgS8tiRwiMlhARg%3D%3D%3AR6TGtPVEwEWvmR1e5lFE2A%3D%3D@de1.example.com:8389#DE%20ss22",
    );
  });

  const wireguard = {
    protocol: "WIREGUARD",
    name: "DE wg",
    host: "de1.example.com",
    port: 51_820,
    privateKey: "YNXtAzepDqRv9H52osJVDQnznT5AM11eCC3ESpwSt04=",
    publicKey: "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=",
    presharedKey: "31aIhAPwktDGpH4JDhA8GNvjFXEf/a6+UaQRyOAiyfM=",
    addresses: ["10.66.66.2/32"],
    dns: ["1.1.1.1"],
    mtu: 1280,
    keepaliveSeconds: 25,
  } as const;

  it("WireGuard as a line and as a file", () => {
    expect(shareLink(wireguard)).toBe(
      "wireguard://YNXtAzepDqRv9H52osJVDQnznT5AM11eCC3ESpwSt04%3D@de1.example.com:51820?publickey=Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON%2BGwPq7SOV4%3D&presharedkey=31aIhAPwktDGpH4JDhA8GNvjFXEf%2Fa6%2BUaQRyOAiyfM%3D&address=10.66.66.2%2F32&mtu=1280&reserved=0%2C0%2C0&keepalive=25#DE%20wg",
    );
    expect(wireguardConf({ ...wireguard, host: "2001:db8::7" }).split("\n")).toEqual([
      "[Interface]",
      "PrivateKey = YNXtAzepDqRv9H52osJVDQnznT5AM11eCC3ESpwSt04=",
      "Address = 10.66.66.2/32",
      "DNS = 1.1.1.1",
      "MTU = 1280",
      "",
      "[Peer]",
      "PublicKey = Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=",
      "PresharedKey = 31aIhAPwktDGpH4JDhA8GNvjFXEf/a6+UaQRyOAiyfM=",
      "AllowedIPs = 0.0.0.0/0, ::/0",
      "Endpoint = [2001:db8::7]:51820",
      "PersistentKeepalive = 25",
      "",
    ]);
  });

  it("a file's name fits a network interface", () => {
    expect(wireguardFileName("Frankfurt 1 (Premium, fast)")).toBe("Frankfurt-1-Pre.conf");
    expect(wireguardFileName("آلمان")).toBe("vpn.conf");
  });
});

describe("any name, host, path and password survives the apps' parsers", () => {
  it("v2rayNG, mihomo and ray2sing read back what was written", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const link = shareLink(profile);
        if (profile.protocol === "VMESS") {
          const fields = parseVmess(link);
          expect(fields.ps).toBe(profile.name);
          expect(fields.add).toBe(plainHost(profile.host));
          expect(fields.net).not.toBe("");
          return;
        }
        expect(link).not.toContain("+");
        for (const parse of [parseLikeV2rayNg, parseLikeMihomo, parseLikeRay2sing]) {
          const read = parse(link);
          expect(read.name).toBe(profile.name);
          expect(read.host).toBe(plainHost(profile.host));
          expect(read.port).toBe(profile.port);
          if (profile.protocol === "VLESS") expect(read.user).toBe(profile.uuid);
          if (profile.protocol === "TROJAN") expect(read.user).toBe(profile.password);
          if (profile.protocol === "WIREGUARD") {
            expect(read.user).toBe(profile.privateKey);
            expect(read.query.publickey).toBe(profile.publicKey);
            expect(read.query.presharedkey).toBe(profile.presharedKey ?? undefined);
            expect(read.query.address).toBe(profile.addresses.join(","));
          }
          if (profile.protocol === "SHADOWSOCKS") {
            const plain = `${profile.method}:${profile.password}`;
            const user = profile.method.startsWith("2022-")
              ? read.user
              : Buffer.from(read.user, "base64url").toString("utf8");
            expect(user).toBe(plain);
          }
          if (!("transport" in profile)) continue;
          expect(read.query.type).toBe(profile.transport.kind);
          expect(read.query.security).toBe(profile.security.kind);
          if ("path" in profile.transport && !("earlyDataBytes" in profile.transport))
            expect(read.query.path).toBe(profile.transport.path);
          if (profile.transport.kind === "grpc" && parse !== parseLikeRay2sing)
            expect(read.query.serviceName).toBe(profile.transport.serviceName);
          if (profile.transport.kind === "xhttp" && profile.transport.extra)
            expect(JSON.parse(read.query.extra ?? "")).toEqual(profile.transport.extra);
        }
      }),
      { numRuns: 400 },
    );
  });
});
