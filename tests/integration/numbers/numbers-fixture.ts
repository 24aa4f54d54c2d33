import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Db } from "@/lib/db/client";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import type { NumbersDeps } from "@/lib/domain/numbers/ports";
import { getOrder } from "@/lib/domain/numbers/queries";
import type { OrderView } from "@/lib/domain/numbers/types";
import { checkLedger } from "@/lib/domain/wallet/queries";
import { actorOf, deposit, moneyOf, newUser, walletDeps } from "../wallet/wallet-fixture";
import { FakeUpstream } from "./fake-upstream";

export const PRICE = 350_000n;

export interface Shop {
  deps: NumbersDeps;
  upstream: FakeUpstream;
  /** By code: wa, tg. */
  services: Record<string, string>;
  countryId: string;
  ownId: string;
  supplierId: string;
}

export interface ShopOptions {
  ownNumbers?: number;
  /** What the supplier says it has; 0: it is not asked. */
  supplierCount?: number;
  supplierFirst?: boolean;
}

// Counted across files, which share this module: the digits never spell an order number (100001 and up).
let nextNumber = 0;

/** Numbers of our own, allowed for all services. Returns them in the order in which they are sold. */
export async function addNumbers(
  shop: Pick<Shop, "deps" | "services" | "countryId" | "ownId">,
  count: number,
): Promise<string[]> {
  const rows = Array.from({ length: count }, () => {
    nextNumber += 1;
    return { id: randomUUID(), e164: `+55219${String(33_000_000 + nextNumber)}`, countryId: shop.countryId };
  });
  await shop.deps.db.phoneNumber.createMany({ data: rows });
  await shop.deps.db.phoneNumberService.createMany({
    data: rows.flatMap(({ id }) =>
      Object.values(shop.services).map((serviceId) => ({
        id: randomUUID(),
        phoneNumberId: id,
        serviceId,
        providerId: shop.ownId,
        countryId: shop.countryId,
      })),
    ),
  });
  return rows.map(({ e164 }) => e164);
}

async function addServices(db: Db, countryId: string): Promise<Record<string, string>> {
  const named = [
    { code: "wa", slug: "whatsapp", name: "WhatsApp", matchWords: ["whatsapp"] },
    { code: "tg", slug: "telegram", name: "Telegram", matchWords: ["telegram"] },
  ];
  const services: Record<string, string> = {};
  for (const service of named) {
    const id = randomUUID();
    services[service.code] = id;
    await db.service.create({ data: { id, ...service, basePriceMicros: PRICE, currentPriceMicros: PRICE } });
    await db.offer.create({
      data: { id: randomUUID(), serviceId: id, countryId, basePriceMicros: PRICE, currentPriceMicros: PRICE },
    });
  }
  return services;
}

/** Two services in one country, our own numbers and a supplier. */
export async function openShop(db: Db, options: ShopOptions = {}): Promise<Shop> {
  const { ownNumbers = 0, supplierCount = 0, supplierFirst = true } = options;
  const upstream = new FakeUpstream();
  const deps: NumbersDeps = { ...walletDeps(db), smsProviders: { forProvider: () => upstream } };
  const countryId = randomUUID();
  await db.country.create({
    data: { id: countryId, iso2: "BR", legacyId: 73, nameEn: "Brazil", phoneCode: "55" },
  });
  const services = await addServices(db, countryId);
  const own = await db.provider.create({
    data: { id: randomUUID(), code: "own", name: "Own stock", kind: "OWN_STOCK", priority: 50 },
  });
  const supplier = await db.provider.create({
    data: {
      id: randomUUID(),
      code: "up",
      name: "Supplier",
      kind: "SMS_ACTIVATE",
      baseUrl: "http://127.0.0.1:9",
      priority: supplierFirst ? 10 : 90,
      pollIntervalMs: 100,
    },
  });
  if (supplierCount > 0) {
    await db.supplierOffer.createMany({
      data: Object.values(services).map((serviceId) => ({
        id: randomUUID(),
        providerId: supplier.id,
        serviceId,
        countryId,
        costMicros: upstream.costMicros,
        count: supplierCount,
        seenAt: new Date(),
      })),
    });
  }
  const shop: Shop = { deps, upstream, services, countryId, ownId: own.id, supplierId: supplier.id };
  await addNumbers(shop, ownNumbers);
  return shop;
}

/** Somebody with money. */
export async function newCustomer(shop: Shop, micros: bigint = 10_000_000n): Promise<UserActor> {
  const userId = await newUser(shop.deps.db);
  if (micros > 0n) await deposit(shop.deps.db, userId, micros);
  return actorOf(userId);
}

export function rentInput(overrides: Partial<Parameters<typeof rentNumber>[2]> = {}) {
  return {
    service: "whatsapp",
    country: "br",
    expectedPriceMicros: PRICE,
    idempotencyKey: randomUUID(),
    idempotencyScope: "test",
    ...overrides,
  };
}

export async function rent(
  shop: Shop,
  actor: UserActor,
  overrides: Parameters<typeof rentInput>[0] = {},
): Promise<OrderView> {
  const rented = await rentNumber(shop.deps, actor, rentInput(overrides));
  if (!rented.ok) throw new Error(`refused: ${rented.reason}`);
  return rented.order;
}

export async function orderOf(shop: Shop, actor: UserActor, id: string): Promise<OrderView> {
  const order = await getOrder(shop.deps, customerScope(actor), { id });
  if (!order) throw new Error(`no order ${id}`);
  return order;
}

/** Moves business time on. */
export async function pass(shop: Shop, seconds: number): Promise<void> {
  await shop.deps.db.$executeRaw`UPDATE business_clock SET offset_seconds = offset_seconds + ${seconds}::int`;
}

export function money(shop: Shop, actor: UserActor) {
  return moneyOf(shop.deps.db, actor.userId);
}

let messages = 0;

export function sms(to: string | null, body: string, from = "WhatsApp") {
  messages += 1;
  return { source: "generic", providerMessageId: `m-${messages}`, from, to: to ?? undefined, body };
}

/** The oracle of every test: the ledger balances, and no order ended both paid and released. */
export async function expectSound(shop: Shop): Promise<void> {
  expect(await checkLedger(shop.deps)).toMatchObject({ ok: true, problems: [] });
  const odd = await shop.deps.db.$queryRaw<object[]>`
    SELECT o.number, o.status, h.status AS hold FROM orders o LEFT JOIN holds h ON h.id = o.hold_id
    WHERE (o.first_code_at IS NOT NULL) <> (h.status = 'CAPTURED')
      OR (o.end_at IS NOT NULL AND o.first_code_at IS NULL) <> (h.status = 'VOIDED')`;
  expect(odd).toEqual([]);
  const sold = await shop.deps.db.$queryRaw<object[]>`
    SELECT phone_number_id, service_id FROM orders WHERE status IN ('PENDING', 'ACTIVE') AND phone_number_id IS NOT NULL
    GROUP BY 1, 2 HAVING count(*) > 1`;
  expect(sold).toEqual([]);
}
