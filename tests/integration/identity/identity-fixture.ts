import { randomBytes } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { signIn } from "@/lib/domain/identity/commands/sign-in";
import { signUp } from "@/lib/domain/identity/commands/sign-up";
import type { IdentityDeps, Mail } from "@/lib/domain/identity/ports";
import type { Visitor } from "@/lib/domain/identity/types";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { EventKind, EventPayloads } from "@/lib/domain/kernel/events";
import { createCipher } from "@/lib/integrations/crypto/cipher";
import { createPasswordHasher } from "@/lib/integrations/password/hasher";
import { createClock } from "@/lib/integrations/system/clock";
import { systemIds } from "@/lib/integrations/system/ids";

export const PASSWORD = "a quiet switchboard";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

export interface TestIdentity extends IdentityDeps {
  sent: Mail[];
}

/** Real database, cipher and hashing (at bcrypt's lowest cost); mail is kept in a list. */
export function createTestIdentity(db: Db, mode: "demo" | "production" = "demo"): TestIdentity {
  const sent: Mail[] = [];
  const silent = () => undefined;
  return {
    db,
    mode,
    clock: createClock(),
    ids: systemIds,
    cipher: createCipher(`k1:${randomBytes(32).toString("base64")}`),
    log: { info: silent, warn: silent, error: silent },
    passwords: createPasswordHasher({ cost: 4 }),
    sent,
    mailer: {
      mailbox: null,
      async send(mail) {
        sent.push(mail);
      },
    },
  };
}

export function visitor(ipAddress = "203.0.113.7", userAgent = FIREFOX): Visitor {
  return { ipAddress, userAgent, requestId: "test-request" };
}

export interface Person {
  id: string;
  username: string;
  email: string;
}

let people = 0;

/** Signs somebody up through the front door. */
export async function newPerson(deps: IdentityDeps, password = PASSWORD): Promise<Person> {
  people += 1;
  const username = `person${people}`;
  const email = `${username}@example.com`;
  const answer = await signUp(deps, { username, email, password, locale: "en" });
  if (!answer.ok) throw new Error(`sign-up was refused: ${answer.reason}`);
  const { id } = await deps.db.user.findUniqueOrThrow({ where: { email } });
  return { id, username, email };
}

/** Signs somebody in and gives the actor their next request would have. */
export async function newActor(
  deps: IdentityDeps,
  person: Person,
  from = visitor(),
  password = PASSWORD,
): Promise<UserActor> {
  const opened = await signIn(deps, from, { identifier: person.email, password });
  if (!opened.ok) throw new Error(`sign-in was refused: ${opened.reason}`);
  return {
    kind: "user",
    userId: person.id,
    username: person.username,
    role: "CUSTOMER",
    verificationLevel: 0,
    sessionId: opened.sessionId,
    apiKeyId: null,
    door: "web",
    ipAddress: from.ipAddress,
    requestId: from.requestId,
  };
}

/** Payloads of the events about somebody, oldest first. */
export async function eventsOf<K extends EventKind>(
  deps: IdentityDeps,
  kind: K,
  userId: string,
): Promise<EventPayloads[K][]> {
  const rows = await deps.db.outboxEvent.findMany({ where: { kind }, orderBy: { id: "asc" } });
  const payloads = rows.map((row) => row.payload as unknown as EventPayloads[K]);
  return payloads.filter((payload) => "userId" in payload && payload.userId === userId);
}

/** The one-time token of the last mail of this kind, as its link carries it. */
export async function lastToken(
  deps: IdentityDeps,
  kind: "user.email_verification_requested" | "user.password_reset_requested",
  userId: string,
): Promise<string> {
  const last = (await eventsOf(deps, kind, userId)).at(-1);
  if (!last) throw new Error(`no ${kind}`);
  return deps.cipher.decrypt(Buffer.from(last.tokenCiphertext, "base64"));
}
