import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveEntry } from "@/lib/domain/catalog/commands/move-entry";
import { reviewPolicy } from "@/lib/domain/catalog/commands/review-policy";
import { saveOperator } from "@/lib/domain/catalog/commands/save-operator";
import { setIcon } from "@/lib/domain/catalog/commands/set-icon";
import { updateCountry } from "@/lib/domain/catalog/commands/update-country";
import { updateService } from "@/lib/domain/catalog/commands/update-service";
import { updateCountrySchema, updateServiceSchema } from "@/lib/domain/catalog/edit-schema";
import { listCatalogCountries } from "@/lib/domain/catalog/queries/list-catalog-countries";
import { listCatalogServices } from "@/lib/domain/catalog/queries/list-catalog-services";
import { listPictures } from "@/lib/domain/catalog/queries/list-pictures";
import { SERVICE_LIST } from "@/lib/table/definitions/services";
import { readTableState } from "@/lib/table/table-state";
import { openWorld, type Person, type World } from "@/tests/support/world";

let world: World;
let admin: Person;
let support: Person;
let countryId: string;

beforeAll(async () => {
  world = await openWorld();
  admin = await world.person({ role: "ADMIN" });
  support = await world.person({ role: "SUPPORT" });
  countryId = world.deps.ids.uuid();
  await world.deps.db.country.create({
    data: { id: countryId, iso2: "BR", legacyId: 73, nameEn: "Brazil", phoneCode: "55" },
  });
});
afterAll(() => world.close());

let made = 0;
async function newService(data: object = {}) {
  made += 1;
  const code = `s${made}`;
  const prices = { basePriceMicros: 350_000n, currentPriceMicros: 350_000n };
  return world.deps.db.service.create({
    data: {
      id: world.deps.ids.uuid(),
      code,
      slug: `service-${made}`,
      name: `Service ${made}`,
      ...prices,
      ...data,
    },
  });
}

function form(
  service: { id: string; version: number; code: string; slug: string; name: string },
  typed: object = {},
) {
  return updateServiceSchema.parse({
    id: service.id,
    version: String(service.version),
    name: service.name,
    code: service.code,
    slug: service.slug,
    category: "general",
    basePrice: "0.35",
    currentPrice: "0.35",
    isActive: "on",
    freeDailyLimit: "0",
    minVerificationLevel: "0",
    sortOrder: "0",
    ...typed,
  });
}

const auditOf = (targetId: string) =>
  world.deps.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: "asc" } });

describe("editing a service", () => {
  it("saves every field and records only what changed", async () => {
    const service = await newService();
    const typed = form(service, { aliases: "wa, واتساپ,wa", matchWords: "WhatsApp", currentPrice: "0.4" });
    expect(await updateService(world.deps, admin.actor, typed)).toEqual({ ok: true, version: 1 });
    expect(await world.deps.db.service.findUniqueOrThrow({ where: { id: service.id } })).toMatchObject({
      aliases: ["wa", "واتساپ"],
      matchWords: ["whatsapp"],
      currentPriceMicros: 400_000n,
      version: 1,
      policyReviewedAt: null,
    });
    const [event] = await auditOf(service.id);
    expect(event).toMatchObject({
      action: "service.updated",
      actorId: admin.actor.userId,
      before: { aliases: [], matchWords: [], currentPriceMicros: "0.35" },
      after: { aliases: ["wa", "واتساپ"], matchWords: ["whatsapp"], currentPriceMicros: "0.40" },
    });
  });

  it("tells the second of two admins what stands now", async () => {
    const service = await newService();
    await updateService(world.deps, admin.actor, form(service, { name: "First" }));
    const second = await updateService(world.deps, admin.actor, form(service, { name: "Second" }));
    expect(second).toEqual({
      ok: false,
      reason: "changed_meanwhile",
      details: { version: 1, "now:name": "First" },
    });
  });

  it("refuses a code or a name that another has", async () => {
    const [first, service] = [await newService({ fiveSimName: "first" }), await newService()];
    const save = (typed: object) => updateService(world.deps, admin.actor, form(service, typed));
    for (const [field, value] of [
      ["code", first.code],
      ["slug", first.slug],
      ["fiveSimName", "first"],
    ] as const)
      expect(await save({ [field]: value })).toEqual({
        ok: false,
        reason: "value_taken",
        details: { field },
      });
    // Names that were shared before do not stand in the way of another change.
    await world.deps.db.service.update({ where: { id: service.id }, data: { fiveSimName: "first" } });
    expect(await save({ fiveSimName: "first", name: "Renamed" })).toMatchObject({ ok: true });
  });

  it.each([
    ["a price of zero", { currentPrice: "0" }],
    ["a price below zero", { basePrice: "-1" }],
    ["a price that is no number", { basePrice: "1e3" }],
    ["a prohibition without a reason", { isProhibited: "on", prohibitedReason: " " }],
    ["a level that there is not", { minVerificationLevel: "7" }],
    ["a code with a space", { code: "w a" }],
    ["an empty place in the list", { sortOrder: "" }],
    ["a part of a free rent", { freeDailyLimit: "1.5" }],
  ])("takes no %s", async (_, typed) => {
    const service = await newService();
    expect(() => form(service, typed)).toThrow();
  });

  it("reads numbers in the digits of any of the languages", async () => {
    expect(form(await newService(), { freeDailyLimit: "۲", sortOrder: " -۱۲ " })).toMatchObject({
      freeDailyLimit: 2,
      sortOrder: -12,
    });
  });

  it("is not for support", async () => {
    const service = await newService();
    const { actor } = support;
    const id = service.id;
    const answers = [
      await updateService(world.deps, actor, form(service, { name: "Mine" })),
      await reviewPolicy(world.deps, actor, { id, version: 0, decision: "allow" }),
      await moveEntry(world.deps, actor, "service", { id, direction: "up" }),
      await setIcon(world.deps, actor, { id, version: 0, target: "service" }, null),
      await saveOperator(world.deps, actor, { countryId, code: "vivo", name: "Vivo" }),
    ];
    expect(answers).toEqual(answers.map(() => ({ ok: false, reason: "forbidden" })));
    expect(await auditOf(id)).toEqual([]);
    expect((await listCatalogServices(world.deps, actor, readTableState(SERVICE_LIST, {}))).ok).toBe(true);
  });
});

