import { describe, expect, it } from "vitest";
import { planOfForm } from "@/lib/domain/vpn/plan-form";
import { savePlanSchema } from "@/lib/domain/vpn/schema";

const form = {
  version: "3",
  tier: "plus",
  name: "Plus",
  nameFa: "پلاس",
  namePt: "Plus",
  price: "4.50",
  priceToman: "",
  durationDays: "30",
  trafficGb: "50",
  maxDevices: "3",
  features: " Every location \r\n\n Three devices",
  VLESS: "on",
  WIREGUARD: "on",
  countryCodes: "de, nl،fr",
  isActive: "on",
  sort: "",
};

describe("the form of a plan", () => {
  it("says what its fields say", () => {
    const { planId, version, plan } = savePlanSchema.parse(planOfForm(form));
    expect({ planId, version }).toEqual({ planId: undefined, version: 3 });
    expect(plan).toMatchObject({
      price: 4_500_000n,
      priceToman: null,
      trafficGb: 50,
      features: ["Every location", "Three devices"],
      featuresFa: [],
      protocols: ["VLESS", "WIREGUARD"],
      countryCodes: ["DE", "NL", "FR"],
      isTrial: false,
      isActive: true,
      sort: 0,
    });
  });

  it("takes no traffic as unlimited, and a price where it is a trial as a mistake", () => {
    expect(savePlanSchema.parse(planOfForm({ ...form, trafficGb: " " })).plan.trafficGb).toBeNull();
    const wrong = savePlanSchema.safeParse(planOfForm({ ...form, isTrial: "on" }));
    expect(wrong.error?.issues.map(({ path }) => path.at(-1))).toEqual(["price"]);
    expect(savePlanSchema.safeParse(planOfForm({ ...form, trafficGb: "0" })).success).toBe(false);
    const { VLESS: _, WIREGUARD: __, ...bare } = form;
    const none = savePlanSchema.safeParse(planOfForm(bare));
    expect(none.error?.issues.map(({ path }) => path.at(-1))).toEqual(["protocols"]);
  });
});
