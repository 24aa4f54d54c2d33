import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approximateMicros, formatApproximate } from "@/lib/format/approximate";

const BRL = { currency: "BRL", perUsd: "5.40", at: null } as const;
const TOMAN = { currency: "TOMAN", perUsd: "112000", at: null } as const;

describe("dollars shown in another currency", () => {
  it("are whole cents of real and whole toman", () => {
    expect(formatApproximate(12_500_000n, BRL, "en")).toBe("R$67.50");
    expect(formatApproximate(-350_000n, BRL, "en")).toBe("-R$1.89");
    expect(formatApproximate(12_500_000n, TOMAN, "en")).toBe("1,400,000");
    expect(formatApproximate(5n, TOMAN, "en")).toBe("1");
    expect(formatApproximate(4n, TOMAN, "en")).toBe("0");
  });

  it("are not shown by a rate that is none", () => {
    for (const perUsd of ["", "0", "-1", "many"])
      expect(formatApproximate(1_000_000n, { ...BRL, perUsd }, "en")).toBeNull();
  });

  it("grow with the amount and change their sign with it", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), fc.bigInt(0n, 10n ** 9n), (micros, more) => {
        const at = (amount: bigint) => approximateMicros(amount, BRL.perUsd) ?? 0n;
        expect(at(micros + more)).toBeGreaterThanOrEqual(at(micros));
        expect(at(-micros)).toBe(-at(micros));
      }),
    );
  });
});
