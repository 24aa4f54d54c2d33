import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCipher } from "@/lib/integrations/crypto/cipher";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");
const OLD = `k1:${key(1)}`;
const BOTH = `k2:${key(2)},${OLD}`;

describe("encryption at rest", () => {
  it("gives back every text and never the same bytes twice", () => {
    const cipher = createCipher(OLD);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(cipher.decrypt(cipher.encrypt(text))).toBe(text);
        expect(Buffer.from(cipher.encrypt(text))).not.toEqual(Buffer.from(cipher.encrypt(text)));
      }),
    );
  });

  it("reads the old key's texts after a rotation and writes with the new one", () => {
    const sealed = createCipher(OLD).encrypt("482913");
    expect(createCipher(BOTH).decrypt(sealed)).toBe("482913");
    const fresh = createCipher(BOTH).encrypt("482913");
    expect(() => createCipher(OLD).decrypt(fresh)).toThrow(/not configured/);
  });

  it("notices every changed byte", () => {
    const cipher = createCipher(OLD);
    const sealed = cipher.encrypt("482913");
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => cipher.decrypt(changed)).toThrow();
    }
  });

  it("does not start with a key of another length", () => {
    expect(() => createCipher("k1:c2hvcnQ=")).toThrow(/32 bytes/);
    expect(() => createCipher(key(1))).toThrow(/32 bytes/);
  });
});
