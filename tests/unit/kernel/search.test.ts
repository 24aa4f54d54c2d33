import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeForSearch, searchThings } from "@/lib/domain/kernel/search";

const SERVICES = [
  { name: "Telegram", code: "tg", aliases: ["تلگرام"] },
  { name: "WhatsApp", code: "wa", aliases: ["واتساپ", "zap"] },
  { name: "Walmart", code: "wr", aliases: [] },
  { name: "Google, YouTube, Gmail", code: "go", aliases: ["گوگل"] },
  { name: "Instagram", code: "ig", aliases: ["insta", "اینستاگرام"] },
  { name: "99app", code: "ki", aliases: ["noventa e nove"] },
];
const first = (typed: string) => searchThings(SERVICES, typed)[0]?.name;

describe("looking for a service", () => {
  it("finds it by code, name, part of a name and other spellings in any language", () => {
    expect(first("wa")).toBe("WhatsApp");
    expect(first("whats app")).toBe("WhatsApp");
    expect(first("واتساپ")).toBe("WhatsApp");
    expect(first("واتس اپ")).toBe("WhatsApp");
    expect(first("gmail")).toBe("Google, YouTube, Gmail");
    expect(first("wal")).toBe("Walmart");
    expect(first("INSTA")).toBe("Instagram");
    expect(first("instgrm"), "letters left out").toBe("Instagram");
    expect(first("۹۹")).toBe("99app");
    expect(first("zzz")).toBeUndefined();
  });

  it("takes Arabic letters for the Persian ones, and accents for nothing", () => {
    expect(normalizeForSearch("كيف")).toBe(normalizeForSearch("کیف"));
    expect(normalizeForSearch("São Paulo")).toBe("saopaulo");
    expect(normalizeForSearch("٤۵6")).toBe("456");
  });

  it("shows everything in the given order when nothing is typed", () => {
    expect(searchThings(SERVICES, "  ")).toEqual(SERVICES);
  });

  it("finds everything by its own name and code, and never invents anything", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SERVICES), fc.string(), (service, noise) => {
        expect(searchThings(SERVICES, service.name)[0]).toBe(service);
        expect(searchThings(SERVICES, service.code)[0]).toBe(service);
        for (const found of searchThings(SERVICES, noise)) expect(SERVICES).toContain(found);
      }),
    );
  });

  it("normalizes what is normal to itself", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normalizeForSearch(text);
        expect(normalizeForSearch(once)).toBe(once);
      }),
    );
  });
});
