import { createPrivateKey, createPublicKey, diffieHellman } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountName, subscriptionNumberOf } from "@/lib/domain/vpn/account-name";
import { fairCreditMicros } from "@/lib/domain/vpn/fair-credit";
import { publicKeyOf } from "@/lib/domain/vpn/key-pair";
import { ownRenewalPlan } from "@/lib/domain/vpn/own-renewal-plan";
import { hasRoom, placeSubscription, recommendedOf } from "@/lib/domain/vpn/placement";
import { serverWord, subscriptionWord } from "@/lib/domain/vpn/subscription-words";
import { endsSoonFrom, GRACE_MS, renewedPeriod } from "@/lib/domain/vpn/terms";
import { tunnelAddress } from "@/lib/domain/vpn/tunnel-address";
import { ladderStep } from "@/lib/domain/vpn/usage-ladder";

const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);

describe("fair credit", () => {
  const period = {
    paidMicros: 6_000_000n,
    startsAt: at(0),
    endsAt: at(30),
    trafficBytes: 1000n,
    usedBytes: 0n,
  };

  it("is the smaller share of time and traffic, in whole cents", () => {
    expect(fairCreditMicros(period, at(15))).toBe(3_000_000n);
    expect(fairCreditMicros({ ...period, usedBytes: 900n }, at(15))).toBe(600_000n);
    expect(fairCreditMicros({ ...period, trafficBytes: null, usedBytes: 900n }, at(20))).toBe(1_990_000n);
  });

  it("is never negative, never more than was paid, and never grows", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1_000_000_000n }),
        fc.integer({ min: -10, max: 60 }),
        fc.integer({ min: 0, max: 10 }),
        fc.bigInt({ min: 0n, max: 2000n }),
        (paidMicros, day, later, usedBytes) => {
          const now = fairCreditMicros({ ...period, paidMicros, usedBytes }, at(day));
          expect(now >= 0n && now <= paidMicros).toBe(true);
          expect(fairCreditMicros({ ...period, paidMicros, usedBytes }, at(day + later)) <= now).toBe(true);
        },
      ),
    );
  });
});

