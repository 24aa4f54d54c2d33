import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { expect } from "vitest";
import { type Db, openDatabase } from "@/lib/db/client";
import { customerScopeOf, type UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { type PlaceHoldInput, placeHold } from "@/lib/domain/wallet/commands/place-hold";
import { getBalance } from "@/lib/domain/wallet/queries";
import { createCipher } from "@/lib/integrations/crypto/cipher";
import { createClock } from "@/lib/integrations/system/clock";
import { systemIds } from "@/lib/integrations/system/ids";
import { createTestDatabase } from "@/tests/support/database";

const silent = () => {};

export interface TestWallet {
  db: Db;
  /** For statements as the database's owner. */
  url: string;
  close(): Promise<void>;
}

/** A migrated database of this test's own. */
export async function openTestWallet(): Promise<TestWallet> {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase({ url, poolSize: 12 });
  return {
    db,
    url,
    async close() {
      await db.$disconnect();
      await drop();
    },
  };
}

/** What wallet commands need, over a database of the test's own. */
export function walletDeps(db: Db, mode: KernelDeps["mode"] = "demo"): KernelDeps {
  return {
    db,
    mode,
    clock: createClock(),
    ids: systemIds,
    cipher: createCipher(`test:${Buffer.alloc(32, 7).toString("base64")}`),
    log: { info: silent, warn: silent, error: silent },
  };
}

export function actorOf(userId: string, role: UserActor["role"] = "CUSTOMER"): UserActor {
  return {
    kind: "user",
    userId,
    username: "someone",
    role,
    verificationLevel: 1,
    sessionId: null,
    apiKeyId: null,
    door: "web",
    ipAddress: "203.0.113.7",
    requestId: null,
  };
}

/** Something to buy: one service in one country from one provider. */
export interface Shelf {
  serviceId: string;
  countryId: string;
  providerId: string;
}

export async function stockShelf(db: Db): Promise<Shelf> {
  const country = await db.country.create({
    data: { id: randomUUID(), iso2: "BR", legacyId: 73, nameEn: "Brazil", phoneCode: "55" },
  });
  const service = await db.service.create({
    data: {
      id: randomUUID(),
      code: "wa",
      slug: "whatsapp",
      name: "WhatsApp",
      basePriceMicros: 350_000n,
      currentPriceMicros: 350_000n,
    },
  });
  const provider = await db.provider.create({
    data: { id: randomUUID(), code: "own", name: "Own stock", kind: "OWN_STOCK" },
  });
  return { serviceId: service.id, countryId: country.id, providerId: provider.id };
}

export async function newUser(db: Db): Promise<string> {
  const id = randomUUID();
  await db.user.create({ data: { id, username: `user-${id}` } });
  return id;
}

/** Orders that holds can belong to. Returns their ids. */
export async function newOrders(db: Db, shelf: Shelf, userId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await db.order.createMany({
    data: ids.map((id) => ({
      id,
      userId,
      ...shelf,
      priceMicros: 1n,
      idempotencyScope: "test",
      idempotencyKey: id,
      requestHash: "test",
    })),
  });
  return ids;
}

export function holdInput(userId: string, orderId: string, amountMicros: bigint): PlaceHoldInput {
  return {
    userId,
    amountMicros,
    currency: "USD",
    ownerType: "order",
    ownerId: orderId,
    expiresInSeconds: 1200,
    line: { id: randomUUID(), orderId, description: "WhatsApp, Brazil" },
  };
}

export function deposit(db: Db, userId: string, amountMicros: bigint, key: string = randomUUID()) {
  return inTransaction({ db }, (tx) =>
    depositMoney(tx, {
      userId,
      amountMicros,
      source: "ext:sandbox",
      kind: "deposit.sandbox",
      key: `deposit:${key}`,
      line: { id: randomUUID(), type: "DEPOSIT", gateway: "SANDBOX", paymentMethod: "CARD" },
    }),
  );
}

/** A placed hold of a new order. */
export async function heldOrder(db: Db, shelf: Shelf, userId: string, amountMicros: bigint) {
  const [orderId = ""] = await newOrders(db, shelf, userId, 1);
  const placed = await inTransaction({ db }, (tx) => placeHold(tx, holdInput(userId, orderId, amountMicros)));
  if (!("holdId" in placed)) throw new Error(`refused: ${placed.reason}`);
  return { orderId, ...placed };
}

/** [available, held, debt] */
export async function moneyOf(db: Db, userId: string): Promise<[bigint, bigint, bigint]> {
  const balance = await getBalance({ db }, customerScopeOf(userId));
  return [balance.availableMicros, balance.heldMicros, balance.debtMicros];
}

/** Runs statements as the database's owner, in one transaction, and expects the refusal with this code. */
export async function expectRefused(url: string, code: string | RegExp, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    await expect(
      (async () => {
        for (const statement of statements) await client.query(statement);
        await client.query("COMMIT");
      })(),
    ).rejects.toMatchObject({ code: expect.stringMatching(code) });
  } finally {
    await client.end();
  }
}
