import { describe, expect, it } from "vitest";
import { latinDigits, plainSearch } from "@/lib/domain/kernel/latin-digits";

describe("digits of other scripts", () => {
  it("become Latin ones and nothing else changes", () => {
    expect(latinDigits("۱۴۰۵/۸/۳۰")).toBe("1405/8/30");
    expect(latinDigits("٠١٢٣٤٥٦٧٨٩ و ۰۱۲۳۴۵۶۷۸۹")).toBe("0123456789 و 0123456789");
  });

  it("become Latin in a search for a number, not in a name", () => {
    expect(plainSearch("#۱۰۵۳۹۵")).toBe("#105395");
    expect(plainSearch("+۵۵ (۱۱) ۹۸۷۶۵-۴۳۲۱")).toBe("+55 (11) 98765-4321");
    expect(plainSearch("علی۱۲")).toBe("علی۱۲");
  });
});
