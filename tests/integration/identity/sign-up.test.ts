import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmin } from "@/lib/domain/identity/commands/create-admin";
import { createDemoUsers } from "@/lib/domain/identity/commands/create-demo-users";
import { signUp } from "@/lib/domain/identity/commands/sign-up";
import { requestEmailVerification, verifyEmail } from "@/lib/domain/identity/commands/verify-email";
import { findUser } from "@/lib/domain/identity/queries";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import {
  createTestIdentity,
  eventsOf,
  lastToken,
  newActor,
  newPerson,
  PASSWORD,
  type TestIdentity,
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

const input = { username: "noora", email: "noora@example.com", password: PASSWORD, locale: "fa" as const };

describe("signUp", () => {
  it("opens an account and asks for the verification mail", async () => {
    expect(await signUp(deps, input)).toEqual({ ok: true });
    const user = await deps.db.user.findUniqueOrThrow({ where: { email: input.email } });
    expect(user).toMatchObject({
      username: "noora",
      locale: "fa",
      role: "CUSTOMER",
      verificationLevel: 0,
      emailVerifiedAt: null,
    });
    expect(user.passwordHash).not.toContain(PASSWORD);
    expect(await eventsOf(deps, "user.registered", user.id)).toHaveLength(1);
  });

  it("answers the same for an address that has an account, and tells its owner by mail, within bounds", async () => {
    const owner = await newPerson(deps);
    for (let i = 0; i < 6; i += 1) {
      expect(await signUp(deps, { ...input, username: `other${i}`, email: owner.email })).toEqual({
        ok: true,
      });
    }
    expect(await deps.db.user.count({ where: { username: { startsWith: "other" } } })).toBe(0);
    expect(await eventsOf(deps, "user.sign_up_repeated", owner.id)).toHaveLength(3);
    expect(await eventsOf(deps, "user.registered", owner.id)).toHaveLength(1);
  });

  it("says that a username is taken, also when two come at once", async () => {
    const tries = Array.from({ length: 8 }, (_, i) =>
      signUp(deps, { ...input, username: "wanted", email: `race${i}@example.com` }),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "username_taken")).toHaveLength(7);
  });

  it("refuses a bad password before anything is written", async () => {
    const answer = await signUp(deps, {
      ...input,
      username: "weak",
      email: "weak@example.com",
      password: "password1",
    });
    expect(answer).toEqual({ ok: false, reason: "password_too_common" });
    expect(await findUser(deps, "weak")).toBeNull();
  });
});

describe("verifyEmail", () => {
  it("verifies by the mailed token; the same link again answers well and changes nothing", async () => {
    const person = await newPerson(deps);
    const token = await lastToken(deps, "user.email_verification_requested", person.id);
    expect(await verifyEmail(deps, { token })).toEqual({ ok: true });
    expect(await verifyEmail(deps, { token })).toEqual({ ok: true });
    expect((await findUser(deps, person.email))?.isEmailVerified).toBe(true);
    expect(await eventsOf(deps, "user.email_verified", person.id)).toHaveLength(1);
  });

  it("refuses an unknown, an expired and an outdated token", async () => {
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    expect(await verifyEmail(deps, { token: "x".repeat(43) })).toEqual({
      ok: false,
      reason: "token_invalid",
    });

    const expired = await lastToken(deps, "user.email_verification_requested", person.id);
    await deps.db.identityToken.updateMany({
      where: { userId: person.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await verifyEmail(deps, { token: expired })).toEqual({ ok: false, reason: "token_invalid" });

    expect(await requestEmailVerification(deps, actor)).toEqual({ ok: true });
    const fresh = await lastToken(deps, "user.email_verification_requested", person.id);
    expect(await verifyEmail(deps, { token: fresh })).toEqual({ ok: true });
    expect(await requestEmailVerification(deps, actor)).toEqual({ ok: false, reason: "already_verified" });
  });

  it("sends only a few verification mails an hour", async () => {
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    for (let i = 0; i < 3; i += 1) expect(await requestEmailVerification(deps, actor)).toEqual({ ok: true });
    expect(await requestEmailVerification(deps, actor)).toMatchObject({ ok: false, reason: "rate_limited" });
  });
});

describe("staff and demo accounts", () => {
  it("makes an administrator once", async () => {
    const admin = { email: "root@example.com", username: "root", password: PASSWORD };
    expect(await createAdmin(deps, admin)).toMatchObject({ ok: true });
    expect(await createAdmin(deps, admin)).toMatchObject({ ok: false, reason: "username_taken" });
    expect(await createAdmin(deps, { ...admin, username: "root2" })).toMatchObject({
      ok: false,
      reason: "email_taken",
    });
    expect(await findUser(deps, "root")).toMatchObject({ role: "ADMIN", isEmailVerified: true });
  });

  it("makes the demo accounts once, and never in production", async () => {
    expect(Object.keys(await createDemoUsers(deps)).sort()).toEqual(["admin", "customer", "support"]);
    expect(await createDemoUsers(deps)).toEqual({});
    expect(await findUser(deps, "customer@patchbay.test")).toMatchObject({
      verificationLevel: 1,
      isEmailVerified: true,
    });
    await expect(createDemoUsers({ ...deps, mode: "production" })).rejects.toMatchObject({
      patchbayCode: "demo_only",
    });
  });
});