describe("the review of what a rule prohibited", () => {
  it("takes a service off the list, confirmed or allowed", async () => {
    const policy = { isProhibited: true, prohibitedReason: "Banks are not served." };
    const [kept, freed] = [await newService(policy), await newService(policy)];
    const asked = readTableState(SERVICE_LIST, { policy: "review" });
    const before = await listCatalogServices(world.deps, support.actor, asked);
    expect(before.ok && before.page.rows.map((row) => row.id).sort()).toEqual([kept.id, freed.id].sort());
    await reviewPolicy(world.deps, admin.actor, { id: kept.id, version: 0, decision: "confirm" });
    await reviewPolicy(world.deps, admin.actor, { id: freed.id, version: 0, decision: "allow" });
    const after = await listCatalogServices(world.deps, support.actor, asked);
    expect(after.ok && after.toReview).toBe(0);
    const rows = await world.deps.db.service.findMany({ where: { id: { in: [kept.id, freed.id] } } });
    expect(rows.find((row) => row.id === kept.id)).toMatchObject({ isProhibited: true });
    expect(rows.find((row) => row.id === freed.id)).toMatchObject({
      isProhibited: false,
      prohibitedReason: null,
    });
  });
});

describe("the order of services", () => {
  it("changes by one place, and not beyond the ends", async () => {
    await world.deps.db.service.deleteMany();
    const [a, b, c] = [await newService(), await newService(), await newService()];
    const order = async () => {
      const list = await listCatalogServices(world.deps, admin.actor, readTableState(SERVICE_LIST, {}));
      return list.ok ? list.page.rows.map((row) => row.id) : [];
    };
    await moveEntry(world.deps, admin.actor, "service", { id: c.id, direction: "up" });
    expect(await order()).toEqual([a.id, c.id, b.id]);
    await moveEntry(world.deps, admin.actor, "service", { id: a.id, direction: "up" });
    expect(await order()).toEqual([a.id, c.id, b.id]);
    expect(
      await moveEntry(world.deps, admin.actor, "service", { id: countryId, direction: "up" }),
    ).toMatchObject({
      reason: "not_found",
    });
  });
});

