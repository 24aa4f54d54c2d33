import { afterAll, beforeAll, expect, it } from "vitest";
import { setSetting } from "@/lib/domain/settings/commands/set-setting";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings/defaults";
import { countUnwrittenTexts, getSetting } from "@/lib/domain/settings/queries";
import { SETTINGS } from "@/lib/domain/settings/schema";
import { openWorld, type Person, type World } from "@/tests/support/world";

let world: World;
let admin: Person;

beforeAll(async () => {
  world = await openWorld();
  admin = await world.person({ role: "ADMIN" });
});
afterAll(() => world.close());

const limits = DEFAULT_SETTINGS["billing.limits"];

it("tells the second of two admins what the first one stored, field by field", async () => {
  const { seenAt, ...first } = {
    key: "billing.limits" as const,
    value: { ...limits, topUpPerDay: ["50", "1000", "5000", "50000"] as typeof limits.topUpPerDay },
    seenAt: null,
  };
  expect(await setSetting(world.deps, admin.actor, { ...first, seenAt })).toMatchObject({ ok: true });
  const second = { ...first, value: { ...limits, withdrawalMinimum: "20" }, seenAt };
  expect(await setSetting(world.deps, admin.actor, second)).toEqual({
    ok: false,
    reason: "changed_meanwhile",
    details: { "now:topUpPerDay.0": "50", "now:withdrawalMinimum": "10" },
  });
  expect((await getSetting(world.deps, "billing.limits")).value).toEqual(first.value);
});

it("is for administrators", async () => {
  const support = await world.person({ role: "SUPPORT" });
  const change = { key: "brand", value: { name: "Mine", supportEmail: "" }, seenAt: null } as const;
  expect(await setSetting(world.deps, support.actor, change)).toEqual({ ok: false, reason: "forbidden" });
});

it("counts the legal texts that nobody wrote in any language", async () => {
  expect(await countUnwrittenTexts(world.deps)).toBe(4);
  const value = { en: " ", fa: "متن", "pt-BR": "" };
  await setSetting(world.deps, admin.actor, { key: "legal.imprint", value, seenAt: null });
  expect(await countUnwrittenTexts(world.deps)).toBe(3);
});

it.each([
  ["0", "0"],
  ["0.00", ""],
  ["-1", "1.5"],
  ["abc", "-1"],
])("a dollar is never worth nothing: %s reais or %s toman", (brl, toman) => {
  for (const rates of [{ brl, toman: "" }, ...(toman === "" ? [] : [{ brl: "", toman }])])
    expect(SETTINGS["billing.rates"].safeParse(rates).success).toBe(false);
});

it("amounts are stored in Latin digits, whatever digits they were typed in", () => {
  expect(SETTINGS["billing.rates"].parse({ brl: "۵٫۴۰", toman: "۱۱۲۰۰۰" })).toEqual({
    brl: "5.40",
    toman: "112000",
  });
  const typed = { ...limits, withdrawalMinimum: "۲۰", btcConfirmations: "۳" };
  expect(SETTINGS["billing.limits"].parse(typed)).toMatchObject({
    withdrawalMinimum: "20",
    btcConfirmations: 3,
  });
});
