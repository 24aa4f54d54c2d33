import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDecimal } from "@/lib/domain/kernel/money";
import { amountMicros } from "@/lib/integrations/sms/sms-activate/amount";

const MICROS = 10n ** 6n;
const MAX_MICROS = 10n ** 18n - 1n;

/** "12.3456789" by whole numbers alone, rounded up. */
function exact(whole: bigint, fraction: string): bigint {
  const scale = 10n ** BigInt(fraction.length);
  const scaled = (whole * scale + BigInt(fraction || "0")) * MICROS;
  return (scaled + scale - 1n) / scale;
}

describe("an upstream's price in micro-units", () => {
  it.each([
    ["0.1", 100_000n],
    [0.1 + 0.2, 300_001n],
    [1.005, 1_005_000n],
    [0.07, 70_000n],
    [12.5, 12_500_000n],
    ["12.50", 12_500_000n],
    [" 3 ", 3_000_000n],
    [0, 0n],
    [-0, 0n],
    ["0.0000001", 1n],
    [1e-7, 1n],
    [5e-324, 1n],
    ["0.0000000", 0n],
    ["0.1999999999", 200_000n],
    ["999999999999.999999", MAX_MICROS],
  ])("%j is %s", (value, micros) => {
    expect(amountMicros(value)).toBe(micros);
  });

  it.each([
    -1,
    -1e-7,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
    1e12,
    "",
    " ",
    "-1",
    "+1",
    "1e3",
    "1,5",
    ".5",
    "1.",
    "0x10",
    "1 000",
    "٣",
    null,
    undefined,
    true,
    [1],
    {},
    5n,
  ])("%o is no amount", (value) => {
    expect(amountMicros(value)).toBeNull();
  });

  it("reads back every amount that we write", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_MICROS }), (micros) => {
        expect(amountMicros(toDecimal(micros))).toBe(micros);
      }),
    );
  });

  it("makes no float error of a price in JSON: what was written is what is read", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (micros) => {
        expect(amountMicros(JSON.parse(toDecimal(micros)))).toBe(micros);
      }),
    );
  });

  it("rounds whatever is finer up, never down and never by more than one", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }).map((list) => list.join(""));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }), digits, (whole, fraction) => {
        expect(amountMicros(fraction ? `${whole}.${fraction}` : `${whole}`)).toBe(exact(whole, fraction));
      }),
    );
  });

  it("a larger price is never read as a smaller one", () => {
    const price = fc.double({ min: 0, max: 999_999, noNaN: true });
    fc.assert(
      fc.property(price, price, (one, other) => {
        const [low, high] = [amountMicros(Math.min(one, other)), amountMicros(Math.max(one, other))];
        expect(low !== null && high !== null && low <= high).toBe(true);
      }),
    );
  });
});
