import { describe, expect, it } from "vitest";
import { parseRanges, resolveClientAddress } from "@/lib/http/client-address";

const proxies = parseRanges(["10.0.0.0/8", "fd00::/8"]);

describe("who really called", () => {
  it("is the socket where no proxy is trusted, whatever is claimed", () => {
    expect(resolveClientAddress("203.0.113.9", "1.2.3.4", [])).toBe("203.0.113.9");
    expect(resolveClientAddress("203.0.113.9", "1.2.3.4", proxies)).toBe("203.0.113.9");
  });

  it("is the first untrusted hop from the right behind trusted proxies", () => {
    expect(resolveClientAddress("10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", proxies)).toBe("203.0.113.9");
  });

  it("treats IPv4 written as IPv6 as IPv4", () => {
    expect(resolveClientAddress("::ffff:10.0.0.1", "203.0.113.9", proxies)).toBe("203.0.113.9");
  });

  it("stops at a hop that is no address", () => {
    expect(resolveClientAddress("10.0.0.1", "203.0.113.9, unknown", proxies)).toBe("10.0.0.1");
  });

  it("does not start with a proxy list that means nothing", () => {
    expect(() => parseRanges(["10.0.0.0/99"])).toThrow();
    expect(() => parseRanges(["everybody"])).toThrow();
  });
});
