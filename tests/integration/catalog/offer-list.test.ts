import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOffers } from "@/lib/domain/catalog/queries/list-offers";
import { OFFER_LIST } from "@/lib/table/definitions/offers";
import { readTableState } from "@/lib/table/table-state";
import type { Person } from "@/tests/support/world";
import { COUNTRIES, openPricedWorld, type PricedWorld } from "./priced-world";

let world: PricedWorld;
let support: Person;

beforeAll(async () => {
  world = await openPricedWorld();
  support = await world.person({ role: "SUPPORT" });
});
afterAll(() => world.close());

const list = async (asked: Record<string, string>) => {
  const answer = await listOffers(world.deps, support.actor, readTableState(OFFER_LIST, asked));
  return answer.ok ? answer.page : null;
};
const first = () => world.offers[0] ?? "";
const last = () => world.offers.at(-1) ?? "";

describe("the list of offers", () => {
  it("filters and sorts by what is computed", async () => {
    await world.deps.db.offer.update({ where: { id: first() }, data: { currentPriceMicros: 190_000n } });
    expect((await list({ margin: "loss" }))?.rows.map((row) => row.id)).toEqual([first()]);
    expect((await list({ stock: "none" }))?.rows.map((row) => row.id)).toEqual([last()]);
    expect((await list({ sort: "margin" }))?.rows[0]?.id).toBe(first());
    expect((await list({ sort: "-country", service: "wa" }))?.rows[0]?.id).toBe(last());
    expect((await list({ country: "Country 3" }))?.total).toBe(1);
    expect((await list({ service: "nothing" }))?.rows).toEqual([]);
    expect((await list({ page: "99" }))?.rows).toHaveLength(COUNTRIES);
  });

  it("takes a code for just that country or service, and other words for a part of the name", async () => {
    const { db } = world.deps;
    await db.country.updateMany({ where: { iso2: "AB" }, data: { nameEn: "Aaland" } });
    expect((await list({ country: "aa" }))?.rows.map((row) => row.country.iso2)).toEqual(["AA"]);
    expect((await list({ country: "aal" }))?.rows.map((row) => row.country.iso2)).toEqual(["AB"]);
    expect((await list({ country: "2", service: "WA" }))?.rows.map((row) => row.country.iso2)).toEqual([
      "AC",
    ]);
    expect((await list({ country: "zz" }))?.rows).toEqual([]);
  });
});
