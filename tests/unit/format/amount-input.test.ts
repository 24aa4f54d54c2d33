import { describe, expect, it } from "vitest";
import { fromAmountInput, toAmountInput } from "@/lib/format/amount-input";

describe("an amount as it is typed", () => {
  it.each([
    ["10.00", "en", "10.00"],
    ["10,00", "pt-BR", "10.00"],
    ["10.00", "pt-BR", "10.00"],
    ["1.000,50", "pt-BR", "1.000,50"],
    ["10,00", "en", "10,00"],
    ["۱۲٫۵۰", "fa", "12.50"],
    ["۱۲.۵", "fa", "12.5"],
    [" ٣ ", "fa", "3"],
    ["ten", "en", "ten"],
  ])("%s in %s is read as %s", (typed, locale, expected) => {
    expect(fromAmountInput(typed, locale)).toBe(expected);
  });

  it("is written with the decimal sign of the language", () => {
    expect(toAmountInput("10.00", "pt-BR")).toBe("10,00");
    expect(toAmountInput("10.00", "fa")).toBe("10.00");
  });
});
