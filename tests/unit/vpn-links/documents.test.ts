import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { lintProfile } from "@/lib/domain/vpn-links/lint-profile";
import { MIHOMO_RESERVED, mihomoDocument } from "@/lib/domain/vpn-links/mihomo-document";
import { mihomoProxy } from "@/lib/domain/vpn-links/mihomo-proxy";
import { singBoxDocument } from "@/lib/domain/vpn-links/sing-box-document";
import type { ConnectionProfile, Security, Transport, VlessProfile } from "@/lib/domain/vpn-links/types";
import { xrayDocuments } from "@/lib/domain/vpn-links/xray-document";
import { anyProfile } from "./profiles";

const schema = (name: string) =>
  JSON.parse(readFileSync(join("tests/support/vpn-schemas", name), "utf8")) as Record<string, unknown>;

function compiled(ajv: Ajv | Ajv2020, name: string): ValidateFunction {
  addFormats.default(ajv as Ajv);
  return ajv.compile(schema(name));
}

const mihomoSchema = compiled(new Ajv({ strict: false, allErrors: true }), "mihomo.json");
const singBoxSchema = compiled(new Ajv2020({ strict: false, allErrors: true }), "sing-box.json");

const quoted = (document: unknown) =>
  stringify(document, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 });

interface Group {
  name: string;
  proxies: string[];
}

/** What the schemas do not catch: dangling members, names twice, a port or a short id that became another type. */
function mihomoFaults(document: { proxies: Record<string, unknown>[]; "proxy-groups": Group[] }): string[] {
  const names = document.proxies.map(({ name }) => String(name));
  const known = new Set([...names, ...document["proxy-groups"].map(({ name }) => name), ...MIHOMO_RESERVED]);
  const faults = names.length === new Set(names).size ? [] : ["a name twice"];
  for (const group of document["proxy-groups"])
    for (const member of group.proxies) if (!known.has(member)) faults.push(`${member} does not exist`);
  for (const proxy of document.proxies) {
    if (typeof proxy.port !== "number") faults.push("port is no number");
    const reality = proxy["reality-opts"] as { "short-id": unknown } | undefined;
    if (reality && typeof reality["short-id"] !== "string") faults.push("short-id is no text");
  }
  return faults;
}

interface SingBox {
  outbounds: { tag: string; outbounds?: string[]; default?: string }[];
  endpoints?: { tag: string }[];
  route: { final: string };
}

function singBoxFaults(document: SingBox): string[] {
  const tags = [...document.outbounds, ...(document.endpoints ?? [])].map(({ tag }) => tag);
  const faults = tags.length === new Set(tags).size ? [] : ["a tag twice"];
  const wanted = document.outbounds.flatMap(({ outbounds = [], default: first }) => [
    ...outbounds,
    ...(first ? [first] : []),
  ]);
  for (const member of [...wanted, document.route.final])
    if (!tags.includes(member)) faults.push(`${member} does not exist`);
  return faults;
}

const at = { name: "DE", host: "de1.example.com", port: 443 };
const uuid = "b831381d-6324-4d53-ad4f-8cda48b30811";
const transports: Transport[] = [
  { kind: "tcp" },
  { kind: "ws", path: "/ray", host: "cdn.example.com", earlyDataBytes: 2048 },
  { kind: "grpc", serviceName: "grpcsvc", mode: "gun" },
  { kind: "httpupgrade", path: "/hu", host: "cdn.example.com" },
  { kind: "xhttp", path: "/x", host: "cdn.example.com", mode: "auto" },
];
const securities: Security[] = [
  { kind: "none" },
  { kind: "tls", serverName: "cdn.example.com", fingerprint: "chrome", alpn: [] },
  {
    kind: "reality",
    serverName: "www.example.com",
    fingerprint: "chrome",
    publicKey: "jNXHt1yRo0vDuchQlIP6Z0ZvjT3KtzVI-T4E7RoLJS0",
    shortId: "0e123456",
    spiderPath: "/",
  },
];

/** Every protocol with every transport and security that the lint lets through. */
const everyProfile: ConnectionProfile[] = [
  ...transports.flatMap((transport) =>
    securities.flatMap((security): ConnectionProfile[] => [
      { ...at, protocol: "VLESS", uuid, encryption: "none", flow: "", transport, security },
      { ...at, protocol: "VMESS", uuid, transport, security },
      { ...at, protocol: "TROJAN", password: "p@ss/w:rd+۱", transport, security },
    ]),
  ),
  { ...at, protocol: "SHADOWSOCKS", method: "aes-256-gcm", password: "sé:cret/pw+" },
  {
    ...at,
    protocol: "SHADOWSOCKS",
    method: "2022-blake3-aes-128-gcm",
    password: "8JCsPssfgS8tiRwiMlhARg==:R6TGtPVEwEWvmR1e5lFE2A==",
  },
  {
    ...at,
    protocol: "WIREGUARD",
    privateKey: "YNXtAzepDqRv9H52osJVDQnznT5AM11eCC3ESpwSt04=",
    publicKey: "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=",
    presharedKey: null,
    addresses: ["10.66.66.2/32", "fd66::2/128"],
    dns: ["1.1.1.1"],
    mtu: 1280,
    keepaliveSeconds: 25,
  },
].filter((profile): profile is ConnectionProfile => lintProfile(profile as ConnectionProfile).length === 0);

