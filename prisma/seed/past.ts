import { ADVISORY_LOCKS } from "@/lib/db/advisory-locks";
import type { Tx } from "@/lib/db/client";
import { MICROS_PER_UNIT } from "@/lib/domain/kernel/money";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { simulatedCostMicros } from "@/lib/simulators/sms-upstream/assortment";
import { PAST_COUNTRIES, PAST_SERVICES } from "./catalogue";
import { insertRows } from "./insert-rows";
import { PAST_CUSTOMERS, PAST_DAYS, type PastShelf, planPast } from "./past-plan";
import { insertPast, type PastRow } from "./past-rows";
import { readServices } from "./reference";
import type { SeedDeps } from "./seed-deps";

const DONE = "demo.past";
const MONEY_MICROS = 100n * MICROS_PER_UNIT;
const DAY_SECONDS = 86_400;
/** The last of them ended before now. */
const PAST_SECONDS = PAST_DAYS * DAY_SECONDS + 3_600;
/** Customers came and paid in before they bought. */
const CAME_SECONDS = PAST_SECONDS + DAY_SECONDS;

const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString("hex")}`;

/** The offers that have a past, both by fame. */
async function readShelves(tx: Tx): Promise<PastShelf[]> {
  const fame = readServices()
    .filter(({ cents }) => cents !== null)
    .slice(0, PAST_SERVICES)
    .map(({ code }) => code);
  const offers = await tx.offer.findMany({
    where: {
      operatorId: null,
      service: { code: { in: fame } },
      country: { iso2: { in: [...PAST_COUNTRIES] }, isCanonical: true },
    },
    select: {
      basePriceMicros: true,
      service: { select: { id: true, code: true, name: true } },
      country: { select: { id: true, iso2: true, legacyId: true } },
    },
  });
  const shelfOf = new Map(offers.map((offer) => [`${offer.service.code}:${offer.country.iso2}`, offer]));
  return fame.flatMap((code) =>
    PAST_COUNTRIES.flatMap((iso2) => {
      const offer = shelfOf.get(`${code}:${iso2}`);
      if (!offer) return [];
      return {
        serviceId: offer.service.id,
        serviceCode: code,
        serviceName: offer.service.name,
        countryId: offer.country.id,
        iso2,
        legacyId: offer.country.legacyId,
        priceMicros: offer.basePriceMicros,
      };
    }),
  );
}

/** Customers of the past with money in their wallets: nobody can sign in as them. Returns their ids. */
async function makeCustomers(tx: Tx, { ids, clock }: SeedDeps): Promise<string[]> {
  const came = new Date(clock.securityNow().getTime() - CAME_SECONDS * 1000);
  const customers = Array.from({ length: PAST_CUSTOMERS }, (_, index) => ({
    id: ids.uuid(),
    username: `past-customer-${index + 1}`,
    display_name: `Past customer ${index + 1}`,
    is_demo: true,
    verification_level: 1,
    // One after the other, in the days before.
    registered_at: new Date(came.getTime() - index * 4 * 3_600_000),
    updated_at: came,
  }));
  await insertRows(tx, "users", customers);
  // Business time of then, seen by this transaction alone: it is put back before the commit.
  await tx.$executeRaw`UPDATE business_clock SET offset_seconds = offset_seconds - ${CAME_SECONDS}::bigint`;
  for (const { id } of customers) {
    await depositMoney(tx, {
      userId: id,
      amountMicros: MONEY_MICROS,
      source: "ext:sandbox",
      kind: "deposit.sandbox",
      key: `demo:past:${id}`,
      line: { id: ids.uuid(), type: "DEPOSIT", gateway: "SANDBOX", paymentMethod: "CARD" },
    });
  }
  await tx.$executeRaw`UPDATE business_clock SET offset_seconds = offset_seconds + ${CAME_SECONDS}::bigint`;
  return customers.map(({ id }) => id);
}

async function writePast(tx: Tx, deps: SeedDeps): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.seedDemo})`;
  if (await tx.setting.findUnique({ where: { key: DONE } })) return false;
  const provider = await tx.provider.findUnique({ where: { code: "simulated" } });
  const shelves = await readShelves(tx);
  if (!provider || shelves.length === 0) return false;
  const { ids, cipher } = deps;
  const customers = await makeCustomers(tx, deps);
  const rows = planPast(shelves).map((order, index): PastRow => {
    const { shelf, code, isCanceled } = order;
    const withoutCode = isCanceled
      ? ({ status: "CANCELED", reason: "USER" } as const)
      : ({ status: "EXPIRED", reason: "TIMEOUT" } as const);
    return {
      n: index + 1,
      order_id: ids.uuid(),
      line_id: ids.uuid(),
      message_id: ids.uuid(),
      user_id: customers[order.customer] ?? "",
      service_id: shelf.serviceId,
      country_id: shelf.countryId,
      provider_id: provider.id,
      from_name: shelf.serviceName,
      phone: order.phoneE164,
      price: shelf.priceMicros.toString(),
      cost: simulatedCostMicros(shelf.serviceCode).toString(),
      start_s: order.startSeconds,
      wait_s: code?.waitSeconds ?? null,
      end_s: order.endSeconds,
      ...(code ? ({ status: "COMPLETED", reason: "FINISHED" } as const) : withoutCode),
      body: code ? hex(cipher.encrypt(code.text)) : null,
      code: code ? hex(cipher.encrypt(code.code)) : null,
    };
  });
  await insertPast(tx, rows, PAST_SECONDS);
  await tx.setting.create({ data: { key: DONE, value: true } });
  return true;
}

/**
 * Four weeks of finished orders at the simulated supplier, of the best known services in twenty countries, with their
 * money in the ledger and their messages: what rates, waits and popularity are computed from. All of it or nothing, once.
 */
export function seedPast(deps: SeedDeps): Promise<boolean> {
  return deps.db.$transaction((tx) => writePast(tx, deps), { timeout: 60_000, maxWait: 60_000 });
}
