import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";

describe("money at the edges", () => {
  it("comes back the same from every amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (micros) => {
        expect(parseDecimal(toDecimal(micros))).toBe(micros);
      }),
    );
  });

  it("keeps at least cents and never more than it has", () => {
    expect(toDecimal(350_000n)).toBe("0.35");
    expect(toDecimal(1_000_000n)).toBe("1.00");
    expect(toDecimal(-1n)).toBe("-0.000001");
    expect(toDecimal(1_234_500n)).toBe("1.2345");
  });

  it.each([
    "",
    "1e3",
    "NaN",
    "Infinity",
    "0x10",
    "1,5",
    "1.0000001",
    "--1",
    " ",
    "1.",
    ".5",
    "9999999999999",
  ])("refuses %j", (text) => {
    expect(parseDecimal(text)).toBeNull();
  });
});