describe("a Mihomo document", () => {
  it("holds every protocol and transport, in its schema and with whole groups", () => {
    const document = mihomoDocument(everyProfile, { xhttp: true });
    const read = parse(quoted(document));
    expect(mihomoSchema(read), JSON.stringify(mihomoSchema.errors?.slice(0, 3))).toBe(true);
    expect(mihomoFaults(read)).toEqual([]);
    const kinds = new Set(read.proxies.map((proxy: { type: string }) => proxy.type));
    expect(kinds).toEqual(new Set(["vless", "vmess", "trojan", "ss", "wireguard"]));
  });

  it("leaves XHTTP out for cores that do not know it, and says nothing of it in the groups", () => {
    const read = mihomoDocument(everyProfile, { xhttp: false });
    expect(JSON.stringify(read)).not.toContain("xhttp");
    expect(mihomoFaults(read as never)).toEqual([]);
  });

  it("is valid for any names, also without any location", () => {
    fc.assert(
      fc.property(fc.array(anyProfile, { maxLength: 6 }), (profiles) => {
        const fitting = profiles.filter((profile) => lintProfile(profile).length === 0);
        const read = parse(quoted(mihomoDocument(fitting, { xhttp: true })));
        expect(mihomoSchema(read), JSON.stringify(mihomoSchema.errors?.slice(0, 2))).toBe(true);
        expect(mihomoFaults(read)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("the checks catch what they are for", () => {
    const broken = mihomoDocument([everyProfile[0] as ConnectionProfile], { xhttp: true }) as never as {
      proxies: Record<string, unknown>[];
      "proxy-groups": Group[];
    };
    broken["proxy-groups"][0]?.proxies.push("nowhere");
    delete broken.proxies[0]?.server;
    expect(mihomoFaults(broken)).toEqual(["nowhere does not exist"]);
    expect(mihomoSchema(broken)).toBe(false);
  });

  it("a location called like a group gets another name", () => {
    const named = ["DIRECT", "AUTO", "auto", "proxy", "A", "A"].map((name) => ({ ...everyProfile[0], name }));
    expect(mihomoFaults(mihomoDocument(named as never, { xhttp: true }) as never)).toEqual([]);
    expect(singBoxFaults(singBoxDocument(named as never) as never)).toEqual([]);
  });

  it("keeps a short id of digits a text", () => {
    const reality = everyProfile.find(
      (profile): profile is VlessProfile =>
        profile.protocol === "VLESS" && profile.security.kind === "reality",
    );
    expect(parse(quoted({ it: mihomoProxy(reality as VlessProfile) })).it["reality-opts"]["short-id"]).toBe(
      "0e123456",
    );
  });
});

describe("a sing-box document", () => {
  it("holds every protocol it knows, in its schema and with whole selectors", () => {
    const document = singBoxDocument(everyProfile);
    expect(singBoxSchema(document), JSON.stringify(singBoxSchema.errors?.slice(0, 3))).toBe(true);
    expect(singBoxFaults(document as never)).toEqual([]);
    expect(JSON.stringify(document)).not.toContain("xhttp");
    expect((document as unknown as SingBox).endpoints).toHaveLength(1);
  });

  it("is valid for any names, also without any location", () => {
    fc.assert(
      fc.property(fc.array(anyProfile, { maxLength: 6 }), (profiles) => {
        const fitting = profiles.filter((profile) => lintProfile(profile).length === 0);
        const document = singBoxDocument(fitting);
        expect(singBoxSchema(document), JSON.stringify(singBoxSchema.errors?.slice(0, 2))).toBe(true);
        expect(singBoxFaults(document as never)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("the checks catch what they are for", () => {
    const document = singBoxDocument([everyProfile[0] as ConnectionProfile]) as never as SingBox;
    document.outbounds.push({ tag: "direct" });
    document.outbounds[0]?.outbounds?.push("nowhere");
    expect(singBoxFaults(document)).toEqual(["a tag twice", "nowhere does not exist"]);
    expect(singBoxSchema({ outbounds: [{ type: "vless", tag: "x", server_port: "443" }] })).toBe(false);
  });
});

describe("Xray documents", () => {
  it("are one configuration per location, in the form that V2Ray reads too", () => {
    const all = xrayDocuments(everyProfile) as {
      remarks: string;
      outbounds: { settings: Record<string, unknown>; protocol: string }[];
    }[];
    expect(all).toHaveLength(everyProfile.length);
    expect(new Set(all.map(({ remarks }) => remarks)).size).toBe(everyProfile.length);
    for (const { outbounds } of all) {
      const [proxy] = outbounds;
      const form =
        proxy?.protocol === "wireguard" ? "peers" : /^v/.test(proxy?.protocol ?? "") ? "vnext" : "servers";
      expect(proxy?.settings[form], proxy?.protocol).toHaveLength(1);
    }
  });
});
