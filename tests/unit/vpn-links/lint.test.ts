import { describe, expect, it } from "vitest";
import { isPrivateHost, plainHost } from "@/lib/domain/vpn-links/addresses";
import { canDial } from "@/lib/domain/vpn-links/app-capabilities";
import { buildProfile } from "@/lib/domain/vpn-links/build-profile";
import { lintProfile } from "@/lib/domain/vpn-links/lint-profile";
import { noticeProfiles } from "@/lib/domain/vpn-links/notice-profiles";
import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";
import type {
  ServerCredential,
  TrojanProfile,
  VlessProfile,
  WireguardProfile,
} from "@/lib/domain/vpn-links/types";

const tls = { kind: "tls", serverName: "cdn.example.com", fingerprint: "chrome", alpn: [] } as const;
const reality = {
  kind: "reality",
  serverName: "www.example.com",
  fingerprint: "chrome",
  publicKey: "jNXHt1yRo0vDuchQlIP6Z0ZvjT3KtzVI-T4E7RoLJS0",
  shortId: "",
  spiderPath: "/",
} as const;
const vless: VlessProfile = {
  protocol: "VLESS",
  name: "DE",
  host: "de1.example.com",
  port: 443,
  uuid: "b831381d-6324-4d53-ad4f-8cda48b30811",
  encryption: "none",
  flow: "",
  transport: { kind: "tcp" },
  security: tls,
};
const ws = { kind: "ws", path: "/ray", host: "" } as const;
const trojan: TrojanProfile = { ...vless, protocol: "TROJAN", password: "p" };
const wireguard: WireguardProfile = {
  protocol: "WIREGUARD",
  name: "DE",
  host: "de1.example.com",
  port: 51_820,
  privateKey: "YNXtAzepDqRv9H52osJVDQnznT5AM11eCC3ESpwSt04=",
  publicKey: "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=",
  presharedKey: null,
  addresses: ["10.66.66.2/32"],
  dns: [],
  mtu: 1280,
  keepaliveSeconds: 25,
};

describe("what current cores refuse", () => {
  it.each([
    ["TLS is fine", vless, []],
    ["plain VLESS to the internet", { ...vless, security: { kind: "none" } }, ["unencrypted_to_public"]],
    ["plain VLESS at home", { ...vless, host: "192.168.1.2", security: { kind: "none" } }, []],
    ["plain Trojan to the internet", { ...trojan, security: { kind: "none" } }, ["unencrypted_to_public"]],
    [
      "Vision over WebSocket",
      { ...vless, flow: "xtls-rprx-vision", transport: ws },
      ["flow_needs_tcp_and_tls"],
    ],
    ["Vision over REALITY", { ...vless, flow: "xtls-rprx-vision", security: reality }, []],
    [
      "REALITY over WebSocket",
      { ...vless, transport: ws, security: reality },
      ["reality_needs_tcp_grpc_or_xhttp"],
    ],
    [
      "a REALITY key that is too short",
      { ...vless, security: { ...reality, publicKey: "abc" } },
      ["reality_key_is_not_32_bytes"],
    ],
    [
      "WebSocket offered HTTP/2 only",
      { ...vless, transport: ws, security: { ...tls, alpn: ["h2"] } },
      ["alpn_does_not_fit"],
    ],
    ["a host with a path", { ...vless, host: "example.com/x" }, ["host_is_not_one"]],
    ["WireGuard", wireguard, []],
    ["WireGuard with half a key", { ...wireguard, privateKey: "abc=" }, ["key_is_not_32_bytes"]],
    ["WireGuard without mask", { ...wireguard, addresses: ["10.66.66.2"] }, ["address_without_mask"]],
    [
      "a 2022 key of 15 bytes",
      {
        protocol: "SHADOWSOCKS",
        name: "DE",
        host: "de1.example.com",
        port: 1,
        method: "2022-blake3-aes-128-gcm",
        password: Buffer.alloc(15).toString("base64"),
      },
      ["shadowsocks_key_has_wrong_length"],
    ],
  ] as const)("%s", (_name, profile, expected) => {
    expect(lintProfile(profile as never)).toEqual(expected);
  });

  it("notices pass, because they point at the own device", () => {
    for (const notice of noticeProfiles(["Ended", "Renew"])) expect(lintProfile(notice)).toEqual([]);
  });
});

