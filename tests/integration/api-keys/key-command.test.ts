import { afterAll, beforeAll, expect, it } from "vitest";
import { openKeyDesk } from "@/lib/api/keys/desk";
import { createKeyCommand, listKeysCommand, revokeKeyCommand } from "@/lib/cli/commands/key";
import { openWorld, type World } from "../../support/world";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it("makes a key whose last line is the key, lists it without it, and ends it", async () => {
  const { deps } = world;
  const { actor } = await world.person();
  const user = `${actor.username}@example.test`;
  const scopes = "numbers:read, wallet:read";
  const made = await createKeyCommand(deps, [], { user, project: "Shop", mode: "sandbox", scopes });
  const key = made.lines.at(-1) ?? "";
  const desk = openKeyDesk(deps);
  expect(await desk.find(key, null)).toMatchObject({
    ok: true,
    key: { userId: actor.userId, isSandbox: true, scopes: new Set(["numbers:read", "wallet:read"]) },
  });

  // The same name is the same project.
  const second = await createKeyCommand(deps, [], { user, project: "shop" });
  expect(await deps.db.project.count({ where: { userId: actor.userId } })).toBe(1);
  expect(second.lines.at(-1)).toMatch(/^pb_live_/);

  const listed = await listKeysCommand(deps, [], { user });
  expect(listed.lines).toHaveLength(2);
  expect(listed.lines.join()).not.toContain(key);
  expect(listed.lines.join()).toContain(`pb_test_…${key.slice(-4)}`);

  await revokeKeyCommand(deps, [key]);
  expect(await openKeyDesk(deps).find(key, null)).toMatchObject({ ok: false, why: "revoked" });
  await expect(revokeKeyCommand(deps, [key])).rejects.toThrow(/revoked before/);
  await expect(createKeyCommand(deps, [], { user, scopes: "everything" })).rejects.toThrow(/not a scope/);
  await expect(createKeyCommand(deps, [], { user: "nobody@example.test" })).rejects.toThrow(
    /Nobody is known/,
  );
});
