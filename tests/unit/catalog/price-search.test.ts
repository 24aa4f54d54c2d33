import { describe, expect, it } from "vitest";
import { type PriceQuestion, searchPrices, searchProhibited } from "@/lib/domain/catalog/price-search";
import { priceList, priceRow } from "./price-rows";

const LIST = priceList(
  [
    priceRow("whatsapp", "BR", { priceMicros: 300_000n, sampleSize: 40, successRate: 0.9, popularity: 90 }),
    priceRow("whatsapp", "KW", { priceMicros: 900_000n, stock: 0, band: "none", popularity: 90 }),
    priceRow("telegram", "BR", { priceMicros: 200_000n, sampleSize: 60, successRate: 0.5, popularity: 60 }),
    priceRow("telegram", "IR", { priceMicros: 100_000n, popularity: 60 }),
    priceRow("wallapop", "US", { priceMicros: 400_000n, popularity: 500 }),
  ],
  [
    {
      slug: "bank",
      name: "Some Bank",
      code: "sb",
      aliases: [],
      category: "bank",
      reason: "Banks are not sold.",
    },
  ],
);

function found(search: string, change: Partial<PriceQuestion> = {}): string[] {
  const question = { search, isAvailable: false, sort: "orders", direction: "desc", ...change } as const;
  return searchPrices(LIST, question, "en", (row) => row.country.name).map((row) => row.offerId);
}

describe("searching prices", () => {
  it("puts a service that is meant by its code first, and knows short words only from their start", () => {
    expect(found("wa")).toEqual(["whatsapp-BR", "whatsapp-KW", "wallapop-US"]);
  });

  it("knows names, aliases and countries in every language, with alike letters", () => {
    expect(found("واتساپ")).toEqual(["whatsapp-BR", "whatsapp-KW"]);
    expect(found("تلگرام برزيل")).toEqual(["telegram-BR"]);
    expect(found("BRASIL whatsapp")).toEqual(["whatsapp-BR"]);
    expect(found("irã")).toEqual(["telegram-IR"]);
  });

  it("needs each word to mean something", () => {
    expect(found("whatsapp nowhere")).toEqual([]);
    expect(found("carrier pigeon")).toEqual([]);
  });

  it("leaves out what cannot be had when asked", () => {
    expect(found("whatsapp", { isAvailable: true })).toEqual(["whatsapp-BR"]);
  });

  it("asked again it answers alike, and orders countries by what the asker calls them", () => {
    const ask = (change: Partial<PriceQuestion>) => found("", change);
    expect(ask({})).toEqual(ask({}));
    expect(ask({ isAvailable: true })).not.toContain("whatsapp-KW");
    expect(ask({ isAvailable: false })).toContain("whatsapp-KW");
    const byCountry = (nameOf: Parameters<typeof searchPrices>[3]) =>
      searchPrices(
        LIST,
        { search: "", isAvailable: false, sort: "country", direction: "asc" },
        "en",
        nameOf,
      )[0]?.offerId;
    expect(byCountry((row) => row.country.name)).toBe("whatsapp-BR");
    expect(byCountry((row) => (row.country.iso2 === "US" ? "America" : row.country.name))).toBe(
      "wallapop-US",
    );
  });

  it("sorts by price either way, and keeps the unknown last either way", () => {
    expect(found("", { sort: "price", direction: "asc" })[0]).toBe("telegram-IR");
    expect(found("", { sort: "price", direction: "desc" })[0]).toBe("whatsapp-KW");
    expect(found("", { sort: "rate", direction: "asc" }).slice(0, 2)).toEqual(["telegram-BR", "whatsapp-BR"]);
    expect(found("", { sort: "rate", direction: "desc" }).slice(0, 2)).toEqual([
      "whatsapp-BR",
      "telegram-BR",
    ]);
  });

  it("says why something is not sold, to whoever looks for it", () => {
    expect(searchProhibited(LIST, "bank").map(({ slug }) => slug)).toEqual(["bank"]);
    expect(searchProhibited(LIST, "")).toEqual([]);
  });

  it("says nothing of what is not sold when a word is the code of what is", () => {
    const words = LIST.serviceWords.get("whatsapp");
    if (!words) throw new Error("the list knows WhatsApp");
    const wallet = { ...LIST, serviceWords: new Map(LIST.serviceWords).set("bank", words) };
    expect(searchProhibited(wallet, "whatsapp")).toEqual([]);
    expect(searchProhibited(wallet, "whats").map(({ slug }) => slug)).toEqual(["bank"]);
  });

  it("takes the second word of an offer for its country, and alone for whatever begins with it", () => {
    const words = LIST.serviceWords.get("bank");
    if (!words) throw new Error("the list knows the bank");
    const bradesco = {
      ...LIST,
      serviceWords: new Map(LIST.serviceWords).set("bank", { ...words, names: ["bradesco"] }),
    };
    expect(searchProhibited(bradesco, "whatsapp bra")).toEqual([]);
    expect(searchProhibited(bradesco, "bra").map(({ slug }) => slug)).toEqual(["bank"]);
    expect(searchProhibited(bradesco, "whatsapp bradesco").map(({ slug }) => slug)).toEqual(["bank"]);
  });
});
