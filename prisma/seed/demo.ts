import { ADVISORY_LOCKS } from "@/lib/db/advisory-locks";
import type { Tx } from "@/lib/db/client";
import { createDemoUsers } from "@/lib/domain/identity/commands/create-demo-users";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { MICROS_PER_UNIT } from "@/lib/domain/kernel/money";
import { refreshOfferStatistics } from "@/lib/domain/numbers/commands/refresh-offer-statistics";
import { rollUpOrders } from "@/lib/domain/overview/commands/roll-up-orders";
import { rollUpUsers } from "@/lib/domain/overview/commands/roll-up-users";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { seedDevelopers } from "./developers";
import { seedHistory } from "./history";
import { seedPast } from "./past";
import type { SeedDeps } from "./seed-deps";
import { seedShop, seedSupplierOffers } from "./shop";
import { seedVpn } from "./vpn";

const START_MONEY_MICROS = 50n * MICROS_PER_UNIT;

/** What a dollar is charged and shown as in the demo. */
const DEMO_RATES = { brl: "5.40", toman: "112000" };

/** Once, however often it is seeded: by the ledger's key. */
async function giveStartMoney(tx: Tx, deps: SeedDeps): Promise<void> {
  const customer = await tx.user.findUnique({
    where: { email: "customer@patchbay.test" },
    select: { id: true },
  });
  if (!customer) return;
  await depositMoney(tx, {
    userId: customer.id,
    amountMicros: START_MONEY_MICROS,
    source: "ext:sandbox",
    kind: "deposit.sandbox",
    key: `demo:start:${customer.id}`,
    line: { id: deps.ids.uuid(), type: "DEPOSIT", gateway: "SANDBOX", paymentMethod: "CARD" },
  });
}

/**
 * The demo's people, its shop with own numbers and a simulated supplier, and a history. Safe to repeat and to run twice at
 * once: what is there stays as it is. Only in demo mode. Returns whether anything was new.
 */
export async function seedDemo(deps: SeedDeps): Promise<{ created: boolean }> {
  if (deps.mode !== "demo") throw new RefusalError("demo_only");
  const users = await createDemoUsers(deps);
  const isNewShop = await deps.db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.seedDemo})`;
      await giveStartMoney(tx, deps);
      await tx.setting.createMany({
        data: [{ key: "billing.rates", value: DEMO_RATES }],
        skipDuplicates: true,
      });
      const isNewVpn = await seedVpn(tx, deps);
      const isNewShop = await seedShop(tx, deps);
      await seedDevelopers(tx, deps);
      return isNewShop || isNewVpn;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
  const isNewPast = await seedPast(deps);
  const isNewHistory = await seedHistory(deps);
  if (isNewPast || isNewHistory) {
    await refreshOfferStatistics(deps);
    await rollUpOrders(deps);
    await rollUpUsers(deps);
  }
  await seedSupplierOffers(deps);
  return { created: isNewShop || isNewPast || isNewHistory || Object.keys(users).length > 0 };
}
