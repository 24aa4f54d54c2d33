import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { savePlan } from "@/lib/domain/vpn/commands/save-plan";
import { previewPlanShelf } from "@/lib/domain/vpn/queries/plan-shelf";
import { listPlans } from "@/lib/domain/vpn/queries/plans";
import { getStaffPlan } from "@/lib/domain/vpn/queries/staff-plans";
import { savePlanSchema } from "@/lib/domain/vpn/schema";
import type { Person } from "@/tests/support/world";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let admin: Person;

beforeAll(async () => {
  world = await openVpnWorld();
  admin = await world.person({ role: "ADMIN" });
  await world.server();
});
afterAll(() => world.close());

const FORM = {
  tier: "plus",
  name: "Plus",
  nameFa: "پلاس",
  namePt: "Plus",
  price: "5.00",
  priceToman: "",
  durationDays: 30,
  trafficGb: 60,
  maxDevices: 3,
  protocols: ["VLESS"],
  countryCodes: ["DE"],
  isTrial: false,
  isActive: true,
};

const save = (over: Partial<typeof FORM>, more: { planId?: string; leadsNowhere?: boolean } = {}) =>
  savePlan(
    world.deps,
    admin.actor,
    savePlanSchema.parse({ version: 1, plan: { ...FORM, ...over }, ...more }),
  );

describe("where a plan leads", () => {
  it("is checked before it goes on the shelf, and may be nowhere only knowingly", async () => {
    const refused = { reason: "plan_without_server", details: { field: "countryCodes" } };
    expect(await save({ countryCodes: ["DE", "US", "JP"] })).toMatchObject({
      ...refused,
      details: { found: "US, JP" },
    });
    expect(await save({ countryCodes: [], protocols: ["TROJAN"] })).toMatchObject({
      ...refused,
      details: { found: "none" },
    });
    const saved = await save({});
    if (!saved.ok) throw new Error(saved.reason);
    const { planId } = saved;
    expect(await save({ countryCodes: ["US"] }, { planId })).toMatchObject(refused);
    const known = await save({ countryCodes: ["US"] }, { planId, leadsNowhere: true });
    if (!known.ok) throw new Error(known.reason);
    expect(await getStaffPlan(world.deps, admin.actor, known.planId)).toMatchObject({
      places: 0,
      emptyCountries: ["US"],
    });
    expect(await previewPlanShelf(world.deps, admin.actor, known.planId)).toMatchObject({
      effect: { gap: { places: 0, emptyCountries: ["US"] } },
    });
    expect(await save({ countryCodes: ["US"], isActive: false })).toMatchObject({ ok: true });
  });

  it("is told to customers: there is none, all are off, all are full", async () => {
    await world.server({ countryCode: "FR", status: "MAINTENANCE" });
    await world.server({ countryCode: "IT", maxUsers: 5, currentUsers: 5 });
    const lackOf = async (countryCodes: string[]) => {
      const { id } = await world.plan({ countryCodes });
      const plan = (await listPlans(world.deps, "en")).find((one) => one.id === id);
      return [plan?.lack, plan?.openPlaces];
    };
    expect(await lackOf(["US"])).toEqual(["none", 0]);
    expect(await lackOf(["FR"])).toEqual(["off", 0]);
    expect(await lackOf(["IT", "FR"])).toEqual(["full", 0]);
    expect(await lackOf([])).toEqual([null, 1]);
  });
});
