import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiEnv } from "@/lib/api/context";
import { openKeyDesk } from "@/lib/api/keys/desk";
import { withApiKey } from "@/lib/api/keys/with-api-key";
import { closeDeps, createDeps, type Deps } from "@/lib/deps";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { revokeKey } from "@/lib/domain/api-keys/commands/revoke-key";
import { rotateKey } from "@/lib/domain/api-keys/commands/rotate-key";
import { updateKey } from "@/lib/domain/api-keys/commands/update-key";
import { newApiKey } from "@/lib/domain/api-keys/key-format";
import { listKeys } from "@/lib/domain/api-keys/queries/own-keys";
import type { CreateKeyInput } from "@/lib/domain/api-keys/schema";
import { suspendUser } from "@/lib/domain/identity/commands/suspend-user";
import { customerScope, systemActor } from "@/lib/domain/kernel/actor";
import { archiveProject } from "@/lib/domain/projects/commands/archive-project";
import { createProject } from "@/lib/domain/projects/commands/create-project";
import { openWorld, type Person, type World } from "../../support/world";

let world: World;
/** Another process on the same database. */
let there: Deps;

beforeAll(async () => {
  world = await openWorld();
  there = createDeps(world.deps.env);
  await there.notifications.ready();
});
afterAll(async () => {
  await closeDeps(there);
  await world.close();
});

async function make(person: Person, over: Partial<CreateKeyInput> = {}) {
  const made = await createKey(world.deps, person.actor, {
    userId: person.actor.userId,
    name: "Robot",
    mode: "LIVE",
    scopes: ["numbers:read"],
    ...over,
  });
  if (!made.ok) throw new Error(made.reason);
  return made;
}

const FROM = "203.0.113.7";

/** Two processes that both hold the key, and how to see that both let it go. */
async function twoDesks(key: string) {
  const desks = [openKeyDesk(world.deps), openKeyDesk(there)];
  for (const desk of desks) {
    expect(await desk.find(key, FROM)).toMatchObject({ ok: true });
    expect(desk.known(key, FROM)).toMatchObject({ ok: true });
  }
  return {
    async bothSay(why: string) {
      for (const desk of desks)
        await expect.poll(() => desk.find(key, FROM)).toMatchObject({ ok: false, why });
    },
    async bothKnow(what: object) {
      for (const desk of desks) {
        await expect.poll(() => desk.find(key, FROM)).toMatchObject({ ok: true, key: what });
      }
    },
  };
}

