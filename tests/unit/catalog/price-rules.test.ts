import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discountProblem, newPrice, PRICE_MODES, priceWarnings } from "@/lib/domain/catalog/price-rules";

const step = (
  mode: (typeof PRICE_MODES)[number],
  amount: bigint,
  rounding: "none" | "cent" | "x9" = "none",
) => ({
  mode,
  amount,
  rounding,
});

describe("one step of a bulk change", () => {
  it.each([
    ["sets", step("set", 400_000n), 400_000n],
    ["adds percent", step("percent", 1_000n), 385_000n],
    ["takes percent off", step("percent", -1_000n), 315_000n],
    ["adds an amount", step("fixed", 50_000n), 400_000n],
    ["puts a margin on the cost", step("margin", 5_000n), 300_000n],
    ["rounds up to nine", step("none", 0n, "x9"), 390_000n],
    ["ends in whole cents", step("percent", 1_050n, "cent"), 390_000n],
    ["leaves whole cents as they are", step("percent", 2_000n, "cent"), 420_000n],
    ["rounds after the step", step("percent", 1_500n, "x9"), 490_000n],
  ])("%s", (_, change, to) => {
    expect(newPrice(change, 350_000n, 200_000n)).toEqual({ to });
  });

  it.each([
    ["no_cost", step("margin", 5_000n), null],
    ["not_positive", step("fixed", -350_000n), 1n],
    ["not_positive", step("set", 0n), 1n],
    ["too_high", step("set", 10_000_000_001n), 1n],
  ])("leaves alone: %s", (skipped, change, cost) => {
    expect(newPrice(change, 350_000n, cost)).toEqual({ skipped });
  });

  it("never gives a price of zero or less, and rounding never lowers", () => {
    const amount = fc.bigInt({ min: -2_000_000n, max: 2_000_000n });
    const price = fc.bigInt({ min: 1n, max: 1_000_000_000n });
    fc.assert(
      fc.property(fc.constantFrom(...PRICE_MODES), amount, price, price, (mode, by, current, cost) => {
        const plain = newPrice(step(mode, by), current, cost);
        const cents = newPrice(step(mode, by, "cent"), current, cost);
        if ("to" in plain && "to" in cents) {
          expect(cents.to % 10_000n).toBe(0n);
          expect(cents.to - plain.to >= 0n && cents.to - plain.to < 10_000n).toBe(true);
        }
        const nine = newPrice(step(mode, by, "x9"), current, cost);
        if ("to" in plain) expect(plain.to > 0n).toBe(true);
        if ("to" in plain && "to" in nine) {
          expect(nine.to >= plain.to).toBe(true);
          expect((nine.to / 10_000n) % 10n).toBe(9n);
        }
      }),
    );
  });
});

describe("the warnings of a price", () => {
  it.each([
    [350_000n, 360_000n, 200_000n, []],
    [350_000n, 525_000n, null, []],
    [350_000n, 525_001n, null, ["jump_50_up"]],
    [350_000n, 3_500_000n, null, ["jump_10x_up"]],
    [350_000n, 35_000n, 200_000n, ["below_cost", "jump_10x_down"]],
    [350_000n, 199_999n, 200_000n, ["below_cost"]],
    [0n, 350_000n, null, []],
  ])("from %s to %s at a cost of %s: %j", (from, to, cost, warnings) => {
    expect(priceWarnings(from, to, cost)).toEqual(warnings);
  });
});

describe("quantity discounts", () => {
  const of = (...pairs: [number, bigint][]) =>
    pairs.map(([minQuantity, pricePerMicros]) => ({ minQuantity, pricePerMicros }));
  it.each([
    [of([10, 300n], [50, 250n]), null],
    [of([10, 350n]), 0],
    [of([1, 300n]), 0],
    [of([10, 300n], [10, 250n]), 1],
    [of([10, 300n], [50, 300n]), 1],
    [of([10, 0n]), 0],
  ])("%#", (discounts, problem) => {
    expect(discountProblem(discounts, 350n)).toBe(problem);
  });
});
