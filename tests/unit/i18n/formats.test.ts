import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { formatsFor } from "@/lib/i18n/formats";
import table from "@/lib/i18n/messages/fa/table.json";
import type { Locale } from "@/lib/i18n/routing";

const EVENING = new Date("2026-11-21T20:45:00Z");

function formatter(locale: Locale, choice: Parameters<typeof formatsFor>[0], timeZone: string) {
  return createFormatter({ locale, timeZone, formats: formatsFor(choice, locale) });
}

describe("dates and counts as the person wants them", () => {
  it("Persian has its own calendar and digits by itself", () => {
    const format = formatter("fa", { calendar: "AUTO", digits: "AUTO" }, "Asia/Tehran");
    expect(format.dateTime(EVENING, "date")).toBe("۱ آذر ۱۴۰۵");
    expect(format.number(1234, "whole")).toBe("۱٬۲۳۴");
  });

  it("writes the unit of traffic in Persian words, in short elsewhere", () => {
    const auto = { calendar: "AUTO", digits: "AUTO" } as const;
    expect(formatter("fa", auto, "UTC").number(50, "gigabytes")).toBe("۵۰ گیگابایت");
    expect(formatter("fa", auto, "UTC").number(12, "megabytes")).toBe("۱۲ مگابایت");
    expect(formatter("en", auto, "UTC").number(50, "gigabytes")).toBe("50 GB");
  });

  it("takes the Gregorian calendar and Latin digits where they are chosen", () => {
    const format = formatter("fa", { calendar: "GREGORIAN", digits: "LATIN" }, "Asia/Tehran");
    expect(format.dateTime(EVENING, "date")).toContain("2026");
    expect(format.number(1234, "whole")).toBe("1,234");
  });

  it("takes the Persian calendar in any language", () => {
    const format = formatter("en", { calendar: "PERSIAN", digits: "AUTO" }, "Asia/Tehran");
    expect(format.dateTime(EVENING, "date")).toContain("1405");
  });

  it("names the zone of a moment only where it may not be the reader's", () => {
    const auto = { calendar: "AUTO", digits: "AUTO" } as const;
    const unknown = createFormatter({
      locale: "en",
      timeZone: "UTC",
      formats: formatsFor(auto, "en", { namesZone: true }),
    });
    expect(unknown.dateTime(EVENING, "short")).toBe("Nov 21, 20:45 UTC");
    expect(unknown.dateTime(EVENING, "long")).toBe("November 21, 2026 at 20:45 UTC");
    expect(unknown.dateTime(EVENING, "date")).toBe("November 21, 2026");
    expect(formatter("en", auto, "UTC").dateTime(EVENING, "short")).toBe("Nov 21, 20:45");
  });

  it("tells the time of the chosen zone", () => {
    expect(formatter("en", { calendar: "AUTO", digits: "AUTO" }, "UTC").dateTime(EVENING, "clock")).toBe(
      "20:45",
    );
    expect(
      formatter("en", { calendar: "AUTO", digits: "AUTO" }, "America/Sao_Paulo").dateTime(EVENING, "clock"),
    ).toBe("17:45");
  });

  it("writes the counts inside sentences with the chosen digits too", () => {
    const say = (digits: "AUTO" | "LATIN") =>
      createTranslator({
        locale: "fa",
        messages: { table },
        formats: formatsFor({ calendar: "AUTO", digits }),
      })("table.chosen", { count: 12 });
    expect(say("AUTO")).toContain("۱۲");
    expect(say("LATIN")).toContain("12");
  });

  it("writes shares, parts and years with them as well", () => {
    const latin = formatter("fa", { calendar: "AUTO", digits: "LATIN" }, "UTC");
    expect(latin.number(0.943, "share")).toBe("94%");
    expect(latin.number(0.5, "parts")).toBe("0.5");
    expect(latin.number(1405, "ungrouped")).toBe("1405");
    const persian = formatter("en", { calendar: "AUTO", digits: "PERSIAN" }, "UTC");
    expect(persian.number(0.943, "share")).toMatch(/^۹۴/);
    expect(formatter("pt-BR", { calendar: "AUTO", digits: "AUTO" }, "UTC").number(1, "share")).toBe("100%");
  });
});
