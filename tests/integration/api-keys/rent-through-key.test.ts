import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { customerScope } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import type { RentVia } from "@/lib/domain/numbers/types";
import { createProject } from "@/lib/domain/projects/commands/create-project";
import { listProjects } from "@/lib/domain/projects/queries/own-projects";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import {
  addNumbers,
  expectSound,
  newCustomer,
  openShop,
  PRICE,
  pass,
  rentInput,
  type Shop,
} from "../numbers/numbers-fixture";

let database: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db);
});
afterAll(async () => {
  await expectSound(shop);
  await database.close();
});

const ANY: RentVia = { projectId: null, areaCode: null, maxPriceMicros: null, priceLimits: new Map() };

async function projectOf(actor: UserActor, monthlyLimitMicros: bigint) {
  const made = await createProject(shop.deps, actor, {
    userId: actor.userId,
    name: "Shop",
    monthlyLimitMicros,
  });
  if (!made.ok) throw new Error(made.reason);
  const key = await createKey(shop.deps, actor, {
    userId: actor.userId,
    name: "Robot",
    mode: "LIVE",
    scopes: ["numbers:write"],
    projectId: made.projectId,
  });
  if (!key.ok) throw new Error(key.reason);
  return { projectId: made.projectId, actor: { ...actor, apiKeyId: key.keyId } };
}

describe("a rent through a key", () => {
  it("never pays more than the key may, for the service before all services", async () => {
    await addNumbers(shop, 1);
    const actor = await newCustomer(shop);
    const refused = { ok: false, reason: "key_price_limit" };
    const below = PRICE - 1n;
    const service = shop.services.wa ?? "";
    const rent = (via: Partial<RentVia>) => rentNumber(shop.deps, actor, rentInput(), { ...ANY, ...via });
    expect(await rent({ maxPriceMicros: below })).toMatchObject(refused);
    expect(await rent({ priceLimits: new Map([[service, below]]) })).toMatchObject(refused);
    const own = { maxPriceMicros: below, priceLimits: new Map([[service, PRICE]]) };
    expect(await rent(own)).toMatchObject({ ok: true });
  });

  it("stops at the project's monthly limit, also when many come at once", async () => {
    await addNumbers(shop, 8);
    const { projectId, actor } = await projectOf(await newCustomer(shop, 100_000_000n), PRICE * 3n);
    const via = { ...ANY, projectId };
    const rents = await Promise.all(
      Array.from({ length: 8 }, () => rentNumber(shop.deps, actor, rentInput(), via)),
    );
    const done = rents.flatMap((rent) => (rent.ok ? [rent.order] : []));
    expect(done).toHaveLength(3);
    expect(rents.filter((rent) => !rent.ok && rent.reason === "project_limit_reached")).toHaveLength(5);
    const orders = await shop.deps.db.order.findMany({ where: { projectId } });
    expect(orders.map(({ apiKeyId }) => apiKeyId)).toEqual([actor.apiKeyId, actor.apiKeyId, actor.apiKeyId]);
    const spent = async () => (await listProjects(shop.deps, customerScope(actor)))[0]?.monthSpentMicros;
    expect(await spent()).toBe(PRICE * 3n);

    // What was given back can be spent again.
    await pass(shop, 121);
    const [first] = done;
    if (!first) throw new Error("nothing was rented");
    expect(await cancelOrder(shop.deps, actor, { orderId: first.id })).toMatchObject({ ok: true });
    expect(await spent()).toBe(PRICE * 2n);
    expect(await rentNumber(shop.deps, actor, rentInput(), via)).toMatchObject({ ok: true });
  });

  it("prefers the area of the project, and takes any other when that has none", async () => {
    const [, , wanted = ""] = await addNumbers(shop, 3);
    const actor = await newCustomer(shop);
    const rentIn = async (areaCode: string) => {
      const rented = await rentNumber(shop.deps, actor, rentInput(), { ...ANY, areaCode });
      return rented.ok ? rented.order.phoneE164 : rented.reason;
    };
    expect(await rentIn(wanted.slice("+55".length))).toBe(wanted);
    expect(await rentIn("00")).toMatch(/^\+55219/);
  });
});
