import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePassword } from "@/lib/domain/identity/commands/change-password";
import { requestPasswordReset, resetPassword } from "@/lib/domain/identity/commands/reset-password";
import { revokeOtherSessions, revokeSession, signOut } from "@/lib/domain/identity/commands/revoke-session";
import { signIn } from "@/lib/domain/identity/commands/sign-in";
import { reinstateUser, suspendUser } from "@/lib/domain/identity/commands/suspend-user";
import { findLiveSession } from "@/lib/domain/identity/queries";
import { getUserDetail } from "@/lib/domain/identity/queries/user-detail";
import { listUsers } from "@/lib/domain/identity/queries/users";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import {
  createTestIdentity,
  eventsOf,
  lastToken,
  newActor,
  newPerson,
  PASSWORD,
  type TestIdentity,
  visitor,
} from "./identity-fixture";

const NEW_PASSWORD = "another quiet board";
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

async function isAlive(actor: UserActor): Promise<boolean> {
  return (await findLiveSession(deps, actor.sessionId ?? "")) !== null;
}

async function canSignIn(email: string, password: string): Promise<boolean> {
  return (await signIn(deps, visitor("10.20.0.1"), { identifier: email, password })).ok;
}

async function newAdmin(): Promise<UserActor> {
  const person = await newPerson(deps);
  await deps.db.user.update({ where: { id: person.id }, data: { role: "ADMIN" } });
  return { ...(await newActor(deps, person)), role: "ADMIN" };
}

