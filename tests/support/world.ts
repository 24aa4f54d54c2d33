import { createApiApp } from "@/lib/api/app";
import { cookieName, sealSessionId } from "@/lib/auth/session-cookie";
import { closeDeps, createDeps, type Deps } from "@/lib/deps";
import type { Role, UserActor } from "@/lib/domain/kernel/actor";
import { MICROS_PER_UNIT } from "@/lib/domain/kernel/money";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { readEnv } from "@/lib/env";

import { createTestDatabase, type TestDatabase } from "./database";

/** Secrets of tests; the hooks' is in the form that Standard Webhooks wants. */
export const TEST_SECRETS = {
  AUTH_SECRET: "test-secret-of-at-least-thirty-two-characters",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  HOOK_SECRETS: Buffer.alloc(32, 9).toString("base64"),
  TWILIO_AUTH_TOKEN: "0123456789abcdef0123456789abcdef",
  METRICS_TOKEN: "metrics-token-of-the-tests",
  SIMULATOR_SECRET: "simulator-secret-of-the-tests",
};

/** A whole product on a database of its own: dependencies, API app, people. */
export interface World {
  deps: Deps;
  database: TestDatabase;
  app: ReturnType<typeof createApiApp>;
  /** Somebody with money (whole USD), signed in. */
  person(options?: { role?: Role; usd?: number; level?: number }): Promise<Person>;
  close(): Promise<void>;
}

export interface Person {
  actor: UserActor;
  cookie: string;
}

const LEVEL_WITHOUT_DAILY_LIMIT = 1;

/** Opens a world. `env` overrides what the tests use; the database is a fresh one unless another is given. */
export async function openWorld(env: Record<string, string> = {}, given?: TestDatabase): Promise<World> {
  const database = given ?? (await createTestDatabase());
  const deps = createDeps(
    readEnv({
      NODE_ENV: "test",
      PATCHBAY_MODE: "demo",
      PUBLIC_URL: "http://localhost:3000",
      LOG_LEVEL: "silent",
      PASSWORD_COST: "4",
      DATABASE_URL: database.url,
      ...TEST_SECRETS,
      ...env,
    }),
  );
  await deps.notifications.ready();
  let made = 0;

  async function person(
    { role = "CUSTOMER", usd = 0, level = LEVEL_WITHOUT_DAILY_LIMIT } = {} as {
      role?: Role;
      usd?: number;
      level?: number;
    },
  ): Promise<Person> {
    made += 1;
    const id = deps.ids.uuid();
    const username = `person${made}`;
    await deps.db.user.create({
      data: {
        id,
        username,
        email: `${username}@example.test`,
        role,
        verificationLevel: level,
        emailVerifiedAt: deps.clock.securityNow(),
      },
    });
    if (usd > 0) {
      await deps.db.$transaction((tx) =>
        depositMoney(tx, {
          userId: id,
          amountMicros: BigInt(usd) * MICROS_PER_UNIT,
          source: "ext:sandbox",
          kind: "deposit.sandbox",
          key: `test:${id}:money`,
          line: { id: deps.ids.uuid(), type: "DEPOSIT", gateway: "SANDBOX", paymentMethod: "CARD" },
        }),
      );
    }
    const sessionId = deps.ids.uuid();
    const dayMs = 86_400_000;
    await deps.db.session.create({
      data: { id: sessionId, userId: id, expiresAt: new Date(deps.clock.securityNow().getTime() + dayMs) },
    });
    return {
      cookie: `${cookieName("session", deps.env)}=${await sealSessionId(deps.env, sessionId)}`,
      actor: {
        kind: "user",
        userId: id,
        username,
        role,
        verificationLevel: level,
        sessionId,
        apiKeyId: null,
        door: "web",
        ipAddress: "127.0.0.1",
        requestId: null,
      },
    };
  }

  let app: World["app"] | undefined;
  return {
    deps,
    database,
    get app() {
      app ??= createApiApp(deps);
      return app;
    },
    person,
    async close() {
      await closeDeps(deps);
      await database.close();
    },
  };
}
