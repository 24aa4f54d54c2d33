import { describe, expect, it } from "vitest";
import { rateText } from "@/components/billing/rate-text";

describe("a rate for the eye", () => {
  it.each([
    ["0.185185185185", "en", { rate: "5.40", isInverse: true }],
    ["1", "en", { rate: "1.00", isInverse: false }],
    ["97000", "en", { rate: "97,000.00", isInverse: false }],
    ["97000", "pt-BR", { rate: "97.000,00", isInverse: false }],
    ["0.185185185185", "fa", { rate: "5.40", isInverse: true }],
  ])("%s in %s", (unit, locale, words) => {
    expect(rateText(unit, locale)).toEqual(words);
  });
});
