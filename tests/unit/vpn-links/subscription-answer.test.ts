import { describe, expect, it } from "vitest";
import { CORE_OF_APP } from "@/lib/domain/vpn-links/app-capabilities";
import { CLIENT_APPS, PLATFORMS } from "@/lib/domain/vpn-links/client-links";
import { formatByName, knowsXhttp, negotiateFormat } from "@/lib/domain/vpn-links/document-format";
import { outlineDocument, outlineNotice } from "@/lib/domain/vpn-links/outline-document";
import { subscriptionHeaders } from "@/lib/domain/vpn-links/subscription-headers";

describe("the format by who asks", () => {
  it.each([
    ["", "base64"],
    ["curl/8.5.0", "base64"],
    ["ClashMetaForAndroid/2.11.1.Meta", "mihomo"],
    ["clash-verge/v2.3.2", "mihomo"],
    ["mihomo/1.19.22", "mihomo"],
    ["FlClash/v0.8.87 clash-verge Platform/android", "mihomo"],
    ["Clash/1.0", "mihomo"],
    ["Stash/3.1.1 Clash/1.11.0", "mihomo"],
    ["HiddifyNext/2.5.7 (android) like ClashMeta v2ray sing-box", "sing-box"],
    ["Outline/1.15.0", "outline"],
    ["shadowsocks-android/5.3.4", "outline"],
    ["Shadowrocket/2070", "base64"],
    ["SFA/1.12.3 (Build 533; sing-box 1.12.3; language en_US)", "sing-box"],
    ["SFI/1.12", "sing-box"],
    ["sing-box 1.12.0", "sing-box"],
    ["karing/1.1.2", "sing-box"],
    ["Happ/1.63.1", "xray"],
    ["Happ/1.60.0", "base64"],
    ["v2rayNG/1.8.29", "xray"],
    ["v2rayNG/1.8.5", "base64"],
    ["v2rayNG/2.0.1", "xray"],
    ["v2rayN/6.39", "base64"],
    ["v2rayN/7.1", "xray"],
    ["Streisand", "xray"],
    ["not sfa at its start: sfi", "base64"],
  ])("%s: %s", (userAgent, expected) => {
    expect(negotiateFormat({ accept: "*/*", userAgent })).toBe(expected);
  });

  it("a browser gets the page, whatever its agent", () => {
    expect(
      negotiateFormat({ accept: "text/html,application/xhtml+xml,*/*;q=0.8", userAgent: "clash-verge" }),
    ).toBe("page");
  });

  it("names of formats, aliases included", () => {
    expect(["Clash", "singbox", "b64", "xray", "wireguard", "nothing"].map(formatByName)).toEqual([
      "mihomo",
      "sing-box",
      "base64",
      "xray",
      "wireguard",
      null,
    ]);
  });

  it("XHTTP only for Mihomo that says it is new enough", () => {
    expect(
      ["mihomo/1.19.22", "mihomo/v1.20.0", "mihomo/1.19.21", "clash-verge/v2.3.2"].map(knowsXhttp),
    ).toEqual([true, true, false, false]);
  });
});

describe("headers", () => {
  const facts = {
    title: "Patchbay آلمان 🇩🇪 with a title that is much too long",
    uploadBytes: 1n,
    downloadBytes: 2n,
    trafficBytes: 53_687_091_200n,
    expiresAt: new Date("2026-12-01T00:00:00.900Z"),
    updateHours: 12,
    pageUrl: "https://shop.example/s/x",
    supportUrl: "https://shop.example/help",
    fileName: 'patch"bay آ.txt',
    announcement: "",
  };

  it("say what is used and until when", () => {
    expect(subscriptionHeaders(facts)["Subscription-Userinfo"]).toBe(
      "upload=1; download=2; total=53687091200; expire=1796083200",
    );
    expect(
      subscriptionHeaders({ ...facts, trafficBytes: null, expiresAt: null })["Subscription-Userinfo"],
    ).toBe("upload=1; download=2; total=0; expire=0");
  });

  it("are ASCII whatever the names are", () => {
    for (const value of Object.values(subscriptionHeaders({ ...facts, announcement: "تمام" })))
      expect(value).toMatch(/^[\x20-\x7e]+$/);
    const title = subscriptionHeaders(facts)["Profile-Title"]?.replace("base64:", "") ?? "";
    expect([...Buffer.from(title, "base64").toString("utf8")]).toHaveLength(25);
  });
});

describe("an Outline key", () => {
  const server = { protocol: "SHADOWSOCKS", name: "Wien", host: "at1.example", port: 8388 } as const;
  const classic = { ...server, method: "chacha20-ietf-poly1305", password: "secret" } as const;
  const modern = { ...server, method: "2022-blake3-aes-128-gcm", password: "a:b" } as const;

  it("names the first server whose cipher Outline knows, none where there is none", () => {
    expect(outlineDocument([modern, classic])).toEqual({
      server: "at1.example",
      server_port: 8388,
      method: "chacha20-ietf-poly1305",
      password: "secret",
      tag: "Wien",
    });
    expect(outlineDocument([modern])).toBeNull();
  });

  it("says in words why it connects nowhere", () => {
    expect(outlineNotice(["Ended", "Renew: shop.example"])).toEqual({
      error: { message: "Ended", details: "Renew: shop.example" },
    });
  });
});

describe("deep links", () => {
  const url = "https://shop.example/sub/tok?format=a&b=c";
  it.each([
    ["hiddify", `hiddify://import/${url}#My%20VPN`],
    ["v2rayng", `v2rayng://install-sub?url=${encodeURIComponent(url)}#My%20VPN`],
    ["streisand", `streisand://import/${url}`],
    ["happ", `happ://add/${url}`],
    ["sing-box", `sing-box://import-remote-profile?url=${encodeURIComponent(url)}#My%20VPN`],
    ["clash-verge", `clash://install-config?url=${encodeURIComponent(url)}`],
    ["clash-meta-android", `clashmeta://install-config?url=${encodeURIComponent(url)}&name=My%20VPN`],
    ["shadowrocket", `shadowrocket://add/${url}#My%20VPN`],
    ["stash", `stash://install-config?url=${encodeURIComponent(url)}`],
  ])("%s", (id, expected) => {
    expect(CLIENT_APPS.find((app) => app.id === id)?.deepLink(url, "My VPN")).toBe(expected);
  });

  it("every app has a core, a store link for each of its platforms, and every platform an app", () => {
    for (const app of CLIENT_APPS) {
      expect(CORE_OF_APP[app.id], app.id).toBeDefined();
      expect(Object.keys(app.install).sort(), app.id).toEqual([...app.platforms].sort());
    }
    for (const platform of PLATFORMS)
      expect(CLIENT_APPS.some((app) => app.platforms.includes(platform))).toBe(true);
  });
});
