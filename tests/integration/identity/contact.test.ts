import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "@/lib/deps";
import { cancelEmailChange, requestEmailChange } from "@/lib/domain/identity/commands/change-email";
import { changePassword } from "@/lib/domain/identity/commands/change-password";
import { updatePhone } from "@/lib/domain/identity/commands/update-phone";
import { verifyEmail } from "@/lib/domain/identity/commands/verify-email";
import { getContact } from "@/lib/domain/identity/queries/contact";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { DispatchedEvent } from "@/lib/jobs/subscriber";
import { identityMails } from "@/lib/jobs/subscribers/identity-mails";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import {
  createTestIdentity,
  eventsOf,
  newActor,
  newPerson,
  PASSWORD,
  type Person,
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

async function newOwner(): Promise<{ person: Person; actor: UserActor }> {
  const person = await newPerson(deps);
  return { person, actor: await newActor(deps, person) };
}

function ask(actor: UserActor, email: string, currentPassword = PASSWORD) {
  return requestEmailChange(deps, actor, { email, currentPassword });
}

async function lastLink(userId: string): Promise<string> {
  const last = (await eventsOf(deps, "user.email_change_requested", userId)).at(-1);
  if (!last) throw new Error("no link was sent");
  return deps.cipher.decrypt(Buffer.from(last.tokenCiphertext, "base64"));
}

const contact = (actor: UserActor) => getContact(deps, customerScope(actor));

describe("changing the e-mail address", () => {
  it("waits for the link sent to the new address; both addresses are written to", async () => {
    const { person, actor } = await newOwner();
    expect(await ask(actor, "fresh@example.com")).toEqual({ ok: true });
    expect(await contact(actor)).toMatchObject({ email: person.email, pendingEmail: "fresh@example.com" });

    const token = await lastLink(person.id);
    expect(await verifyEmail(deps, { token })).toEqual({ ok: true });
    expect(await verifyEmail(deps, { token }), "a link opened twice is no mistake").toEqual({ ok: true });
    expect(await contact(actor)).toMatchObject({
      email: "fresh@example.com",
      isEmailVerified: true,
      pendingEmail: null,
    });
    const audit = await deps.db.auditEvent.findFirstOrThrow({
      where: { action: "user.email_changed", targetId: person.id },
    });
    expect(audit).toMatchObject({ before: { email: person.email }, after: { email: "fresh@example.com" } });

    const process = Object.assign(deps, { env: { publicUrl: new URL("https://shop.example") } });
    const events = await deps.db.outboxEvent.findMany({
      where: { kind: { in: ["user.email_change_requested", "user.email_changed"] } },
      orderBy: { id: "asc" },
    });
    for (const event of events)
      await identityMails.handle(
        process as unknown as Deps,
        event as unknown as DispatchedEvent<"user.email_changed">,
      );
    expect(deps.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ["fresh@example.com", "Confirm your new e-mail address"],
      [person.email, "Your e-mail address was changed"],
    ]);
  });

  it("needs the password, and an address that is another one", async () => {
    const { person, actor } = await newOwner();
    expect(await ask(actor, "other@example.com", "not the password")).toMatchObject({
      reason: "wrong_password",
    });
    expect(await ask(actor, person.email)).toMatchObject({ reason: "email_same" });
    expect((await contact(actor)).pendingEmail).toBeNull();
  });

  it("does not tell that an address is somebody else's; its owner hears of it and no link exists", async () => {
    const { person, actor } = await newOwner();
    const { person: other } = await newOwner();
    expect(await ask(actor, other.email)).toEqual({ ok: true });
    expect(await contact(actor)).toMatchObject({ email: person.email, pendingEmail: other.email });
    expect(await eventsOf(deps, "user.email_change_requested", person.id)).toEqual([]);
    expect(await eventsOf(deps, "user.sign_up_repeated", other.id)).toHaveLength(1);
  });

  it("is refused when somebody took the address before the link was opened", async () => {
    const { person, actor } = await newOwner();
    await ask(actor, "wanted@example.com");
    const token = await lastLink(person.id);
    const { person: quicker } = await newOwner();
    await deps.db.user.update({ where: { id: quicker.id }, data: { email: "wanted@example.com" } });
    expect(await verifyEmail(deps, { token })).toMatchObject({ ok: false, reason: "email_taken" });
    expect((await contact(actor)).email).toBe(person.email);
  });

  it("only the last link counts, and none after it was called off or the password changed", async () => {
    const { person, actor } = await newOwner();
    await ask(actor, "first@example.com");
    const first = await lastLink(person.id);
    await ask(actor, "second@example.com");
    const second = await lastLink(person.id);
    expect(await verifyEmail(deps, { token: first })).toMatchObject({ reason: "token_invalid" });
    await cancelEmailChange(deps, actor);
    expect(await verifyEmail(deps, { token: second })).toMatchObject({ reason: "token_invalid" });

    const { person: another, actor: theirs } = await newOwner();
    await ask(theirs, "third@example.com");
    const third = await lastLink(another.id);
    await changePassword(deps, theirs, { currentPassword: PASSWORD, newPassword: "another quiet board" });
    expect(await verifyEmail(deps, { token: third })).toMatchObject({ reason: "token_invalid" });
  });
});

describe("the phone number", () => {
  it("is kept unverified, is one person's only, and can be taken away", async () => {
    const { actor } = await newOwner();
    const { actor: other } = await newOwner();
    expect(await updatePhone(deps, actor, { phone: "+5511987654321" })).toEqual({ ok: true });
    expect(await contact(actor)).toMatchObject({ phone: "+5511987654321", isPhoneVerified: false });
    expect(await updatePhone(deps, other, { phone: "+5511987654321" })).toMatchObject({
      reason: "phone_taken",
    });
    expect(await updatePhone(deps, actor, { phone: null })).toEqual({ ok: true });
    expect(await updatePhone(deps, other, { phone: "+5511987654321" })).toEqual({ ok: true });
  });
});
