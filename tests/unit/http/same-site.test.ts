import { describe, expect, it } from "vitest";
import { isCrossSite } from "@/lib/http/same-site";

const ORIGIN = "https://shop.example";
const ask = (method: string, headers: Record<string, string>) =>
  isCrossSite(method, (name) => headers[name], ORIGIN);

describe("writes that another site makes a browser send", () => {
  it("are told by Sec-Fetch-Site", () => {
    expect(ask("POST", { "sec-fetch-site": "cross-site" })).toBe(true);
    expect(ask("POST", { "sec-fetch-site": "same-site" })).toBe(true);
    expect(ask("POST", { "sec-fetch-site": "same-origin" })).toBe(false);
    expect(ask("POST", { "sec-fetch-site": "none" })).toBe(false);
  });

  it("are told by Origin where a browser is older", () => {
    expect(ask("POST", { origin: "https://evil.example", host: "shop.example" })).toBe(true);
    expect(ask("POST", { origin: "null", host: "shop.example" })).toBe(true);
    expect(ask("POST", { origin: ORIGIN, host: "internal:3000" })).toBe(false);
    expect(ask("DELETE", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" })).toBe(false);
  });

  it("are not programs without either, nor reads", () => {
    expect(ask("POST", {})).toBe(false);
    expect(ask("GET", { "sec-fetch-site": "cross-site" })).toBe(false);
  });
});
