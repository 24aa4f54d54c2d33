import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, formatSum } from "@/lib/format/money";

/** The isolate that an amount wears in right-to-left text. */
const isolated = (text: string) => `\u2066${text}\u2069`;
const NBSP = "\u00a0";

describe("formatMoney", () => {
  it.each([
    [350_000n, "USD", "en", "$0.35"],
    [-350_000n, "USD", "en", "-$0.35"],
    [0n, "USD", "en", "$0.00"],
    [1_200_000n, "USD", "en", "$1.20"],
    [185_000n, "USD", "en", "$0.185"],
    [1n, "USD", "en", "$0.000001"],
    [1_234_567_890_000n, "USD", "en", "$1,234,567.89"],
    [350_000n, "USD", "pt-BR", `US$${NBSP}0,35`],
    [-1_234_500_000n, "BRL", "pt-BR", `-R$${NBSP}1.234,50`],
    [350_000n, "USD", "fa", isolated("$0.35")],
    [-350_000n, "USD", "fa", isolated("\u2212$0.35")],
  ])("%s %s in %s is %s", (micros, currency, locale, expected) => {
    expect(formatMoney(micros, currency, locale)).toBe(expected);
  });

  it("keeps every digit of amounts that a float would round", () => {
    expect(formatMoney(123_456_789_012_345_678n, "USD", "en")).toBe("$123,456,789,012.345678");
  });

  it("never loses or makes money, whatever the language", () => {
    const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(amounts, fc.constantFrom("en", "fa", "pt-BR"), (micros, locale) => {
        const text = formatMoney(micros, "USD", locale);
        const decimal = locale === "pt-BR" ? "," : ".";
        const [whole = "", fraction = ""] = text.split(decimal);
        const digits = whole.replace(/\D/g, "") + fraction.replace(/\D/g, "").padEnd(6, "0");
        const sign = /[-\u2212]/.test(text) ? -1n : 1n;
        return BigInt(digits) * sign === micros;
      }),
    );
  });
});

describe("a sum of many amounts", () => {
  it.each([
    [129_731_500n, "$129.73"],
    [3_547_000n, "$3.55"],
    [5_000n, "$0.01"],
    [4_999n, "$0.00"],
    [-5_000n, "-$0.01"],
    [0n, "$0.00"],
  ])("%s micros is %s", (micros, text) => {
    expect(formatSum(micros, "USD", "en")).toBe(text);
  });
});