describe("hosts", () => {
  it("international names become punycode, IPv6 loses its brackets", () => {
    expect(plainHost("bücher.example")).toBe("xn--bcher-kva.example");
    expect(plainHost("[2001:db8::7]")).toBe("2001:db8::7");
    expect(plainHost("exa mple.com")).toBeNull();
    expect(plainHost("user@example.com")).toBeNull();
  });

  it.each([
    ["127.0.0.1", true],
    ["10.1.2.3", true],
    ["172.20.0.1", true],
    ["172.32.0.1", false],
    ["100.64.0.1", true],
    ["203.0.113.7", false],
    ["::1", true],
    ["fd00::1", true],
    ["2001:db8::7", false],
    ["router.lan", true],
    ["example.com", false],
  ])("%s private: %s", (host, expected) => {
    expect(isPrivateHost(host)).toBe(expected);
  });
});

describe("a profile from an inbound and a credential", () => {
  const credential: ServerCredential = {
    uuid: vless.uuid,
    password: "secret",
    shadowsocksKey: Buffer.alloc(32, 7).toString("base64"),
    wireguard: null,
  };
  const at = { name: "DE", host: "de1.example.com" };

  it("the 2022 methods take as many bytes as they need, behind the server's key", () => {
    const serverKey = Buffer.alloc(16, 1).toString("base64");
    const template = inboundTemplateSchema.parse({
      protocol: "SHADOWSOCKS",
      tag: "ss",
      port: 8389,
      method: "2022-blake3-aes-128-gcm",
      serverKey,
    });
    const profile = buildProfile(at, template, credential);
    expect(profile).toMatchObject({ password: `${serverKey}:${Buffer.alloc(16, 7).toString("base64")}` });
    expect(profile && lintProfile(profile)).toEqual([]);
  });

  it("WireGuard waits for an address", () => {
    const template = inboundTemplateSchema.parse({
      protocol: "WIREGUARD",
      tag: "wg",
      port: 51_820,
      publicKey: wireguard.publicKey,
      network: "10.66.0.0/16",
    });
    expect(buildProfile(at, template, credential)).toBeNull();
    const keys = {
      privateKey: wireguard.privateKey,
      publicKey: wireguard.publicKey,
      presharedKey: null,
      addresses: ["10.66.66.2/32"],
    };
    expect(buildProfile(at, template, { ...credential, wireguard: keys })).toMatchObject({ mtu: 1280 });
  });

  it("a path with a fragment or a blank is refused at the edge", () => {
    const broken = {
      protocol: "VMESS",
      tag: "x",
      port: 443,
      transport: { ...ws, path: "/a b" },
      security: tls,
    };
    expect(inboundTemplateSchema.safeParse(broken).success).toBe(false);
  });
});

describe("which core can dial what", () => {
  const xhttp: VlessProfile = { ...vless, transport: { kind: "xhttp", path: "/x", host: "", mode: "auto" } };

  it("sing-box has no XHTTP and no VLESS encryption, xray has both, WireGuard runs everywhere", () => {
    expect(canDial("sing-box", vless)).toBe(true);
    expect(canDial("sing-box", xhttp)).toBe(false);
    expect(canDial("sing-box", { ...vless, encryption: "mlkem768x25519plus.native.0rtt.key" })).toBe(false);
    expect(canDial("xray", xhttp)).toBe(true);
    expect(canDial("mihomo", xhttp)).toBe(true);
    expect(canDial("shadowrocket", wireguard)).toBe(true);
  });
});