describe("the desk of keys", () => {
  it("knows no key that nobody has, and none that was typed wrong", async () => {
    const desk = openKeyDesk(world.deps);
    expect(await desk.find(newApiKey(world.deps.ids, "LIVE").key, FROM)).toMatchObject({
      ok: false,
      why: "unknown",
    });
    expect(await desk.find("pb_live_x", FROM)).toMatchObject({ ok: false, why: "malformed" });
    expect(desk.count()).toBe(0);
  });

  it("forgets a key in every process when it is revoked", async () => {
    const person = await world.person();
    const { key, keyId } = await make(person);
    const desks = await twoDesks(key);
    expect(await revokeKey(world.deps, person.actor, { keyId })).toMatchObject({ ok: true });
    await desks.bothSay("revoked");
    expect(await revokeKey(world.deps, person.actor, { keyId })).toMatchObject({ reason: "key_closed" });
  });

  it("knows at once what changed: scopes, addresses, the account, the project", async () => {
    const person = await world.person();
    const { userId } = person.actor;
    const project = await createProject(world.deps, person.actor, { userId, name: "Shop", areaCode: "11" });
    if (!project.ok) throw new Error(project.reason);
    const { projectId } = project;
    const [first, second] = [await make(person, { projectId }), await make(person)];
    const [one, two] = [await twoDesks(first.key), await twoDesks(second.key)];
    await one.bothKnow({ projectId, projectDefaults: { areaCode: "11" } });
    const settings = { name: "Robot", scopes: ["wallet:read" as const] };
    await updateKey(world.deps, person.actor, { keyId: second.keyId, ...settings });
    await two.bothKnow({ scopes: new Set(["wallet:read"]) });
    await updateKey(world.deps, person.actor, {
      keyId: second.keyId,
      ...settings,
      ipRestrictions: ["10.0.0.0/8"],
    });
    await two.bothSay("address");
    await updateKey(world.deps, person.actor, { keyId: second.keyId, ...settings });
    await two.bothKnow({});
    await archiveProject(world.deps, person.actor, { projectId });
    await one.bothSay("revoked");
    await suspendUser(world.deps, systemActor("test"), { userId, reason: "test" });
    await two.bothSay("suspended");
  });

  it("lets the old key go on beside its replacement until the overlap ends", async () => {
    const person = await world.person();
    const { key, keyId } = await make(person);
    const desks = await twoDesks(key);
    const rotated = await rotateKey(world.deps, person.actor, { keyId, overlapHours: 24 });
    if (!rotated.ok) throw new Error(rotated.reason);
    await desks.bothKnow({ id: keyId });
    await (await twoDesks(rotated.key)).bothKnow({ id: rotated.keyId });
    expect(await rotateKey(world.deps, person.actor, { keyId, overlapHours: 0 })).toMatchObject({
      reason: "key_closed",
    });
    const later = await rotateKey(world.deps, person.actor, { keyId: rotated.keyId, overlapHours: 0 });
    expect(later).toMatchObject({ ok: true });
    const keys = await listKeys(world.deps, customerScope(person.actor));
    expect(keys.map(({ state }) => state)).toEqual(["ACTIVE", "EXPIRED", "ROTATING"]);
    expect(await openKeyDesk(there).find(rotated.key, FROM)).toMatchObject({ why: "expired" });
  });

  it("belongs to its person alone", async () => {
    const [owner, other] = [await world.person(), await world.person({ role: "SUPPORT" })];
    const { keyId } = await make(owner);
    const denied = { ok: false, reason: "not_found" };
    expect(await revokeKey(world.deps, other.actor, { keyId })).toMatchObject(denied);
    expect(await rotateKey(world.deps, other.actor, { keyId, overlapHours: 0 })).toMatchObject(denied);
    expect(await updateKey(world.deps, other.actor, { keyId, name: "x", scopes: [] })).toMatchObject(denied);
    const admin = await world.person({ role: "ADMIN" });
    expect(await revokeKey(world.deps, admin.actor, { keyId, reason: "abuse" })).toMatchObject({ ok: true });
  });
});

describe("the gate of the doors", () => {
  function open() {
    const app = new Hono<ApiEnv>();
    app.use(async (c, next) => {
      c.set("requestId", "request-of-the-test");
      c.set("clientAddress", FROM);
      await next();
    });
    const desk = openKeyDesk(world.deps);
    app.get("/any", withApiKey(world.deps, desk), (c) => c.json({ user: c.get("apiKey").userId }));
    app.get("/wallet", withApiKey(world.deps, desk, { scope: "wallet:read" }), (c) => c.text("money"));
    return (path: string, key?: string) =>
      app.request(path, key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } });
  }

  it("asks for a key, its scope and its limit, and counts each call", async () => {
    const ask = open();
    const person = await world.person();
    const { key, keyId } = await make(person, { rateLimit: 3 });
    const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];
    expect(await codeOf(await ask("/any"))).toEqual([401, "key_missing"]);
    expect(await codeOf(await ask("/any", "pb_live_nonsense"))).toEqual([401, "key_unknown"]);
    const first = await ask("/any", key);
    expect(await first.json()).toEqual({ user: person.actor.userId });
    expect(first.headers.get("ratelimit-policy")).toBe('"key";q=3;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"key";r=2;t=\d+$/);
    expect(await codeOf(await ask("/wallet", key))).toEqual([403, "scope_missing"]);
    expect((await ask("/any", key)).status).toBe(200);
    const over = await ask("/any", key);
    expect(over.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await codeOf(over)).toEqual([429, "rate_limited"]);

    await world.deps.keyCalls.flush();
    const stats = await world.deps.db.apiCallStat.findMany({ where: { apiKeyId: keyId } });
    expect(stats).toMatchObject([{ door: "rest", calls: 4, refused: 2, errors: 0 }]);
    await expect(world.deps.db.apiKey.findUniqueOrThrow({ where: { id: keyId } })).resolves.toMatchObject({
      lastUsedAt: expect.any(Date),
    });
  });
});
