import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endSessionsOf, resendVerification } from "@/lib/domain/identity/commands/help-user";
import { setLevel } from "@/lib/domain/identity/commands/raise-level";
import { setRole } from "@/lib/domain/identity/commands/set-role";
import { findLiveSession } from "@/lib/domain/identity/queries";
import { listUsers } from "@/lib/domain/identity/queries/users";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { createTestIdentity, newActor, newPerson, type TestIdentity } from "./identity-fixture";

const reason = "asked for by mail";
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

async function newAdmin(): Promise<UserActor> {
  const person = await newPerson(deps);
  await deps.db.user.update({ where: { id: person.id }, data: { role: "ADMIN" } });
  return { ...(await newActor(deps, person)), role: "ADMIN" };
}

const lastAudit = (targetId: string) =>
  deps.db.auditEvent.findFirst({ where: { targetId }, orderBy: { id: "desc" } });

describe("an admin", () => {
  it("changes a role: the person is signed out at once, and the trail has both roles", async () => {
    const admin = await newAdmin();
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    const change = { userId: person.id, from: "CUSTOMER", role: "SUPPORT", reason } as const;
    expect(await setRole(deps, admin, change)).toEqual({ ok: true });
    expect(await findLiveSession(deps, actor.sessionId ?? "")).toBeNull();
    expect(await lastAudit(person.id)).toMatchObject({
      action: "user.role_changed",
      before: { role: "CUSTOMER" },
      after: { role: "SUPPORT", endedSessions: 1 },
      reason,
      actorId: admin.userId,
    });
    expect(await setRole(deps, admin, change), "another saved first").toMatchObject({
      reason: "changed_since_seen",
      details: { found: "SUPPORT" },
    });
  });

  it("cannot demote themselves, and two cannot demote each other", async () => {
    const [first, second] = [await newAdmin(), await newAdmin()];
    const demote = (actor: UserActor, userId: string) =>
      setRole(deps, actor, { userId, from: "ADMIN", role: "CUSTOMER", reason });
    expect(await demote(first, first.userId)).toMatchObject({ reason: "forbidden" });
    const answers = await Promise.all([demote(first, second.userId), demote(second, first.userId)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "forbidden" });
  });

  it("leaves at least one admin, even from the command line", async () => {
    await deps.db.user.updateMany({ where: { role: "ADMIN" }, data: { role: "CUSTOMER" } });
    const admin = await newAdmin();
    const operator = { kind: "system", name: "operator", door: "cli", requestId: null } as const;
    const change = { userId: admin.userId, from: "ADMIN", role: "SUPPORT", reason } as const;
    expect(await setRole(deps, operator, change)).toMatchObject({ reason: "last_admin" });
  });

  it("raises and lowers a level, from the one they saw", async () => {
    const admin = await newAdmin();
    const person = await newPerson(deps);
    const raise = { userId: person.id, from: 0, level: 2, reason };
    expect(await setLevel(deps, admin, raise)).toEqual({ ok: true });
    expect(await lastAudit(person.id)).toMatchObject({
      action: "user.level_raised",
      before: { verificationLevel: 0 },
      after: { verificationLevel: 2 },
      reason,
    });
    expect(await setLevel(deps, admin, raise)).toMatchObject({
      reason: "changed_since_seen",
      details: { found: "2" },
    });
    expect(await setLevel(deps, admin, { ...raise, from: 2, level: 1 })).toEqual({ ok: true });
    expect(await lastAudit(person.id)).toMatchObject({ action: "user.level_lowered" });
  });

  it("ends one session or all, and sends the verification link again", async () => {
    const admin = await newAdmin();
    const person = await newPerson(deps);
    const [one, two] = [await newActor(deps, person), await newActor(deps, person)];
    const whom = { userId: person.id, reason };
    expect(await endSessionsOf(deps, admin, { ...whom, sessionId: one.sessionId ?? "" })).toEqual({
      ok: true,
      ended: 1,
    });
    expect(await findLiveSession(deps, two.sessionId ?? "")).not.toBeNull();
    expect(await endSessionsOf(deps, admin, whom)).toEqual({ ok: true, ended: 1 });
    expect(await endSessionsOf(deps, admin, whom)).toMatchObject({ reason: "not_found" });
    expect(await lastAudit(person.id)).toMatchObject({ before: { live: 1 }, after: { live: 0 }, reason });
    expect(await resendVerification(deps, admin, whom)).toEqual({ ok: true });
    expect(await lastAudit(person.id)).toMatchObject({ action: "user.verification_resent", reason });
    await deps.db.user.update({ where: { id: person.id }, data: { emailVerifiedAt: new Date() } });
    expect(await resendVerification(deps, admin, whom)).toMatchObject({ reason: "already_verified" });
  });
});

describe("support", () => {
  it("is refused each of them, and nothing is written", async () => {
    const person = await newPerson(deps);
    const support: UserActor = { ...(await newActor(deps, await newPerson(deps))), role: "SUPPORT" };
    const whom = { userId: person.id, reason };
    const before = await deps.db.auditEvent.count();
    for (const answer of [
      await setRole(deps, support, { ...whom, from: "CUSTOMER", role: "ADMIN" }),
      await setLevel(deps, support, { ...whom, from: 0, level: 3 }),
      await endSessionsOf(deps, support, whom),
      await resendVerification(deps, support, whom),
    ])
      expect(answer).toEqual({ ok: false, reason: "forbidden" });
    expect(await deps.db.auditEvent.count()).toBe(before);
  });
});

describe("the list of people", () => {
  it("is filtered, sorted and cut", async () => {
    const admin = await newAdmin();
    const all = await listUsers(
      deps,
      admin,
      {},
      { page: 1, pageSize: 25, sort: "username", direction: "asc" },
    );
    const names = all.rows.map((row) => row.username);
    expect(names).toEqual([...names].sort());
    const admins = await listUsers(deps, admin, { role: "ADMIN" }, { page: 99, pageSize: 25 });
    expect(admins).toMatchObject({ page: 1 });
    expect(admins.rows.every((row) => row.role === "ADMIN")).toBe(true);
    const levels = await listUsers(
      deps,
      admin,
      { level: "1", status: "SUSPENDED" },
      { page: 1, pageSize: 25 },
    );
    expect(levels.total).toBe(0);
    await deps.db.user.update({ where: { id: admin.userId }, data: { phone: "+5511987654321" } });
    for (const typed of ["+55 11 98765-4321", "5511987654321"]) {
      const found = await listUsers(deps, admin, { search: typed }, { page: 1, pageSize: 25 });
      expect(
        found.rows.map((row) => row.id),
        typed,
      ).toEqual([admin.userId]);
    }
  });
});