describe("terms", () => {
  it("a renewal goes on from the end, also in the grace that connections have, or begins now when that is over", () => {
    const terms = { status: "ACTIVE" as const, expiresAt: at(30), exhaustedAt: null };
    expect(renewedPeriod(at(10), terms, 30)).toEqual({ startsAt: at(30), endsAt: at(60) });
    expect(renewedPeriod(at(40), terms, 30)).toEqual({ startsAt: at(40), endsAt: at(70) });
    const [inGrace, after] = [GRACE_MS - 1, GRACE_MS].map((ms) => new Date(at(30).getTime() + ms));
    if (!inGrace || !after) throw new Error("no instants");
    expect(renewedPeriod(inGrace, terms, 30).endsAt).toEqual(at(60));
    expect(renewedPeriod(after, terms, 30).startsAt).toEqual(after);
    // Nothing connects without traffic, nor what staff closed: that hour is not counted.
    for (const closed of [{ exhaustedAt: at(29) }, { status: "SUSPENDED" as const }])
      expect(renewedPeriod(inGrace, { ...terms, ...closed }, 30).startsAt).toEqual(inGrace);
  });

  it("a renewal by itself takes what it costs, and never more than was announced", () => {
    const noticed = { renewalNoticedAt: at(27) };
    const [five, nine] = [{ priceMicros: 5n }, { priceMicros: 9n }];
    expect(ownRenewalPlan(noticed, five, nine)).toBe(five);
    expect(ownRenewalPlan(noticed, nine, five)).toBe(five);
    const same = { ...five };
    expect(ownRenewalPlan(noticed, five, same)).toBe(same);
    expect([ownRenewalPlan(noticed, null, nine), ownRenewalPlan(noticed, five, null)]).toEqual([null, null]);
    expect(ownRenewalPlan({ renewalNoticedAt: null }, null, nine)).toBe(nine);
  });

  it("a period ends soon three days before its end, a short one in its last third", () => {
    expect(endsSoonFrom({ startsAt: at(0), endsAt: at(30) })).toEqual(at(27));
    expect(endsSoonFrom({ startsAt: at(0), endsAt: at(9) })).toEqual(at(6));
    expect(endsSoonFrom({ startsAt: at(0), endsAt: at(3) })).toEqual(at(2));
  });

  it("the ladder", () => {
    expect([0n, 799n, 800n, 949n, 950n, 999n, 1000n, 5000n].map((used) => ladderStep(used, 1000n))).toEqual([
      0, 0, 80, 80, 95, 95, 100, 100,
    ]);
    expect(ladderStep(10n ** 18n, null)).toBe(0);
  });

  it("names of accounts come back, strangers' do not", () => {
    expect(subscriptionNumberOf(accountName(42))).toBe(42);
    expect(["sub_", "sub_0", "sub_1x", "bob", "sub_12345678901"].map(subscriptionNumberOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("addresses of a tunnel: one for each, never the server's or the network's own", () => {
    expect(tunnelAddress("10.66.0.0/24", 1)).toBe("10.66.0.2/32");
    expect(tunnelAddress("10.66.0.0/16", 300)).toBe("10.66.1.45/32");
    expect(tunnelAddress("10.66.0.0/24", 253)).toBe("10.66.0.254/32");
    expect(tunnelAddress("10.66.0.0/24", 254)).toBeNull();
    expect(tunnelAddress("10.66.0.0/24", 0)).toBeNull();
    expect(tunnelAddress("300.66.0.0/24", 1)).toBeNull();
  });

  it("two pairs agree on one secret, whichever side computes it", () => {
    const [a, b] = [Buffer.alloc(32, 72), Buffer.alloc(32, 80)];
    const jwk = (secret: Buffer, x: string) =>
      createPrivateKey({
        key: { kty: "OKP", crv: "X25519", d: secret.toString("base64url"), x },
        format: "jwk",
      });
    const url = (key: string) => Buffer.from(key, "base64").toString("base64url");
    const publicOf = (x: string) => createPublicKey({ key: { kty: "OKP", crv: "X25519", x }, format: "jwk" });
    const [pubA, pubB] = [url(publicKeyOf(a)), url(publicKeyOf(b))];
    expect(diffieHellman({ privateKey: jwk(a, pubA), publicKey: publicOf(pubB) })).toEqual(
      diffieHellman({ privateKey: jwk(b, pubB), publicKey: publicOf(pubA) }),
    );
  });
});

describe("placement", () => {
  const server = (id: string, over = {}) => ({
    id,
    countryCode: "DE",
    status: "ONLINE" as const,
    isDraining: false,
    maxUsers: 10,
    currentUsers: 0,
    loadPercent: 0,
    sort: 0,
    ...over,
  });

  it("recommends the least pressed and leaves out what is full, drained or elsewhere", () => {
    const servers = [
      server("busy", { loadPercent: 90 }),
      server("full", { currentUsers: 10 }),
      server("drained", { isDraining: true }),
      server("off", { status: "OFFLINE" }),
      server("free", { currentUsers: 2 }),
      server("far", { countryCode: "JP" }),
    ];
    expect(placeSubscription(servers, ["DE"])).toEqual({ recommended: "free", all: ["free", "busy"] });
    expect(placeSubscription(servers, ["US"])).toBeNull();
    expect(servers.filter(hasRoom)).toHaveLength(3);
  });

  it("recommends what was recommended while it works, else the least pressed that works, never one that is off", () => {
    const servers = [
      server("off", { status: "OFFLINE" }),
      server("busy", { loadPercent: 90 }),
      server("free", { loadPercent: 5 }),
    ];
    expect(recommendedOf(servers, "busy")).toBe("busy");
    expect(recommendedOf(servers, "off")).toBe("free");
    expect(recommendedOf(servers, null)).toBe("free");
    expect(recommendedOf(servers.slice(0, 1), "off")).toBeNull();
  });
});

describe("words of a subscription", () => {
  const facts = {
    status: "ACTIVE" as const,
    periodStartsAt: at(-3),
    expiresAt: at(30),
    isExhausted: false,
    locations: 5,
    ready: 5,
  };
  it.each([
    [facts, "active"],
    [{ ...facts, ready: 4 }, "partly_active"],
    [{ ...facts, ready: 0 }, "being_prepared"],
    [{ ...facts, expiresAt: at(2) }, "active"],
    [{ ...facts, expiresAt: at(1) }, "ends_soon"],
    [{ ...facts, periodStartsAt: at(-28), expiresAt: at(2) }, "ends_soon"],
    [{ ...facts, periodStartsAt: at(0), expiresAt: at(3) }, "active"],
    [{ ...facts, isExhausted: true }, "traffic_used_up"],
    [{ ...facts, expiresAt: at(0) }, "grace"],
    [{ ...facts, expiresAt: at(0), isExhausted: true }, "expired"],
    [{ ...facts, expiresAt: at(0), ready: 0 }, "expired"],
    [{ ...facts, expiresAt: at(-1 / 24) }, "expired"],
    [{ ...facts, status: "EXPIRED" as const, expiresAt: at(0) }, "expired"],
    [{ ...facts, expiresAt: at(-1) }, "expired"],
    [{ ...facts, status: "CANCELED" as const }, "canceled"],
    [{ ...facts, status: "SUSPENDED" as const }, "suspended"],
  ])("%o: %s", (given, expected) => {
    expect(subscriptionWord(given, at(0))).toBe(expected);
  });
});

describe("the word of a server", () => {
  it("is busy above 85 percent, and its status before that", () => {
    expect(serverWord("ONLINE", 85)).toBe("online");
    expect(serverWord("ONLINE", 86)).toBe("busy");
    expect(serverWord("MAINTENANCE", 90)).toBe("maintenance");
    expect(serverWord("OFFLINE", 0)).toBe("offline");
  });
});
