import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountForPrice } from "@/lib/domain/kernel/amount-for-price";

const bounds = { minimumMicros: 5_000_000n, maximumMicros: 100_000_000n };

describe("what is brought in for a price", () => {
  it.each([
    ["the price itself from the least on", 5_000_000n, 5_000_000n],
    ["the least for a price a little below it", 4_990_000n, 5_000_000n],
    ["the least for two thirds of it", 3_333_334n, 5_000_000n],
    ["nothing below two thirds of it", 3_333_333n, null],
    ["nothing above the most", 100_010_000n, null],
    ["nothing for nothing", 0n, null],
  ] as const)("%s", (_what, price, amount) => {
    expect(amountForPrice(price, bounds)).toBe(amount);
  });

  it("covers the price within its bounds or is none", () => {
    const micros = fc.bigInt({ min: 0n, max: 200_000_000n });
    fc.assert(
      fc.property(micros, micros, micros, (price, minimumMicros, maximumMicros) => {
        const amount = amountForPrice(price, { minimumMicros, maximumMicros });
        if (amount === null) return true;
        const isWithin = amount >= price && amount >= minimumMicros && amount <= maximumMicros;
        return isWithin && amount * 2n <= price * 3n;
      }),
    );
  });
});
