import { describe, expect, it } from "vitest";
import { boardRows } from "@/components/catalog/board-rows";
import type { OfferView } from "@/lib/domain/catalog/types";

const NAMES: Record<string, string> = { BR: "Brazil", ID: "Indonesia", US: "United States" };

function offer(slug: string, iso2: string): OfferView {
  return {
    offerId: `${slug}-${iso2}`,
    service: { slug, code: slug.slice(0, 2), name: slug },
    country: { iso2, name: NAMES[iso2] ?? iso2, phoneCode: "0", legacyId: 0 },
    price: "0.35",
    priceMicros: 350_000n,
    currency: "USD",
    stock: 5,
    providers: 1,
    successRate: null,
    sampleSize: 0,
    medianWaitSeconds: null,
    isSimulated: false,
  };
}

const OFFERS = [
  offer("whatsapp", "BR"),
  offer("telegram", "US"),
  offer("telegram", "BR"),
  offer("whatsapp", "ID"),
];

/** "whatsapp: BR ID" */
const drawn = (query: string, locale = "en") =>
  boardRows(OFFERS, query, locale).map(
    (row) => `${row.service.slug}: ${row.offers.map((each) => each.country.iso2).join(" ")}`,
  );

describe("boardRows", () => {
  it("keeps the order of services and gives each country one place in all rows", () => {
    expect(drawn("")).toEqual(["whatsapp: BR ID", "telegram: BR US"]);
  });

  it("finds services by name or code, with all their countries", () => {
    expect(drawn("  TELE ")).toEqual(["telegram: BR US"]);
    expect(drawn("wh")).toEqual(["whatsapp: BR ID"]);
  });

  it("finds countries in the reader's language, in English and by code", () => {
    expect(drawn("برزیل", "fa")).toEqual(["whatsapp: BR", "telegram: BR"]);
    expect(drawn("indonesia", "pt-BR")).toEqual(["whatsapp: ID"]);
  });

  it("answers an unknown search with nothing", () => {
    expect(drawn("carrier pigeon")).toEqual([]);
  });
});
