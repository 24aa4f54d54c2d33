import { describe, expect, it } from "vitest";
import {
  expectedCost,
  isAbove,
  type RentOffer,
  sortOffers,
  withinPrice,
} from "@/components/numbers/rent-offer";

function offer(name: string, more: Partial<RentOffer> = {}): RentOffer {
  return {
    offerId: name,
    service: { slug: "whatsapp", name: "WhatsApp" },
    country: { iso2: "BR", name, phoneCode: "55" },
    price: "0.30",
    operator: null,
    currency: "USD",
    stock: 10,
    band: "few",
    successRate: null,
    sampleSize: 0,
    medianWaitSeconds: null,
    isSimulated: false,
    ...more,
  };
}

const names = (offers: RentOffer[]) => offers.map(({ country }) => country.name);

describe("best value", () => {
  it("is the price over the rate at which codes come", () => {
    const cheap = offer("cheap", { price: "0.20", successRate: 0.3, sampleSize: 1000 });
    const sure = offer("sure", { price: "0.30", successRate: 0.95, sampleSize: 1000 });
    expect(names(sortOffers([cheap, sure], "value"))).toEqual(["sure", "cheap"]);
  });

  it("does not believe five of five as it believes nine hundred of a thousand", () => {
    const lucky = offer("lucky", { successRate: 1, sampleSize: 5 });
    const proven = offer("proven", { successRate: 0.9, sampleSize: 1000 });
    expect(names(sortOffers([lucky, proven], "value"))).toEqual(["proven", "lucky"]);
  });

  it("comes to what was seen as the orders grow", () => {
    const costs = [0, 5, 50, 5_000].map((sampleSize) =>
      expectedCost(offer("x", { price: "0.50", successRate: sampleSize === 0 ? null : 1, sampleSize })),
    );
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(costs[0]).toBeCloseTo(500_000 / 0.7);
    expect(costs[3]).toBeCloseTo(500_000, -4);
  });

  it("of a place where no code ever came is dear, and finite", () => {
    const never = offer("never", { price: "0.01", successRate: 0, sampleSize: 10_000 });
    expect(expectedCost(never)).toBeGreaterThan(expectedCost(offer("usual")));
    expect(Number.isFinite(expectedCost(never))).toBe(true);
  });
});

describe("the order of the rows", () => {
  it("puts what has no stock last, whatever it costs", () => {
    const gone = offer("gone", { price: "0.01", stock: 0, band: "none" });
    expect(names(sortOffers([gone, offer("here")], "price"))).toEqual(["here", "gone"]);
  });

  it("puts an unknown wait after every known one, and the name decides between equals", () => {
    const rows = [offer("b"), offer("a"), offer("slow", { medianWaitSeconds: 400 })];
    expect(names(sortOffers(rows, "speed"))).toEqual(["slow", "a", "b"]);
  });
});

it("compares prices as amounts, not as text", () => {
  const rows = [offer("two", { price: "2" }), offer("ten", { price: "10.00" })];
  expect(names(withinPrice(rows, "9"))).toEqual(["two"]);
  expect(names(withinPrice(rows, null))).toEqual(["two", "ten"]);
  expect(isAbove("10.000001", "10")).toBe(true);
  expect(isAbove("10", "10")).toBe(false);
  expect(isAbove("10", null)).toBe(false);
});
