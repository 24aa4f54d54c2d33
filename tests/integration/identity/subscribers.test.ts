import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "@/lib/deps";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { rotateKey } from "@/lib/domain/api-keys/commands/rotate-key";
import { confirmPassword } from "@/lib/domain/identity/commands/confirm-password";
import { requestPasswordReset } from "@/lib/domain/identity/commands/reset-password";
import { signUp } from "@/lib/domain/identity/commands/sign-up";
import { verifyEmail } from "@/lib/domain/identity/commands/verify-email";
import { findUser } from "@/lib/domain/identity/queries";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { getBalance } from "@/lib/domain/wallet/queries";
import type { DispatchedEvent, Subscriber } from "@/lib/jobs/subscriber";
import { identityMails } from "@/lib/jobs/subscribers/identity-mails";
import { notifications } from "@/lib/jobs/subscribers/notifications";
import { verificationLevel } from "@/lib/jobs/subscribers/verification-level";
import { welcomeCredit } from "@/lib/jobs/subscribers/welcome-credit";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import {
  createTestIdentity,
  lastToken,
  newActor,
  newPerson,
  PASSWORD,
  type TestIdentity,
  visitor,
} from "./identity-fixture";

let database: TestDatabase;
let identity: TestIdentity;
/** These subscribers use no more of the process than this. */
let deps: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  identity = createTestIdentity(database.db);
  deps = Object.assign(identity, { env: { publicUrl: new URL("https://shop.example") } }) as unknown as Deps;
});
afterAll(async () => {
  await identity.passwords.close();
  await database.close();
});

/** Tells each waiting event once, in order, to these subscribers, as the dispatcher does. */
async function dispatchAll(subscribers: Subscriber[], times = 1): Promise<void> {
  const events = await database.db.outboxEvent.findMany({
    where: { dispatchedAt: null },
    orderBy: { id: "asc" },
  });
  for (const event of events) {
    for (const subscriber of subscribers.filter(({ kinds }) => kinds.some((kind) => kind === event.kind))) {
      for (let i = 0; i < times; i += 1) await subscriber.handle(deps, event as unknown as DispatchedEvent);
    }
  }
  await database.db.outboxEvent.updateMany({ data: { dispatchedAt: new Date() } });
}

const mails = [identityMails] as Subscriber[];

describe("mails about the account", () => {
  it("carry working links in the reader's language", async () => {
    const email = "leyla@example.com";
    await signUp(deps, { username: "leyla", email, password: PASSWORD, locale: "fa" });
    await dispatchAll(mails);
    const verification = identity.sent.find((mail) => mail.to === email);
    expect(verification).toMatchObject({ locale: "fa", subject: "نشانی ایمیل خود را تأیید کنید" });
    const token =
      /https:\/\/shop\.example\/fa\/verify-email\?token=([\w-]+)/.exec(verification?.text ?? "")?.[1] ?? "";
    expect(await verifyEmail(deps, { token })).toEqual({ ok: true });
  });

  it("tell of a sign-up again, a reset, and a sign-in from a new place, but not of the first one", async () => {
    const person = await newPerson(deps);
    await signUp(deps, { username: "somebody-else", email: person.email, password: PASSWORD, locale: "en" });
    await requestPasswordReset(deps, { email: person.email });
    await newActor(deps, person, visitor("203.0.113.1"));
    await newActor(deps, person, visitor("203.0.113.2"));
    await newActor(deps, person, visitor("203.0.113.3", "curl/8.5.0"));
    await dispatchAll(mails);
    const subjects = identity.sent.filter((mail) => mail.to === person.email).map((mail) => mail.subject);
    expect(subjects).toEqual([
      "Confirm your e-mail address",
      "You have an account already",
      "Choose a new password",
      "New sign-in to your account",
    ]);
  });
});

describe("a live API key", () => {
  const key = (mode: "LIVE" | "SANDBOX") => ({ name: "Robot <1>", mode, scopes: [] });

  it("is told of by mail and bell, made new or in place of another; a sandbox key is not", async () => {
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    await dispatchAll([]);
    const userId = person.id;
    const live = await createKey(deps, actor, { userId, ...key("LIVE") });
    await createKey(deps, actor, { userId, ...key("SANDBOX") });
    if (!live.ok) throw new Error(live.reason);
    const next = await rotateKey(deps, actor, { keyId: live.keyId, overlapHours: 1 });
    if (!next.ok) throw new Error(next.reason);
    await dispatchAll([...mails, notifications as Subscriber]);
    const told = identity.sent.filter(({ subject }) => subject === "A live API key was created");
    expect(told.map(({ to }) => to)).toEqual([person.email, person.email]);
    expect(told[0]?.text).toContain(`https://shop.example/developers/keys/${live.keyId}`);
    expect(told[0]?.text).toContain(`ends in ${live.key.slice(-4)}`);
    expect(told[0]?.text).not.toContain(live.key);
    expect(await database.db.notification.count({ where: { userId, kind: "liveKeyCreated" } })).toBe(2);
  });

  it("asks for a password that was typed; none counts as no attempt", async () => {
    const person = await newPerson(deps);
    const actor = await newActor(deps, person);
    for (let i = 0; i < 20; i += 1)
      expect(await confirmPassword(deps, actor, "")).toEqual({ ok: false, reason: "password_needed" });
    expect(await confirmPassword(deps, actor, PASSWORD)).toEqual({ ok: true });
  });
});

describe("welcome credit", () => {
  it("is given once in demo, however often the event is told, and never in production", async () => {
    const person = await newPerson(deps);
    await dispatchAll([welcomeCredit] as Subscriber[], 3);
    expect((await getBalance(deps, customerScopeOf(person.id))).availableMicros).toBe(1_000_000n);

    const other = await newPerson(deps);
    const event = { payload: { userId: other.id } } as DispatchedEvent<"user.registered">;
    await welcomeCredit.handle({ ...deps, mode: "production" }, event);
    expect((await getBalance(deps, customerScopeOf(other.id))).availableMicros).toBe(0n);
  });
});

describe("verification level", () => {
  it("becomes 1 with a confirmed address and a payment; a gift alone is none", async () => {
    const person = await newPerson(deps);
    const all = [welcomeCredit, verificationLevel] as Subscriber[];
    const level = async () => (await findUser(deps, person.id))?.verificationLevel;
    await verifyEmail(deps, { token: await lastToken(deps, "user.email_verification_requested", person.id) });
    await dispatchAll(all);
    await dispatchAll(all);
    expect(await level()).toBe(0);

    await inTransaction(deps, async (tx) => {
      await depositMoney(tx, {
        userId: person.id,
        amountMicros: 5_000_000n,
        source: "ext:stripe",
        kind: "deposit.stripe",
        key: "top-up-of-level",
        line: { id: deps.ids.uuid(), type: "DEPOSIT", gateway: "STRIPE", paymentMethod: "CARD" },
      });
      await writeEvent(tx, "wallet.changed", { userId: person.id }, { userId: person.id });
    });
    await dispatchAll(all);
    expect(await level()).toBe(1);
    expect(
      await database.db.auditEvent.count({ where: { targetId: person.id, action: "user.level_raised" } }),
    ).toBe(1);
  });
});