describe("a password reset", () => {
  it("works once, ends every session and verifies the address", async () => {
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    await requestPasswordReset(deps, { email: person.email });
    const token = await lastToken(deps, "user.password_reset_requested", person.id);

    expect(await resetPassword(deps, visitor(), { token, password: "password1" })).toMatchObject({
      reason: "password_too_common",
    });
    const both = await Promise.all([
      resetPassword(deps, visitor(), { token, password: NEW_PASSWORD }),
      resetPassword(deps, visitor(), { token, password: NEW_PASSWORD }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.filter((answer) => !answer.ok && answer.reason === "token_invalid")).toHaveLength(1);
    expect(await isAlive(actor)).toBe(false);
    expect(await canSignIn(person.email, PASSWORD)).toBe(false);
    expect(await canSignIn(person.email, NEW_PASSWORD)).toBe(true);
    expect(await deps.db.user.count({ where: { id: person.id, emailVerifiedAt: { not: null } } })).toBe(1);
  });

  it("is silent about unknown addresses and after three mails an hour", async () => {
    const person = await newPerson(deps);
    await requestPasswordReset(deps, { email: "nobody-at-all@example.com" });
    for (let i = 0; i < 6; i += 1) await requestPasswordReset(deps, { email: person.email });
    expect(await eventsOf(deps, "user.password_reset_requested", person.id)).toHaveLength(3);
  });

  it("ends older links when one was used", async () => {
    const person = await newPerson(deps);
    await requestPasswordReset(deps, { email: person.email });
    const older = await lastToken(deps, "user.password_reset_requested", person.id);
    await requestPasswordReset(deps, { email: person.email });
    const newer = await lastToken(deps, "user.password_reset_requested", person.id);
    expect(await resetPassword(deps, visitor(), { token: newer, password: NEW_PASSWORD })).toEqual({
      ok: true,
    });
    expect(await resetPassword(deps, visitor(), { token: older, password: PASSWORD })).toMatchObject({
      reason: "token_invalid",
    });
  });
});

describe("a password change", () => {
  it("keeps this session and ends the others", async () => {
    const person = await newPerson(deps);
    const [here, elsewhere] = [await newActor(deps, person), await newActor(deps, person)];
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect(await changePassword(deps, here, change)).toEqual({ ok: true });
    expect(await isAlive(here)).toBe(true);
    expect(await isAlive(elsewhere)).toBe(false);
    expect(await eventsOf(deps, "user.password_changed", person.id)).toHaveLength(1);
  });

  it("needs the current password, and does not let it be guessed", async () => {
    const actor = await newActor(deps, await newPerson(deps));
    const guess = { currentPassword: "not this one", newPassword: NEW_PASSWORD };
    for (let i = 0; i < 5; i += 1) {
      expect(await changePassword(deps, actor, guess)).toEqual({ ok: false, reason: "wrong_password" });
    }
    expect(await changePassword(deps, actor, { ...guess, currentPassword: PASSWORD })).toMatchObject({
      reason: "login_throttled",
    });
    const same = { currentPassword: PASSWORD, newPassword: PASSWORD };
    expect(await changePassword(deps, actor, same)).toEqual({ ok: false, reason: "password_same" });
  });
});

describe("sessions", () => {
  it("are ended one by one, all others at once, or by signing out", async () => {
    const person = await newPerson(deps);
    const actors = [
      await newActor(deps, person),
      await newActor(deps, person),
      await newActor(deps, person),
    ] as const;
    const [here, second, third] = actors;
    expect(await revokeSession(deps, here, { sessionId: second.sessionId ?? "" })).toEqual({ ok: true });
    expect(await Promise.all(actors.map(isAlive))).toEqual([true, false, true]);
    expect(await revokeSession(deps, here, { sessionId: second.sessionId ?? "" })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await revokeOtherSessions(deps, here)).toEqual({ ok: true, ended: 1 });
    expect(await isAlive(third)).toBe(false);
    await signOut(deps, here);
    expect(await isAlive(here)).toBe(false);
    expect(await eventsOf(deps, "session.revoked", person.id)).toHaveLength(3);
  });

  it("of somebody else answer like none", async () => {
    const mine = await newActor(deps, await newPerson(deps));
    const theirs = await newActor(deps, await newPerson(deps));
    expect(await revokeSession(deps, mine, { sessionId: theirs.sessionId ?? "" })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await isAlive(theirs)).toBe(true);
  });
});

describe("a suspension", () => {
  it("ends the sessions at once, closes the door and is undone, with an audit row each", async () => {
    const admin = await newAdmin();
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    const change = { userId: person.id, reason: "chargeback on three orders" };

    expect(await suspendUser(deps, admin, change)).toEqual({ ok: true });
    expect(await isAlive(actor)).toBe(false);
    expect(await canSignIn(person.email, PASSWORD)).toBe(false);
    expect(await suspendUser(deps, admin, change)).toEqual({ ok: false, reason: "conflict" });

    expect(await reinstateUser(deps, admin, { ...change, reason: "cleared up" })).toEqual({ ok: true });
    expect(await isAlive(actor)).toBe(false);
    expect(await canSignIn(person.email, PASSWORD)).toBe(true);
    const audit = await deps.db.auditEvent.findMany({
      where: { targetId: person.id },
      orderBy: { id: "asc" },
    });
    expect(audit.map((row) => [row.action, row.actorId, row.reason])).toEqual([
      ["user.suspended", admin.userId, "chargeback on three orders"],
      ["user.reinstated", admin.userId, "cleared up"],
    ]);
  });

  it("is for admins only, never of oneself, and needs somebody", async () => {
    const admin = await newAdmin();
    const person = await newPerson(deps);
    const support: UserActor = { ...(await newActor(deps, person)), role: "SUPPORT" };
    const reason = "no reason";
    expect(await suspendUser(deps, support, { userId: admin.userId, reason })).toEqual({
      ok: false,
      reason: "forbidden",
    });
    expect(await suspendUser(deps, admin, { userId: admin.userId, reason })).toEqual({
      ok: false,
      reason: "forbidden",
    });
    const nobody = { userId: deps.ids.uuid(), reason };
    expect(await suspendUser(deps, admin, nobody)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("the list of users", () => {
  it("finds by part of a name, by id and by address, for staff only", async () => {
    const admin = await newAdmin();
    const person = await newPerson(deps);
    await newActor(deps, person, visitor("192.0.2.77"));
    const found = async (search: string) =>
      (await listUsers(deps, admin, { search }, { page: 1, pageSize: 25 })).rows.map((user) => user.id);
    expect(await found(person.email.toUpperCase())).toEqual([person.id]);
    expect(await found(person.id)).toEqual([person.id]);
    expect(await found("192.0.2.77")).toEqual([person.id]);
    expect(await found("%")).toEqual([]);
    const customer = await newActor(deps, person);
    await expect(listUsers(deps, customer, {}, { page: 1, pageSize: 25 })).rejects.toMatchObject({
      patchbayCode: "forbidden",
    });
    const detail = await getUserDetail(deps, admin, person.id);
    expect(detail).toMatchObject({ username: person.username, status: "ACTIVE" });
    expect(detail?.sessions).toHaveLength(2);
    expect(JSON.stringify(detail)).not.toContain("$2b$");
    expect(await getUserDetail(deps, admin, "not-an-id")).toBeNull();
  });
});
