import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type Person, type World } from "../support/world";

let world: World;
let customer: Person;
let support: Person;

beforeAll(async () => {
  world = await openWorld();
  customer = await world.person();
  support = await world.person({ role: "SUPPORT" });
});

afterAll(() => world.close());

async function search(person: Person | null, q: string) {
  const answer = await world.app.request(`/api/portal/search?q=${encodeURIComponent(q)}`, {
    headers: person ? { cookie: person.cookie } : {},
  });
  return { status: answer.status, body: await answer.json() };
}

describe("the palette's search", () => {
  it("is for whoever is signed in", async () => {
    expect((await search(null, "x")).status).toBe(401);
    expect(await search(customer, "")).toMatchObject({
      status: 200,
      body: { rents: [], orders: [], users: [], entries: [] },
    });
  });

  it("finds people for staff only", async () => {
    const { username } = customer.actor;
    expect((await search(support, username)).body.users).toEqual([expect.objectContaining({ username })]);
    expect((await search(customer, username)).body.users).toEqual([]);
  });

  it("finds countries and services in any language, for staff only", async () => {
    const { db, ids } = world.deps;
    const country = { id: ids.uuid(), iso2: "BR", legacyId: 73, nameEn: "Brazil", phoneCode: "55" };
    await db.country.create({ data: country });
    const prices = { basePriceMicros: 350_000n, currentPriceMicros: 350_000n };
    const named = { code: "zq", slug: "zanqo", name: "Zanqo", aliases: ["زنقو"] };
    const service = await db.service.create({ data: { id: ids.uuid(), ...named, ...prices } });
    for (const q of ["برزیل", "Brasil", "brazil", "br"])
      expect((await search(support, q)).body.entries, q).toContainEqual(
        expect.objectContaining({ kind: "country", id: country.id, code: "BR" }),
      );
    for (const q of ["Zanqo", "زنقو", "zq"])
      expect((await search(support, q)).body.entries, q).toContainEqual(
        expect.objectContaining({ kind: "service", id: service.id }),
      );
    expect((await search(customer, "برزیل")).body.entries).toEqual([]);
  });

  it("answers anything that can be typed", async () => {
    for (const q of [
      "%",
      "' OR 1=1 --",
      "\u0000",
      "🙂",
      "00000000-0000-7000-8000-000000000000",
      "99999999999999999999",
    ]) {
      expect((await search(support, q)).status, q).toBe(200);
    }
  });
});
