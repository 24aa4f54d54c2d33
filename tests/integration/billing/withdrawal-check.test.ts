import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkWithdrawal } from "@/lib/domain/billing/queries/check-withdrawal";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { openWorld, type World } from "../../support/world";

const BTC = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";

let world: World;
let customer: UserActor;

beforeAll(async () => {
  world = await openWorld();
  customer = (await world.person({ usd: 1000 })).actor;
});
afterAll(() => world.close());

describe("before it is confirmed", () => {
  it.each([
    ["0", BTC, "amount_invalid", null],
    ["5.123", BTC, "amount_too_fine", null],
    ["0.01", "bc1qnowhere", "amount_too_small", "destination_invalid"],
    ["1000.01", "", "insufficient_funds", "destination_invalid"],
    ["50", "bc1qnowhere", null, "destination_invalid"],
    ["50", BTC, null, null],
  ])("%s to %s: all that is wrong is told at once", async (amount, destination, ofAmount, ofDestination) => {
    const problems = await checkWithdrawal(world.deps, customer, { method: "BTC", amount, destination });
    expect([problems.amount?.reason ?? null, problems.destination?.reason ?? null]).toEqual([
      ofAmount,
      ofDestination,
    ]);
  });
});
