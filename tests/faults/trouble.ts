import { customerScope } from "@/lib/domain/kernel/actor";
import type { Refusal } from "@/lib/domain/kernel/result";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { getOrder } from "@/lib/domain/numbers/queries";
import type { OrderView } from "@/lib/domain/numbers/types";
import { getBalance } from "@/lib/domain/wallet/queries";
import { JOBS } from "@/lib/jobs/registry";
import { startJobs } from "@/lib/jobs/runner";
import { type Simulators, startSimulators } from "@/lib/simulators/start";
import { openWorld, type Person, TEST_SECRETS, type World } from "../support/world";
import { until } from "./processes";
import { countUnsettled, expectSound, openShop } from "./shop";

/** Longer than an order's window. */
export const WINDOW_SECONDS = 1_260;
/** What everybody begins with. */
export const START_MICROS = 10_000_000n;

type Answer = Refusal | { ok: true; order: OrderView };

/** A shop whose one supplier does as it is told, with the jobs of one process. */
export interface Trouble {
  world: World;
  simulators: Simulators;
  customer(): Promise<Person>;
  rent(person: Person): Promise<Answer>;
  rented(person: Person): Promise<OrderView>;
  /** Waits until their order is as wanted, and returns it. */
  becomes(
    person: Person,
    id: string,
    wanted: (order: OrderView) => boolean,
    name: string,
  ): Promise<OrderView>;
  moneyOf(person: Person): Promise<[available: bigint, held: bigint]>;
  /** The worker goes away, and comes back. */
  stopJobs(): Promise<void>;
  startJobs(): void;
  /** Whatever went wrong: the books are right, and the supplier is well again for the next test. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function openTrouble(): Promise<Trouble> {
  const simulators = await startSimulators({
    port: 0,
    secret: TEST_SECRETS.SIMULATOR_SECRET,
    seed: 3,
    delay: { minMs: 0, maxMs: 0 },
  });
  const world = await openWorld({ SIMULATOR_URL: simulators.url });
  const { deps } = world;
  await openShop(deps);
  let jobs = startJobs(deps, JOBS);
  let rents = 0;

  async function rent(person: Person): Promise<Answer> {
    rents += 1;
    return rentNumber(deps, person.actor, {
      service: "whatsapp",
      country: "BR",
      idempotencyScope: "test",
      idempotencyKey: `trouble-${rents}`,
    });
  }

  return {
    world,
    simulators,
    customer: () => world.person({ usd: Number(START_MICROS / 1_000_000n) }),
    rent,
    async rented(person) {
      const answer = await rent(person);
      if (!answer.ok) throw new Error(answer.reason);
      return answer.order;
    },
    async becomes(person, id, wanted, name) {
      let order: OrderView | null = null;
      const look = async () => {
        order = await getOrder(deps, customerScope(person.actor), { id });
        return order !== null && wanted(order);
      };
      await until(look, name).catch((error: Error) => {
        throw new Error(`${error.message}; it is ${JSON.stringify(order)}`);
      });
      return order as unknown as OrderView;
    },
    async moneyOf(person) {
      const { availableMicros, heldMicros } = await getBalance(deps, customerScope(person.actor));
      return [availableMicros, heldMicros];
    },
    stopJobs: () => jobs.stop(),
    startJobs() {
      jobs = startJobs(deps, JOBS);
    },
    async settle() {
      simulators.upstream.setBehaviour("deliver");
      simulators.upstream.refuseUntil = 0;
      await deps.db.provider.updateMany({ data: { pausedUntil: null, consecutiveFailures: 0 } });
      await deps.db.supplierOffer.updateMany({ data: { count: 500 } });
      await until(async () => (await countUnsettled(deps)) === 0, "no order is undecided");
      await expectSound(deps);
    },
    async close() {
      await jobs.stop();
      await world.close();
      await simulators.close();
    },
  };
}
