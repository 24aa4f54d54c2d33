import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "@/lib/domain/identity/commands/sign-in";
import { findLiveSession, listLoginEvents, listSessions } from "@/lib/domain/identity/queries";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import {
  createTestIdentity,
  newActor,
  newPerson,
  PASSWORD,
  type TestIdentity,
  visitor,
} from "./identity-fixture";

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

describe("signIn", () => {
  it("works by e-mail and by username, and opens a new session each time", async () => {
    const person = await newPerson(deps);
    const byEmail = await signIn(deps, visitor(), { identifier: person.email, password: PASSWORD });
    const byName = await signIn(deps, visitor(), { identifier: person.username, password: PASSWORD });
    expect(byEmail).toMatchObject({ ok: true, userId: person.id });
    expect(byName).toMatchObject({ ok: true, userId: person.id, role: "CUSTOMER" });
    const sessions = await listSessions(
      deps,
      customerScopeOf(person.id),
      byName.ok ? byName.sessionId : null,
    );
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({
      id: byName.ok && byName.sessionId,
      isCurrent: true,
      ipAddress: "203.0.113.7",
      device: { browser: "Firefox", system: "Linux", kind: "computer" },
    });
  });

  it("answers a wrong password and an unknown name alike", async () => {
    const person = await newPerson(deps);
    const wrong = await signIn(deps, visitor("198.51.100.1"), {
      identifier: person.email,
      password: "not this one",
    });
    const unknown = await signIn(deps, visitor("198.51.100.1"), {
      identifier: "nobody@example.com",
      password: "not this one",
    });
    expect(wrong).toEqual({ ok: false, reason: "wrong_credentials" });
    expect(unknown).toEqual(wrong);
  });

  it("does not take a longer password with the same first 72 bytes", async () => {
    const longest = "x1".repeat(36);
    const person = await newPerson(deps, longest);
    const longer = await signIn(deps, visitor(), { identifier: person.email, password: `${longest}y` });
    expect(longer).toEqual({ ok: false, reason: "wrong_credentials" });
    expect(await signIn(deps, visitor(), { identifier: person.email, password: longest })).toMatchObject({
      ok: true,
    });
  });

  it("tells of a suspension only after the right password", async () => {
    const person = await newPerson(deps);
    await deps.db.user.update({ where: { id: person.id }, data: { status: "SUSPENDED" } });
    const guess = await signIn(deps, visitor(), { identifier: person.email, password: "not this one" });
    const right = await signIn(deps, visitor(), { identifier: person.email, password: PASSWORD });
    expect(guess).toEqual({ ok: false, reason: "wrong_credentials" });
    expect(right).toEqual({ ok: false, reason: "suspended" });
    expect(await deps.db.session.count({ where: { userId: person.id } })).toBe(0);
  });

  it("keeps a history that its owner can read", async () => {
    const person = await newPerson(deps);
    await signIn(deps, visitor("198.51.100.9"), { identifier: person.email, password: "not this one" });
    await newActor(deps, person);
    const events = await listLoginEvents(deps, customerScopeOf(person.id));
    expect(events.map((event) => [event.outcome, event.ipAddress])).toEqual([
      ["SUCCESS", "203.0.113.7"],
      ["WRONG_PASSWORD", "198.51.100.9"],
    ]);
  });
});

describe("a session", () => {
  it("is alive until its row says otherwise", async () => {
    const person = await newPerson(deps);
    const { sessionId } = await newActor(deps, person);
    const id = sessionId ?? "";
    expect(await findLiveSession(deps, id)).toMatchObject({
      userId: person.id,
      role: "CUSTOMER",
      isStale: false,
    });

    await deps.db.session.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await findLiveSession(deps, id)).toBeNull();

    await deps.db.session.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 60_000) } });
    await deps.db.user.update({ where: { id: person.id }, data: { status: "SUSPENDED" } });
    expect(await findLiveSession(deps, id)).toBeNull();
  });
});
