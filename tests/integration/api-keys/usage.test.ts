import { afterAll, beforeAll, expect, it } from "vitest";
import { openKeyDesk } from "@/lib/api/keys/desk";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { setUserLimit } from "@/lib/domain/api-keys/commands/set-user-limit";
import { listCallers, listStaffKeys } from "@/lib/domain/api-keys/queries/staff-keys";
import { readApiUsage } from "@/lib/domain/api-keys/queries/usage";
import { customerScope } from "@/lib/domain/kernel/actor";
import { openWorld, type Person, type World } from "../../support/world";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function keyOf({ actor }: Person, name = "Robot") {
  const made = await createKey(world.deps, actor, { userId: actor.userId, name, mode: "LIVE", scopes: [] });
  if (!made.ok) throw new Error(made.reason);
  return made;
}

const FIRST = { page: 1, pageSize: 25, direction: "desc" } as const;

it("adds up what several processes counted, by day, door and key", async () => {
  const { deps } = world;
  const person = await world.person();
  const { keyId } = await keyOf(person);
  for (let round = 0; round < 2; round += 1) {
    for (let call = 0; call < 19; call += 1)
      deps.keyCalls.count({ apiKeyId: keyId, door: "rest", status: 200, ms: 8 });
    deps.keyCalls.count({ apiKeyId: keyId, door: "rest", status: 500, ms: 900 });
    deps.keyCalls.count({ apiKeyId: keyId, door: "five-sim", status: 429, ms: 1 });
    await deps.keyCalls.flush();
  }
  const usage = await readApiUsage(deps, customerScope(person.actor), { days: 7 });
  expect(usage.days).toHaveLength(7);
  expect(usage.days.at(-1)).toMatchObject({ calls: 42, errors: 2, refused: 2, spentMicros: 0n });
  expect(usage.total).toMatchObject({ calls: 42, errors: 2, refused: 2, averageMs: 50, mostWithinMs: 10 });
  expect(usage.byDoor.map(({ door, calls }) => [door, calls])).toEqual([
    ["rest", 40],
    ["five-sim", 2],
  ]);
  expect(usage.byKey).toMatchObject([{ keyId, calls: 42 }]);

  const other = await world.person();
  const theirs = await readApiUsage(deps, customerScope(other.actor), { days: 7 });
  expect(theirs.total.calls).toBe(0);
});

it("lets staff see everybody's keys, and an administrator alone limit them", async () => {
  const { deps } = world;
  const [person, support, admin] = [
    await world.person(),
    await world.person({ role: "SUPPORT" }),
    await world.person({ role: "ADMIN" }),
  ];
  const { key } = await keyOf(person, "Spider of the web");
  const { userId, username } = person.actor;
  const found = await listStaffKeys(deps, support.actor, { search: username }, FIRST);
  expect(found.rows).toMatchObject([{ name: "Spider of the web", user: { username }, state: "ACTIVE" }]);
  expect((await listStaffKeys(deps, support.actor, { search: "spider" }, FIRST)).total).toBe(1);
  expect((await listStaffKeys(deps, support.actor, { search: username, state: "closed" }, FIRST)).total).toBe(
    0,
  );
  await expect(listStaffKeys(deps, person.actor, {}, FIRST)).rejects.toThrow(/forbidden/);
  await expect(listCallers(deps, person.actor)).rejects.toThrow(/forbidden/);

  const limit = { userId, rateLimit: 30, maxKeys: 1, isBlocked: false, reason: "too eager" };
  for (const actor of [person.actor, support.actor])
    expect(await setUserLimit(deps, actor, limit)).toMatchObject({ reason: "forbidden" });
  expect(await setUserLimit(deps, admin.actor, limit)).toMatchObject({ ok: true });
  const again = { userId, name: "Another", mode: "LIVE", scopes: [] } as const;
  expect(await createKey(deps, person.actor, { ...again, scopes: [] })).toMatchObject({
    reason: "too_many_keys",
  });
  expect(await openKeyDesk(deps).find(key, null)).toMatchObject({ ok: true, key: { userRateLimit: 30 } });
  const callers = await listCallers(deps, support.actor);
  expect(callers.find(({ user }) => user.id === userId)?.limit).toEqual({
    rateLimit: 30,
    maxKeys: 1,
    isBlocked: false,
  });

  expect(await setUserLimit(deps, admin.actor, { ...limit, isBlocked: true })).toMatchObject({ ok: true });
  expect(await openKeyDesk(deps).find(key, null)).toMatchObject({ ok: false, why: "suspended" });
});
