import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "@/lib/domain/identity/commands/sign-in";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import {
  createTestIdentity,
  newActor,
  newPerson,
  PASSWORD,
  type Person,
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

function attempt(person: Person, ipAddress: string, password = "not this one") {
  return signIn(deps, visitor(ipAddress), { identifier: person.email, password });
}

function reasons(answers: Awaited<ReturnType<typeof attempt>>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const reason = answer.ok ? "ok" : answer.reason;
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

/** Lets the wait of every throttle be over, without waiting. */
async function passTheWait(): Promise<void> {
  await deps.db.loginThrottle.updateMany({ data: { blockedUntil: new Date(Date.now() - 1000) } });
}

describe("throttling", () => {
  it("lets five of 200 parallel tries from 50 networks reach the password", async () => {
    const person = await newPerson(deps);
    const tries = Array.from({ length: 200 }, (_, i) => attempt(person, `10.1.${i % 50}.7`));
    expect(reasons(await Promise.all(tries))).toEqual({ wrong_credentials: 5, login_throttled: 195 });
  });

  it("makes the owner wait too, with the seconds said, and longer each time", async () => {
    const person = await newPerson(deps);
    for (let i = 0; i < 5; i += 1) await attempt(person, "10.2.0.1");
    const first = await attempt(person, "10.2.0.1", PASSWORD);
    expect(first).toMatchObject({ ok: false, reason: "login_throttled", details: { retryAfterSeconds: 30 } });

    await passTheWait();
    expect(await attempt(person, "10.2.0.1")).toMatchObject({ reason: "wrong_credentials" });
    expect(await attempt(person, "10.2.0.1")).toMatchObject({ details: { retryAfterSeconds: 60 } });
    expect(await attempt(person, "10.2.0.1")).toMatchObject({ details: { retryAfterSeconds: 60 } });

    await passTheWait();
    expect(await attempt(person, "10.2.0.1", PASSWORD)).toMatchObject({ ok: true });
  });

  it("does not let a stranger lock out the owner at a known address", async () => {
    const person = await newPerson(deps);
    await newActor(deps, person, visitor("10.3.0.1"));
    for (let i = 0; i < 8; i += 1) await attempt(person, `10.4.${i}.1`);
    expect(await attempt(person, "10.5.0.1", PASSWORD)).toMatchObject({ reason: "login_throttled" });
    expect(await attempt(person, "10.3.0.1", PASSWORD)).toMatchObject({ ok: true });
  });

  it("forgets the tries after a right password", async () => {
    const person = await newPerson(deps);
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1)
        expect(await attempt(person, "10.6.0.1")).toMatchObject({ reason: "wrong_credentials" });
      expect(await attempt(person, "10.6.0.1", PASSWORD)).toMatchObject({ ok: true });
    }
  });

  it("throttles a network that goes through many accounts, and no other", async () => {
    const tries = Array.from({ length: 60 }, (_, i) =>
      signIn(deps, visitor(`10.7.0.${i + 1}`), {
        identifier: `guess${i}@example.com`,
        password: "not this one",
      }),
    );
    expect(reasons(await Promise.all(tries))).toEqual({ wrong_credentials: 50, login_throttled: 10 });
    const person = await newPerson(deps);
    expect(await attempt(person, "10.7.0.99", PASSWORD)).toMatchObject({ reason: "login_throttled" });
    expect(await attempt(person, "10.8.0.1", PASSWORD)).toMatchObject({ ok: true });
  });

  it("counts unknown names like known ones", async () => {
    const tries = Array.from({ length: 20 }, (_, i) =>
      signIn(deps, visitor(`10.9.${i}.1`), { identifier: "ghost@example.com", password: "not this one" }),
    );
    expect(reasons(await Promise.all(tries))).toEqual({ wrong_credentials: 5, login_throttled: 15 });
  });
});
