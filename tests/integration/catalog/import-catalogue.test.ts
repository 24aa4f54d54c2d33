import { afterAll, beforeAll, expect, it } from "vitest";
import { importCatalogue } from "@/prisma/seed/import-catalogue";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { createTestIdentity } from "../identity/identity-fixture";

let database: TestDatabase;
let deps: ReturnType<typeof createTestIdentity>;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = createTestIdentity(database.db);
});
afterAll(() => database.close());

const onSale = () =>
  Promise.all([database.db.offer.count(), database.db.provider.count(), database.db.user.count()]);

it("fills an empty catalogue, puts nothing on offer, and adds nothing the second time, also at once", async () => {
  const [first, second] = await Promise.all([importCatalogue(deps), importCatalogue(deps)]);
  const added = [first, second].sort((a, b) => b.services - a.services);
  expect(added).toEqual([
    { services: 2_035, countries: 206, operators: expect.any(Number) },
    { services: 0, countries: 0, operators: 0 },
  ]);
  expect(added[0]?.operators).toBeGreaterThan(500);
  expect(await onSale()).toEqual([0, 0, 0]);
});

it("keeps what an admin changed, brings back what is missing, and with onlyIfEmpty leaves it alone", async () => {
  const { db } = database;
  await db.service.update({ where: { code: "wa" }, data: { name: "Green messenger", slug: "green" } });
  await db.service.delete({ where: { code: "aa" } });
  expect(await importCatalogue(deps, { onlyIfEmpty: true })).toMatchObject({ services: 0 });
  expect(await db.service.count({ where: { code: "aa" } })).toBe(0);
  expect(await importCatalogue(deps)).toEqual({ services: 1, countries: 0, operators: 0 });
  expect(await db.service.findUnique({ where: { code: "wa" } })).toMatchObject({ name: "Green messenger" });
});

it("one canonical country for each ISO code, and the protocol's number for each", async () => {
  const countries = await database.db.country.findMany({ where: { isCanonical: true } });
  expect(new Set(countries.map(({ iso2 }) => iso2)).size).toBe(countries.length);
  expect(countries.find(({ iso2 }) => iso2 === "BR")).toMatchObject({ legacyId: 73, fiveSimName: "brazil" });
});
