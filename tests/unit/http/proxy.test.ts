import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server.js";
import { NextRequest } from "next/server.js";
import { describe, expect, it } from "vitest";
import { REQUEST_ID_HEADER } from "@/lib/http/request-id";
import { NONCE_HEADER } from "@/lib/http/security-headers";
import proxy, { config } from "@/proxy";

const ORIGIN = "http://shop.test";
const passes = (path: string) => unstable_doesMiddlewareMatch({ config, url: ORIGIN + path });

function ask(path: string, headers: Record<string, string> = {}) {
  const request = new NextRequest(ORIGIN + path, { headers });
  return { request, response: proxy(request) };
}

describe("which addresses are pages", () => {
  it.each([
    "/",
    "/fa",
    "/pt-BR/numbers",
    "/numbers/history",
    "/subscriptions",
    "/apiary",
    "/some.thing",
    "/fa/a.b",
  ])("%s is", (path) => expect(passes(path)).toBe(true));

  it.each([
    "/api/stream",
    "/api",
    "/stubs/handler_api.php",
    "/v1/user/profile",
    "/sub/token",
    "/simulators/panel",
    "/_next/static/chunk.js",
    "/flags/br.svg",
    "/services/whatsapp.svg",
    "/icon.svg",
  ])("%s is not", (path) => expect(passes(path)).toBe(false));
});

describe("proxy", () => {
  it("refuses an address that holds a NUL", () => {
    expect(ask("/admin/users/%00").response.status).toBe(400);
    expect(ask("/fa/%00").response.status).toBe(400);
  });

  it("gives each page its own nonce, in the policy and in the request", () => {
    const first = ask("/");
    const second = ask("/");
    const nonce = first.request.headers.get(NONCE_HEADER) ?? "";
    expect(nonce.length).toBeGreaterThan(20);
    expect(first.response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(second.request.headers.get(NONCE_HEADER)).not.toBe(nonce);
  });

  it("does not believe a nonce or a policy that came with the request", () => {
    const { request, response } = ask("/", {
      [NONCE_HEADER]: "guessed",
      "content-security-policy": "default-src *",
    });
    expect(request.headers.get(NONCE_HEADER)).not.toBe("guessed");
    expect(response.headers.get("content-security-policy")).not.toContain("*");
  });

  it("keeps a well-formed request id and replaces any other", () => {
    const kept = ask("/", { [REQUEST_ID_HEADER]: "0123456789abcdef" });
    expect(kept.response.headers.get(REQUEST_ID_HEADER)).toBe("0123456789abcdef");
    const replaced = ask("/", { [REQUEST_ID_HEADER]: "<script>" });
    expect(replaced.response.headers.get(REQUEST_ID_HEADER)).toMatch(/^[\w-]{8,64}$/);
  });

  it("allows no other origin: not for scripts, styles, frames or forms", () => {
    const policy = ask("/").response.headers.get("content-security-policy") ?? "";
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
  });

  it("lets the path alone decide the language", () => {
    const english = ask("/numbers", { "accept-language": "fa", cookie: "NEXT_LOCALE=fa" });
    expect(english.response.headers.get("location")).toBeNull();
    expect(ask("/en/numbers").response.headers.get("location")).toBe(`${ORIGIN}/numbers`);
    expect(ask("/fa/numbers").response.headers.get("location")).toBeNull();
  });
});
