import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/lib/domain/kernel/actor";
import { closeOrder } from "@/lib/domain/numbers/commands/close-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { createRandom } from "@/lib/simulators/random";
import { openWorld, type Person, type World } from "../support/world";
import { addOwnNumbers, expectSound, openShop } from "./shop";

const RACES = 1_000;
const AT_ONCE = 4;
const SEED = 7;

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await openShop(world.deps);
  await addOwnNumbers(world.deps, { service: "wa", country: "BR", count: RACES });
});
afterAll(() => world?.close());

interface Race {
  orderId: string;
  phone: string;
}

async function rentOne(person: Person, index: number): Promise<Race> {
  const rented = await rentNumber(world.deps, person.actor, {
    service: "whatsapp",
    country: "BR",
    idempotencyScope: "test",
    idempotencyKey: `race-${index}`,
  });
  if (!rented.ok || !rented.order.phoneE164) throw new Error(`order ${index} was not rented`);
  return { orderId: rented.order.id, phone: rented.order.phoneE164 };
}

/** Works through the list, `width` at a time. */
async function each<T, R>(
  list: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  const rest = list.entries();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [index, item] of rest) done[index] = await work(item, index);
    }),
  );
  return done;
}

test(`of ${RACES} codes that arrive in the moment of the expiry each is paid or refunded, never both`, async () => {
  const { deps } = world;
  const people = await Promise.all(Array.from({ length: 10 }, () => world.person({ usd: 100 })));
  const races = await each(Array.from({ length: RACES }), AT_ONCE, (_, index) =>
    rentOne(people[index % people.length] as Person, index),
  );
  await deps.db.$executeRaw`UPDATE business_clock SET offset_seconds = offset_seconds + 1300`;

  const actor = systemActor("expire-orders");
  const random = createRandom(SEED);
  /** The head start at which both win equally often, on this machine and in this moment: who has just won gets less of it. */
  let evenMs = 3;
  const outcomes = await each(races, AT_ONCE, async ({ orderId, phone }, index) => {
    const expire = () =>
      closeOrder(deps, actor, {
        orderId,
        reason: "TIMEOUT",
        answerMs: 0,
        skipLocked: index % 2 === 0,
        onlyWhenDue: true,
      });
    const deliver = () =>
      receiveMessage(deps, {
        source: "generic",
        providerMessageId: `race-${index}`,
        from: "WhatsApp",
        to: phone,
        body: "Your WhatsApp code: 123-456",
      });
    // The sweep reads nothing before it locks, the SMS reads twice: a head start of the SMS makes the race even.
    const ahead = random() * 2 * evenMs;
    const later = async () => {
      const start = performance.now();
      while (performance.now() - start < ahead) await new Promise(setImmediate);
      return expire();
    };
    const [received] = await Promise.all([deliver(), later()]);
    evenMs *= received.outcome === "delivered" ? 0.97 : 1 / 0.97;
    // Skipped while the SMS held the row: the next round of the sweep comes.
    await expire();
    return received.outcome;
  });

  await expectSound(deps);
  const orders = await deps.db.$queryRaw<
    { id: string; status: string; hold: string; paid: boolean; late: boolean }[]
  >`
    SELECT o.id, o.status::text, h.status::text AS hold, o.first_code_at IS NOT NULL AS paid,
      o.late_code_at IS NOT NULL AS late
    FROM orders o JOIN holds h ON h.id = o.hold_id`;
  const byId = new Map(orders.map((order) => [order.id, order]));
  for (const [index, { orderId }] of races.entries()) {
    const order = byId.get(orderId);
    const expected =
      outcomes[index] === "delivered"
        ? { status: "COMPLETED", hold: "CAPTURED", paid: true, late: false }
        : { status: "EXPIRED", hold: "VOIDED", paid: false, late: true };
    expect(order).toEqual({ id: orderId, ...expected });
  }
  const paid = outcomes.filter((outcome) => outcome === "delivered").length;
  process.stdout.write(`${RACES} races: ${paid} paid, ${RACES - paid} refunded\n`);
  // A race that one side always wins shows nothing.
  expect(paid).toBeGreaterThan(RACES / 20);
  expect(paid).toBeLessThan(RACES - RACES / 20);
});
