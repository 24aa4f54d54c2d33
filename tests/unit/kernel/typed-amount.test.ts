import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { parseTyped } from "@/lib/domain/kernel/typed-amount";

describe("an amount as somebody typed it", () => {
  it.each([
    ["0,40", 400_000n],
    ["0.40", 400_000n],
    [" 12,5 ", 12_500_000n],
    ["-3,50", -3_500_000n],
    ["۰٫۴۰", 400_000n],
    ["۱۲.۵", 12_500_000n],
    ["0,4005", 400_500n],
  ])("%s is understood", (text, micros) => {
    expect(parseTyped(text)).toBe(micros);
  });

  it.each(["1,000", "0,400", "1.000,50", "1,000.50", "0,,4", ",4", "4,", "ten", "", "1e3"])(
    "%s is refused, not guessed",
    (text) => {
      expect(parseTyped(text)).toBeNull();
    },
  );

  it("reads every plain decimal as it stands", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (micros) => {
        const text = toDecimal(micros);
        expect(parseTyped(text)).toBe(parseDecimal(text));
      }),
    );
  });
});
