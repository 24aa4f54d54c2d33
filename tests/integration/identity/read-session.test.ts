import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSession } from "@/lib/auth/read-session";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { type Db, openDatabase } from "@/lib/db/client";
import { revokeSession } from "@/lib/domain/identity/commands/revoke-session";
import { suspendUser } from "@/lib/domain/identity/commands/suspend-user";
import { systemActor, type UserActor } from "@/lib/domain/kernel/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { createTestIdentity, newActor, newPerson, type TestIdentity } from "./identity-fixture";

const env = { publicUrl: new URL("http://localhost:3000"), authSecret: "s".repeat(40) };
let database: TestDatabase;
let deps: TestIdentity;
/** Another process's view: a client of its own on the same database. */
let elsewhere: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = createTestIdentity(database.db);
  elsewhere = openDatabase({ url: database.url, poolSize: 2 });
});
afterAll(async () => {
  await deps.passwords.close();
  await elsewhere.$disconnect();
  await database.close();
});

async function read(actor: UserActor, db: Db = database.db) {
  const cookieHeader = `theme=dark; patchbay.session=${await sealSessionId(env, actor.sessionId ?? "")}`;
  return readSession({ ...deps, db, env }, { cookieHeader, ip: "203.0.113.9", requestId: "request-1" });
}

describe("readSession", () => {
  it("makes an actor of the cookie, the row and the request", async () => {
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    expect(await read(actor)).toEqual({ ...actor, ipAddress: "203.0.113.9", requestId: "request-1" });
  });

  it("knows nobody without a cookie, or with one that names no session", async () => {
    const request = { cookieHeader: null, ip: null, requestId: null };
    expect(await readSession({ ...deps, env }, request)).toBeNull();
    const actor = await newActor(deps, await newPerson(deps));
    expect(await read({ ...actor, sessionId: deps.ids.uuid() })).toBeNull();
  });

  it("finds a revoked or suspended session dead in another process at once", async () => {
    const person = await newPerson(deps);
    const [first, second] = [await newActor(deps, person), await newActor(deps, person)];
    expect(await read(first, elsewhere)).not.toBeNull();
    await revokeSession(deps, second, { sessionId: first.sessionId ?? "" });
    expect(await read(first, elsewhere)).toBeNull();
    expect(await read(second, elsewhere)).not.toBeNull();
    await suspendUser(deps, systemActor("test"), { userId: person.id, reason: "test of suspension" });
    expect(await read(second, elsewhere)).toBeNull();
  });

  it("notes the last use at most once a minute", async () => {
    const actor = await newActor(deps, await newPerson(deps));
    const where = { id: actor.sessionId ?? "" };
    const lastSeen = async () => (await deps.db.session.findUniqueOrThrow({ where })).lastSeenAt.getTime();
    const before = await lastSeen();
    await read(actor);
    expect(await lastSeen()).toBe(before);
    const longAgo = new Date(before - 120_000);
    await deps.db.session.update({ where, data: { lastSeenAt: longAgo } });
    await read(actor);
    expect(await lastSeen()).toBeGreaterThanOrEqual(before);
  });
});
