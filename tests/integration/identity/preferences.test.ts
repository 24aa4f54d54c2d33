import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updatePreferences } from "@/lib/domain/identity/commands/update-preferences";
import { DEFAULT_PREFERENCES } from "@/lib/domain/identity/preferences";
import { getPreferences } from "@/lib/domain/identity/queries/preferences";
import { updatePreferencesSchema } from "@/lib/domain/identity/schema";
import { customerScope } from "@/lib/domain/kernel/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { createTestIdentity, newActor, newPerson, type TestIdentity } from "./identity-fixture";

let database: TestDatabase;
let deps: TestIdentity;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = createTestIdentity(database.db);
});
afterAll(async () => {
  await deps.passwords.close();
  await database.close();
});

const FORM = {
  calendar: "PERSIAN",
  digits: "LATIN",
  timeZone: "Asia/Tehran",
  displayCurrency: "TOMAN",
  theme: "DARK",
  density: "COMPACT",
  isSoundOn: "on",
  confirmAboveMicros: "2.50",
  lowBalanceMicros: "5",
};

describe("preferences", () => {
  it("has defaults until something is chosen, then what was chosen, for that person only", async () => {
    const actor = await newActor(deps, await newPerson(deps));
    const other = await newActor(deps, await newPerson(deps));
    expect(await getPreferences(deps, customerScope(actor))).toEqual(DEFAULT_PREFERENCES);
    const chosen = updatePreferencesSchema.parse(FORM);
    await updatePreferences(deps, actor, chosen);
    await updatePreferences(deps, actor, chosen);
    expect(await getPreferences(deps, customerScope(actor))).toEqual({
      calendar: "PERSIAN",
      digits: "LATIN",
      timeZone: "Asia/Tehran",
      displayCurrency: "TOMAN",
      theme: "DARK",
      density: "COMPACT",
      isSoundOn: true,
      isTitleOn: false,
      isAutoCopyOn: false,
      areShortcutsOn: false,
      confirmAboveMicros: 2_500_000n,
      areMoneyMailsOn: false,
      lowBalanceMicros: 5_000_000n,
    });
    expect(await getPreferences(deps, customerScope(other))).toEqual(DEFAULT_PREFERENCES);
  });

  it("refuses a zone that does not exist and an amount that is none", () => {
    const wrong = (change: object) => updatePreferencesSchema.safeParse({ ...FORM, ...change }).success;
    expect(wrong({ timeZone: "Mars/Olympus" })).toBe(false);
    expect(wrong({ displayCurrency: "EUR" })).toBe(false);
    expect(wrong({ confirmAboveMicros: "-1" })).toBe(false);
    expect(wrong({ confirmAboveMicros: "1e3" })).toBe(false);
    expect(wrong({ lowBalanceMicros: "NaN" })).toBe(false);
    expect(wrong({ calendar: "MAYAN" })).toBe(false);
    expect(updatePreferencesSchema.parse({ ...FORM, timeZone: "", confirmAboveMicros: "" })).toMatchObject({
      timeZone: null,
      confirmAboveMicros: null,
    });
  });
});
