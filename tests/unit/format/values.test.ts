import { describe, expect, it } from "vitest";
import { countryName } from "@/lib/format/country";
import { formatCountdown } from "@/lib/format/duration";
import { formatPhone } from "@/lib/format/phone";

describe("formatCountdown", () => {
  it.each([
    [0, "00:00"],
    [9, "00:09"],
    [72, "01:12"],
    [1_122, "18:42"],
    [3_600, "1:00:00"],
    [3_723.9, "1:02:03"],
    [-5, "00:00"],
  ])("%s seconds read %s", (seconds, expected) => {
    expect(formatCountdown(seconds)).toBe(expected);
  });
});

describe("formatPhone", () => {
  it.each([
    ["+5511987654321", "+55 11 98765 4321"],
    ["+12025550143", "+1 202 555 0143"],
    ["+447911123456", "+44 7911 123456"],
    ["+628123456789", "+62 812 3456 789"],
  ])("groups %s as %s", (e164, expected) => {
    expect(formatPhone(e164)).toBe(expected);
  });

  it("leaves alone what is no number", () => {
    expect(formatPhone("12345")).toBe("12345");
    expect(formatPhone("")).toBe("");
  });
});

describe("countryName", () => {
  it("speaks the reader's language", () => {
    expect(countryName("BR", "en", "Brazil")).toBe("Brazil");
    expect(countryName("br", "pt-BR", "Brazil")).toBe("Brasil");
    expect(countryName("BR", "fa", "Brazil")).toBe("برزیل");
  });

  it("falls back to the stored name", () => {
    expect(countryName("QQ", "en", "Somewhere")).toBe("Somewhere");
    expect(countryName("not a code", "en", "Somewhere")).toBe("Somewhere");
  });
});
