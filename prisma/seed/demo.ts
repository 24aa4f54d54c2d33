import { ADVISORY_LOCKS } from "@/lib/db/advisory-locks";
import type { Tx } from "@/lib/db/client";
import { createDemoUsers } from "@/lib/domain/identity/commands/create-demo-users";
import type { IdentityDeps } from "@/lib/domain/identity/ports";
import { MICROS_PER_UNIT, parseDecimal } from "@/lib/domain/kernel/money";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { SIMULATED_API_KEY } from "@/lib/simulators/key";
import { COUNTRIES, OWN_STOCK, SERVICES } from "./catalogue";

export interface SeedDeps extends IdentityDeps {
  env: { simulatorUrl: string };
}

const START_MONEY_MICROS = 50n * MICROS_PER_UNIT;

async function seedCatalogue(tx: Tx, deps: SeedDeps): Promise<void> {
  const services = SERVICES.map(({ price, aliases, matchWords, ...service }) => {
    const micros = parseDecimal(price) ?? 0n;
    return {
      ...service,
      id: deps.ids.uuid(),
      aliases: [...aliases],
      matchWords: [...matchWords],
      basePriceMicros: micros,
      currentPriceMicros: micros,
    };
  });
  const countries = COUNTRIES.map((country) => ({ ...country, id: deps.ids.uuid() }));
  await tx.service.createMany({ data: services });
  await tx.country.createMany({ data: countries.map(({ factor: _factor, ...country }) => country) });
  await tx.offer.createMany({
    data: services.flatMap((service) =>
      countries.map((country) => {
        const cents = (service.basePriceMicros * country.factor) / 100n / 10_000n;
        const priceMicros = cents * 10_000n;
        return {
          id: deps.ids.uuid(),
          serviceId: service.id,
          countryId: country.id,
          basePriceMicros: priceMicros,
          currentPriceMicros: priceMicros,
        };
      }),
    ),
  });
  await seedOwnStock(tx, deps, services, countries);
}

interface Named {
  id: string;
  iso2?: string;
}

async function seedOwnStock(tx: Tx, deps: SeedDeps, services: Named[], countries: Named[]): Promise<void> {
  const country = countries.find(({ iso2 }) => iso2 === OWN_STOCK.iso2);
  if (!country) throw new Error("own stock stands in no country of the catalogue");
  const providerId = deps.ids.uuid();
  await tx.provider.createMany({
    data: [
      {
        id: providerId,
        code: "own",
        name: "Own numbers",
        kind: "OWN_STOCK",
        priority: 10,
        isSimulated: true,
      },
      {
        id: deps.ids.uuid(),
        code: "simulated",
        name: "Simulated upstream",
        kind: "SMS_ACTIVATE",
        baseUrl: deps.env.simulatorUrl,
        credentials: deps.cipher.encrypt(SIMULATED_API_KEY),
        priority: 100,
        isSimulated: true,
        cancelAfterSeconds: 120,
        pollIntervalMs: 1_000,
      },
    ],
  });
  const numbers = Array.from({ length: OWN_STOCK.count }, (_, index) => ({
    id: deps.ids.uuid(),
    e164: `+${OWN_STOCK.first + BigInt(index)}`,
    countryId: country.id,
  }));
  await tx.phoneNumber.createMany({ data: numbers });
  await tx.phoneNumberService.createMany({
    data: numbers.flatMap((number) =>
      services.map((service) => ({
        id: deps.ids.uuid(),
        phoneNumberId: number.id,
        serviceId: service.id,
        providerId,
        countryId: country.id,
      })),
    ),
  });
}

/** The demo's people, catalogue, own numbers and simulated supplier. Safe to repeat and to run twice at once. */
export async function seedDemo(deps: SeedDeps): Promise<{ created: boolean }> {
  if (deps.mode !== "demo") throw new Error("demo data exists only in demo mode");
  const users = await createDemoUsers(deps);
  return deps.db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.seedDemo})`;
      const customer = await tx.user.findUnique({
        where: { email: "customer@patchbay.test" },
        select: { id: true },
      });
      if (customer) {
        await depositMoney(tx, {
          userId: customer.id,
          amountMicros: START_MONEY_MICROS,
          source: "ext:sandbox",
          kind: "deposit.sandbox",
          key: `demo:start:${customer.id}`,
          line: { id: deps.ids.uuid(), type: "DEPOSIT", gateway: "SANDBOX", paymentMethod: "CARD" },
        });
      }
      const isFresh = (await tx.service.count()) === 0;
      if (isFresh) await seedCatalogue(tx, deps);
      return { created: isFresh || Object.keys(users).length > 0 };
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}
