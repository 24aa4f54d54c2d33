import { describe, expect, it } from "vitest";
import { canonicalRange } from "@/lib/domain/api-keys/address-range";
import type { KeyContext, KeyRecord } from "@/lib/domain/api-keys/types";
import { verdictOf } from "@/lib/domain/api-keys/verdict";

const NOW = 1_000_000;

const KEY = { id: "key", rateLimit: 600 } as KeyContext;

function record(over: Partial<KeyRecord> = {}): KeyRecord {
  return {
    digest: "digest",
    isBlocked: false,
    isProjectArchived: false,
    ipRestrictions: [],
    expiresAt: null,
    revokedAt: null,
    overlapUntil: null,
    key: KEY,
    ...over,
  };
}

const whyOf = (over: Partial<KeyRecord>, address: string | null = "203.0.113.7") => {
  const verdict = verdictOf(record(over), address, NOW);
  return verdict.ok ? "ok" : verdict.why;
};

describe("the check of a key", () => {
  it("lets a living key in, as what it is", () => {
    expect(verdictOf(record(), null, NOW)).toEqual({ ok: true, key: KEY });
  });

  it("refuses what ended, was closed or is not allowed", () => {
    expect(whyOf({ revokedAt: NOW - 1 })).toBe("revoked");
    expect(whyOf({ isProjectArchived: true })).toBe("revoked");
    expect(whyOf({ expiresAt: NOW })).toBe("expired");
    expect(whyOf({ expiresAt: NOW + 1 })).toBe("ok");
    expect(whyOf({ overlapUntil: NOW })).toBe("expired");
    expect(whyOf({ overlapUntil: NOW + 1 })).toBe("ok");
    expect(whyOf({ isBlocked: true })).toBe("suspended");
  });

  it.each([
    ["203.0.113.0/24", "203.0.113.7", "ok"],
    ["203.0.113.0/24", "203.0.114.7", "address"],
    ["203.0.113.7", "203.0.113.7", "ok"],
    ["203.0.113.7", "::ffff:203.0.113.7", "ok"],
    ["2001:db8::/32", "2001:db8:1::1", "ok"],
    ["2001:db8::/32", "203.0.113.7", "address"],
    ["0.0.0.0/0", "2001:db8::1", "address"],
    ["203.0.113.0/24", null, "address"],
    ["203.0.113.0/24", "not an address", "address"],
    ["no range at all", "203.0.113.7", "address"],
  ])("with the range %s from %s says %s", (range, address, wanted) => {
    expect(whyOf({ ipRestrictions: [range] }, address)).toBe(wanted);
  });
});

describe("a range", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7/32"],
    ["203.0.113.7/24", "203.0.113.0/24"],
    ["2001:DB8::5/32", "2001:db8::/32"],
    ["::1", "::1/128"],
    ["10", null],
    ["0x7f.1/8", null],
    ["203.0.113.0/33", null],
    ["203.0.113.0/-1", null],
    ["example.com", null],
    ["", null],
  ])("%s is kept as %s", (text, wanted) => {
    expect(canonicalRange(text)).toBe(wanted);
  });
});
