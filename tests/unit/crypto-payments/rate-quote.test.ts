import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  microsFor,
  parseRate,
  parseUnits,
  rateToDecimal,
  unitsFor,
  unitsToDecimal,
} from "@/lib/domain/crypto-payments/asset-amount";
import { agreeOnRate, quote } from "@/lib/domain/crypto-payments/rate-quote";
import type { RateAnswer } from "@/lib/domain/crypto-payments/types";

const NOW = new Date("2026-11-21T12:00:00Z");
const asset = fc.constantFrom("BTC" as const, "USDT" as const);

function told(source: string, rate: string, secondsOld = 0): RateAnswer {
  const scaled = parseRate(rate);
  if (scaled === null) throw new Error(rate);
  return {
    kind: "ok",
    reading: { source, rate: scaled, observedAt: new Date(NOW.getTime() - secondsOld * 1_000) },
  };
}

const silent: RateAnswer = { kind: "unavailable", source: "kraken", error: "HTTP 429", retryAt: null };

describe("amounts of an asset", () => {
  it.each([
    ["BTC", "0.00042", 42_000n],
    ["BTC", "21", 2_100_000_000n],
    ["USDT", "20.050000", 20_050_000n],
    ["USDT", "0.0000001", null],
    ["BTC", "1e-8", null],
    ["BTC", "-1", null],
    ["BTC", "1,5", null],
    ["BTC", "", null],
  ] as const)("%s %s", (which, text, units) => {
    expect(parseUnits(which, text)).toBe(units);
  });

  it("comes back from text as it was", () => {
    fc.assert(
      fc.property(asset, fc.bigInt({ min: 0n, max: 10n ** 18n }), (which, units) => {
        expect(parseUnits(which, unitsToDecimal(which, units))).toBe(units);
      }),
    );
  });

  it.each(["0", "0.000000000000", "NaN", "1e5", "63210.1234567890123"])("%s is no rate", (text) => {
    expect(parseRate(text)).toBeNull();
  });

  it("asks for the least that covers the amount", () => {
    fc.assert(
      fc.property(
        asset,
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        fc.bigInt({ min: 10n ** 10n, max: 10n ** 18n }),
        (which, micros, rate) => {
          const units = unitsFor(which, micros, rate);
          const factor = which === "BTC" ? 10n ** 14n : 10n ** 12n;
          expect(units * rate >= micros * factor).toBe(true);
          expect((units - 1n) * rate < micros * factor).toBe(true);
          expect(microsFor(which, units, rate) >= micros).toBe(true);
        },
      ),
    );
  });
});

describe("a rate", () => {
  it("is the middle of what two sources tell", () => {
    const agreed = agreeOnRate("BTC", [told("mempool", "60000"), told("kraken", "60100.5", 90)], NOW);
    expect(agreed).toMatchObject({ ok: true, sources: ["kraken", "mempool"] });
    expect(agreed.ok && rateToDecimal(agreed.rate)).toBe("60050.25");
    expect(agreed.ok && agreed.observedAt).toEqual(new Date(NOW.getTime() - 90_000));
  });

  it("is the one in the middle of three", () => {
    const agreed = agreeOnRate("BTC", [told("a", "60000"), told("b", "60900"), told("c", "60100")], NOW);
    expect(agreed.ok && rateToDecimal(agreed.rate)).toBe("60100");
  });

  it.each<[string, RateAnswer[], string]>([
    ["nobody answers", [silent, silent], "rate_unavailable"],
    ["nobody was asked", [], "rate_unavailable"],
    ["one of two answers", [silent, told("mempool", "60000")], "rate_unavailable"],
    ["one source answers twice", [told("a", "60000"), told("a", "60000", 5)], "rate_unavailable"],
    ["one is older than ten minutes", [told("a", "60000", 601), told("b", "60000")], "rate_stale"],
    ["one comes from the future", [told("a", "60000", -121), told("b", "60000")], "rate_stale"],
    ["they differ by more than two percent", [told("a", "60000"), told("b", "61200.01")], "rate_disagrees"],
  ])("is none when %s", (_name, answers, reason) => {
    expect(agreeOnRate("BTC", answers, NOW)).toEqual({ ok: false, reason });
  });

  it("holds at the very limits", () => {
    expect(agreeOnRate("BTC", [told("a", "60000", 600), told("b", "61200", -120)], NOW).ok).toBe(true);
  });

  it.each([
    ["0.98", true],
    ["1.02", true],
    ["0.979999999999", false],
    ["1.020000000001", false],
  ])("of USDT at %s: %s", (rate, holds) => {
    const agreed = agreeOnRate("USDT", [told("kraken", rate)], NOW);
    expect(agreed.ok ? true : agreed.reason).toBe(holds || "peg_broken");
  });
});

describe("a quote", () => {
  it("is rounded up and holds for fifteen minutes", () => {
    const made = quote("BTC", 25_000_000n, [told("a", "63000"), told("b", "63000")], NOW);
    // 25 / 63000 = 0.000396825396… BTC
    expect(made).toMatchObject({
      ok: true,
      unitsDue: 39_683n,
      lockedUntil: new Date("2026-11-21T12:15:00Z"),
    });
  });

  it("does not take USDT for a dollar", () => {
    expect(quote("USDT", 20_000_000n, [told("kraken", "0.999")], NOW)).toMatchObject({
      unitsDue: 20_020_021n,
    });
  });

  it("is not made of nothing", () => {
    expect(quote("USDT", 0n, [told("kraken", "1")], NOW)).toEqual({ ok: false, reason: "amount_invalid" });
  });
});
