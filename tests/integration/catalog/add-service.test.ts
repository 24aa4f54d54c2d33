import { afterAll, beforeAll, expect, it } from "vitest";
import { addService } from "@/lib/domain/catalog/commands/add-service";
import { addServiceSchema } from "@/lib/domain/catalog/edit-schema";
import { openWorld, type Person, type World } from "@/tests/support/world";

let world: World;
let admin: Person;

beforeAll(async () => {
  world = await openWorld();
  admin = await world.person({ role: "ADMIN" });
});
afterAll(() => world.close());

const TYPED = {
  name: "Bluesky",
  code: "bsk",
  slug: "bluesky",
  fiveSimName: "bluesky",
  category: "social",
  currentPrice: "۰٫۴۰",
};
const add = (typed: object = {}, who = admin) =>
  addService(world.deps, who.actor, addServiceSchema.parse({ ...TYPED, ...typed }));

it("stands at the end of the list with its price and its audit row, reviewed by who added it", async () => {
  const support = await world.person({ role: "SUPPORT" });
  expect(await add({}, support)).toEqual({ ok: false, reason: "forbidden" });
  const added = await add();
  if (!added.ok) throw new Error(added.reason);
  const service = await world.deps.db.service.findUniqueOrThrow({ where: { id: added.serviceId } });
  expect(service).toMatchObject({
    code: "bsk",
    currentPriceMicros: 400_000n,
    basePriceMicros: 400_000n,
    matchWords: ["bluesky"],
    isActive: true,
    isProhibited: false,
  });
  expect(service.policyReviewedAt).not.toBeNull();
  const audit = await world.deps.db.auditEvent.findFirstOrThrow({ where: { targetId: added.serviceId } });
  expect(audit).toMatchObject({
    action: "service.added",
    after: { code: "bsk", currentPriceMicros: "0.40" },
  });
  const next = await add({ code: "bs2", slug: "bluesky-2", fiveSimName: "" });
  if (!next.ok) throw new Error(next.reason);
  const second = await world.deps.db.service.findUniqueOrThrow({ where: { id: next.serviceId } });
  expect(second.sortOrder).toBeGreaterThan(service.sortOrder);
});

it("has its code and its names alone, also when two add it at once", async () => {
  const other = { code: "oth", slug: "other", fiveSimName: "other" };
  for (const field of ["code", "slug", "fiveSimName"] as const)
    expect(await add({ ...other, [field]: TYPED[field] })).toEqual({
      ok: false,
      reason: "value_taken",
      details: { field },
    });
  const both = await Promise.all([add({ ...other }), add({ ...other, code: "ot2", slug: "other-2" })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.deps.db.service.count({ where: { fiveSimName: "other" } })).toBe(1);
});

it.each([{ name: " " }, { code: "b s" }, { slug: "Blue_Sky" }, { category: "" }, { currentPrice: "0" }])(
  "is not added with %o",
  (change) => {
    const read = addServiceSchema.safeParse({ ...TYPED, ...change });
    expect(read.error?.issues.map(({ path }) => path)).toEqual([Object.keys(change)]);
  },
);
