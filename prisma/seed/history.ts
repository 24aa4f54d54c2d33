import { systemActor, type UserActor } from "@/lib/domain/kernel/actor";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { STOCKED_COUNTRIES, STOCKED_SERVICES } from "./catalogue";
import type { SeedDeps } from "./seed-deps";

const DONE = "demo.history";
const USERNAME = "past-customers";
const MONEY_MICROS = 1_000_000_000n;
const ROUNDS = 6;
const DAYS_BACK = 24;
const DAY_SECONDS = 86_400;
const WINDOW_SECONDS = 1_200;

/** One past customer for all: nobody can sign in as them. */
async function makeCustomer({ db, ids }: SeedDeps): Promise<UserActor> {
  const user = await db.user.upsert({
    where: { username: USERNAME },
    update: {},
    create: {
      id: ids.uuid(),
      username: USERNAME,
      displayName: "Past customers",
      isDemo: true,
      verificationLevel: 1,
    },
  });
  return {
    kind: "user",
    userId: user.id,
    username: USERNAME,
    role: "CUSTOMER",
    verificationLevel: 1,
    sessionId: null,
    apiKeyId: null,
    door: "cli",
    ipAddress: null,
    requestId: null,
  };
}

async function setClock({ db }: SeedDeps, offsetSeconds: number): Promise<void> {
  await db.$executeRaw`UPDATE business_clock SET offset_seconds = ${Math.round(offsetSeconds)}::bigint WHERE id = 1`;
}

/** The same numbers at every seed: which orders get no code, and how long the others wait. */
function outcomeOf(round: number, index: number): { gotCode: boolean; waitSeconds: number } {
  const mixed = (round * 31 + index * 17) % 23;
  return { gotCode: mixed % 6 !== 0, waitSeconds: 6 + mixed * 2 };
}

function digitsFor(index: number): string {
  return String(100_000 + ((index * 7_919 + 13) % 900_000));
}

/** One order from rent to end, in the business time of then. */
async function runOrder(
  deps: SeedDeps,
  actor: UserActor,
  shelf: { slug: string; name: string; iso2: string },
  at: number,
  index: number,
) {
  const { gotCode, waitSeconds } = outcomeOf(Math.floor(index / 24), index);
  await setClock(deps, at);
  const rented = await rentNumber(deps, actor, {
    service: shelf.slug,
    country: shelf.iso2,
    idempotencyScope: "demo-history",
    idempotencyKey: `history-${index}`,
  });
  if (!rented.ok || rented.order.status !== "ACTIVE") return;
  await setClock(deps, at + waitSeconds);
  if (gotCode) {
    await receiveMessage(deps, {
      source: "demo-history",
      providerMessageId: String(index),
      from: shelf.name,
      orderId: rented.order.id,
      body: `Your ${shelf.name} code: ${digitsFor(index)}`,
    });
    await finishOrder(deps, actor, { orderId: rented.order.id });
  } else {
    await setClock(deps, at + WINDOW_SECONDS + 1);
    await expireOrders(deps);
  }
}

/**
 * A history for the screens to compute from: orders of the last weeks, run through the product itself in the business
 * time of then, on our own numbers, and marked. One that was interrupted is gone through again: its orders have their
 * keys. Business time is real again afterwards. Returns false when it was there already.
 */
export async function seedHistory(deps: SeedDeps): Promise<boolean> {
  const { db } = deps;
  if (await db.setting.findUnique({ where: { key: DONE } })) return false;
  const actor = await makeCustomer(deps);
  await grantCredit(deps, systemActor("demo seed", "cli"), {
    userId: actor.userId,
    amountMicros: MONEY_MICROS,
    reason: "Money of the demo's history",
    key: `demo-history-${actor.userId}`,
  });
  const services = await db.service.findMany({
    where: { code: { in: [...STOCKED_SERVICES] } },
    select: { slug: true, name: true, code: true },
  });
  const shelves = STOCKED_SERVICES.flatMap((code) =>
    services.filter((service) => service.code === code),
  ).flatMap(({ slug, name }) => STOCKED_COUNTRIES.map((iso2) => ({ slug, name, iso2 })));
  const total = shelves.length * ROUNDS;
  try {
    for (let index = 0; index < total; index += 1) {
      const shelf = shelves[index % shelves.length];
      const at = -DAYS_BACK * DAY_SECONDS * (1 - index / total) - DAY_SECONDS;
      if (shelf) await runOrder(deps, actor, shelf, at, index);
    }
  } finally {
    await setClock(deps, 0);
  }
  await db.order.updateMany({ where: { userId: actor.userId }, data: { isDemoHistory: true } });
  await db.setting.create({ data: { key: DONE, value: true } });
  return true;
}
