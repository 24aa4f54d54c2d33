import { describe, expect, it } from "vitest";
import { parseTyped } from "@/lib/domain/kernel/typed-amount";
import { typedDecimal } from "@/lib/format/typed-decimal";

describe("a decimal in a field", () => {
  it("has the sign of the language, and is read back as the same amount", () => {
    expect(typedDecimal("25.00", "en")).toBe("25.00");
    expect(typedDecimal("25.00", "pt-BR")).toBe("25,00");
    for (const locale of ["en", "fa", "pt-BR"])
      expect(parseTyped(typedDecimal("1234.50", locale))).toBe(1_234_500_000n);
  });
});