describe("an icon", () => {
  it("is stored, served so that nothing in it runs, and taken away", async () => {
    const service = await newService();
    const file = new TextEncoder().encode('<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>');
    const target = { id: service.id, target: "service" } as const;
    expect(await setIcon(world.deps, admin.actor, { ...target, version: 0 }, file)).toEqual({ ok: true });
    const answer = await world.app.request(`/api/icons/services/${service.id}?v=1`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/svg+xml");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const ahead = await world.app.request(`/api/icons/services/${service.id}?v=2`);
    expect(ahead.headers.get("cache-control")).toBe("no-cache");
    expect(await listPictures(world.deps)).toContainEqual({
      kind: "services",
      key: service.slug,
      id: service.id,
      version: 1,
    });
    expect(await answer.text()).toContain("<path");
    expect(await setIcon(world.deps, admin.actor, { ...target, version: 0 }, null)).toMatchObject({
      reason: "changed_meanwhile",
    });
    expect(await setIcon(world.deps, admin.actor, { ...target, version: 1 }, null)).toEqual({ ok: true });
    expect((await world.app.request(`/api/icons/services/${service.id}`)).status).toBe(404);
    expect(await listPictures(world.deps)).toEqual([]);
  });

  it("that is a script is refused and nothing is stored", async () => {
    const service = await newService();
    const file = new TextEncoder().encode("<svg><script>1</script></svg>");
    const asked = { id: service.id, version: 0, target: "service" } as const;
    expect(await setIcon(world.deps, admin.actor, asked, file)).toMatchObject({ reason: "icon_unsafe" });
    expect(await auditOf(service.id)).toEqual([]);
  });
});

describe("editing a country", () => {
  const typed = (version: number, other: object = {}) =>
    updateCountrySchema.parse({
      id: countryId,
      version,
      nameEn: "Brazil",
      nameFa: "",
      namePtBr: "Brasil",
      iso2: "br",
      legacyId: "73",
      isCanonical: "on",
      phoneCode: "55",
      isActive: "on",
      sortOrder: "0",
      ...other,
    });

  it.each(["XY", "ZZ", "UK", "B", "B1"])("takes no code of no country: %s", (iso2) => {
    expect(() => typed(0, { iso2 })).toThrow();
  });

  it("refuses the 5sim name of another country, not that of its own other rows", async () => {
    const { db, ids } = world.deps;
    const names = { fiveSimName: "argentina", phoneCode: "54", nameEn: "Argentina" };
    await db.country.create({ data: { id: ids.uuid(), iso2: "AR", legacyId: 39, ...names } });
    const taken = await updateCountry(world.deps, admin.actor, typed(0, { fiveSimName: "argentina" }));
    expect(taken).toEqual({ ok: false, reason: "value_taken", details: { field: "fiveSimName" } });
    const own = { iso2: "BR", legacyId: 174, isCanonical: false, fiveSimName: "brazil" };
    await db.country.create({ data: { id: ids.uuid(), phoneCode: "55", nameEn: "Brazil 3", ...own } });
    const shared = await updateCountry(world.deps, admin.actor, typed(0, { fiveSimName: "brazil" }));
    expect(shared).toMatchObject({ ok: true });
    await db.country.update({ where: { id: countryId }, data: { version: 0 } });
  });

  it("refuses a number that another has, and a second one shown in the shop", async () => {
    const other = { iso2: "BR", legacyId: 173, nameEn: "Brazil 2", phoneCode: "55", isCanonical: true };
    await world.deps.db.country.create({ data: { id: world.deps.ids.uuid(), ...other } });
    const number = await updateCountry(world.deps, admin.actor, typed(0, { legacyId: "173" }));
    expect(number).toEqual({ ok: false, reason: "value_taken", details: { field: "legacyId" } });
    const shown = await updateCountry(world.deps, admin.actor, typed(0));
    expect(shown).toEqual({ ok: false, reason: "value_taken", details: { field: "isCanonical" } });
    const saved = await updateCountry(world.deps, admin.actor, typed(0, { isCanonical: undefined }));
    expect(saved).toEqual({ ok: true, version: 1 });
    expect(await updateCountry(world.deps, support.actor, typed(1))).toMatchObject({ reason: "forbidden" });
    const list = await listCatalogCountries(world.deps, support.actor, {
      page: 1,
      pageSize: 25,
      sort: "name",
      direction: "asc",
      search: "brasil",
      filters: {},
    });
    expect(list.ok && list.page.rows.map((row) => row.legacyId)).toEqual([73]);
  });

  it("adds and renames an operator; one code stands once", async () => {
    const added = await saveOperator(world.deps, admin.actor, { countryId, code: "vivo", name: "Vivo" });
    expect(added.ok).toBe(true);
    const again = await saveOperator(world.deps, admin.actor, { countryId, code: "vivo", name: "Other" });
    expect(again).toEqual({ ok: false, reason: "value_taken", details: { field: "code" } });
    const id = added.ok ? added.operatorId : "";
    await saveOperator(world.deps, admin.actor, { countryId, id, code: "vivo", name: "Vivo BR" });
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(["operator.added", "operator.updated"]);
  });
});
