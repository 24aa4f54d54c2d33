import { describe, expect, it } from "vitest";
import { formatPhone, readPhone } from "@/lib/format/phone";

describe("a phone number that a person types", () => {
  it.each([
    ["+55 (11) 98765-4321", "+5511987654321"],
    ["0055 11 98765 4321", "+5511987654321"],
    ["+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹", "+989123456789"],
    ["۰۰۹۸۹۱۲۳۴۵۶۷۸۹", "+989123456789"],
  ])("%s is %s", (typed, e164) => {
    expect(readPhone(typed)).toBe(e164);
  });

  it.each(["", "hello", "11 98765 4321", "+1 123", "+55 11 98765 4321 99999"])("%j is none", (typed) => {
    expect(readPhone(typed)).toBeNull();
  });

  it("is shown as people write it", () => {
    expect(formatPhone("+5511987654321")).toBe("+55 11 98765 4321");
  });
});
