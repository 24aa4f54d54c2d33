import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf, isWellFormed, newApiKey } from "@/lib/domain/api-keys/key-format";
import { systemIds } from "@/lib/integrations/system/ids";

describe("API keys", () => {
  it("say their mode, end in a checksum, and are all different", () => {
    const keys = Array.from({ length: 200 }, () => newApiKey(systemIds, "LIVE"));
    expect(new Set(keys.map(({ key }) => key)).size).toBe(200);
    for (const { key, prefix, last4, digest } of keys) {
      expect(key).toMatch(/^pb_live_[0-9A-Za-z]{36}$/);
      expect(prefix).toBe("pb_live_");
      expect(last4).toBe(key.slice(-4));
      expect(digest).toBe(digestOf(key));
      expect(isWellFormed(key)).toBe(true);
    }
    expect(newApiKey(systemIds, "SANDBOX").key).toMatch(/^pb_test_/);
  });

  it("keep their checksum from one version to the next", () => {
    const { key } = newApiKey({ token: (bytes) => Buffer.alloc(bytes, 1).toString("base64url") }, "SANDBOX");
    expect(key).toBe("pb_test_1111111111111111111111111111114SunM0");
  });

  it("are refused with any one character changed", () => {
    const letters = fc.constantFrom(..."0123456789abcXYZ-_ é");
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 43 }), letters, (at, letter) => {
        const { key } = newApiKey(systemIds, "LIVE");
        const changed = `${key.slice(0, at)}${letter}${key.slice(at + 1)}`;
        expect(isWellFormed(changed)).toBe(changed === key);
      }),
    );
  });

  it("are never made of any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isWellFormed(text)).toBe(false);
        expect(isWellFormed(`pb_live_${text}`)).toBe(false);
      }),
    );
  });
});
