import { expect, it } from "vitest";
import { raceLateSms } from "../integration/numbers/late-sms-race";
import { expectSound, openShop } from "../integration/numbers/numbers-fixture";
import { createTestDatabase } from "../support/database";

it("late SMS against refund, 1,000 races: each order ends captured or released, never both", async () => {
  const database = await createTestDatabase();
  try {
    const shop = await openShop(database.db, { ownNumbers: 1_000 });
    const { captured, released } = await raceLateSms(shop, 1_000);
    expect(captured + released).toBe(1_000);
    expect(Math.min(captured, released)).toBeGreaterThan(0);
    await expectSound(shop);
  } finally {
    await database.close();
  }
});
