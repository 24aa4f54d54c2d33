import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type Person, type World } from "../support/world";
import { type DurableCluster, startDurableCluster } from "./durable-cluster";
import {
  bundleRentServer,
  loadRentServer,
  productEnvironment,
  type Running,
  startUpstream,
  until,
} from "./processes";
import { startRenters } from "./renters";
import { addOwnNumbers, countUnsettled, expectAgreement, expectSound, openShop, pass } from "./shop";

const STRIKES = ["SIGKILL", "SIGQUIT", "SIGKILL", "SIGQUIT"] as const;
const RECOVERY_LIMIT_MS = 10_000;

let upstream: Running;
let cluster: DurableCluster;
let world: World;
let server: Running | null = null;

beforeAll(async () => {
  [upstream, cluster] = await Promise.all([startUpstream(), startDurableCluster(), bundleRentServer()]);
  world = await openWorld({ SIMULATOR_URL: upstream.url }, cluster.database);
  await openShop(world.deps);
  await addOwnNumbers(world.deps, { service: "tg", country: "BR", count: 200 });
  await world.deps.simulators.send("delay", { minMs: 200, maxMs: 20_000 });
});

afterAll(async () => {
  await server?.kill();
  await upstream?.kill();
  await world?.close();
});

function look(path: string, person: Person): Promise<Response> {
  return fetch(`${server?.url}${path}`, {
    headers: { cookie: person.cookie },
    signal: AbortSignal.timeout(15_000),
  });
}

test("a database that is killed and restarted during rents costs nobody anything", async () => {
  const env = productEnvironment(world.database.url, { SIMULATOR_URL: upstream.url, LOG_LEVEL: "silent" });
  server = await loadRentServer(env).go();
  const people = await Promise.all(Array.from({ length: 4 }, () => world.person({ usd: 2_000 })));
  const [person] = people as [Person];
  const withoutAdvice: number[] = [];
  const renters = startRenters({
    people,
    seed: 11,
    url: async () => server?.url ?? "",
    onTrouble: (response) => {
      if (!response.headers.get("retry-after")) withoutAdvice.push(response.status);
    },
  });
  const recoveries: number[] = [];

  for (const signal of STRIKES) {
    const before = renters.answers.length;
    await until(() => renters.answers.length >= before + 8, "rents go on");
    cluster.strike(signal);
    await until(() => !cluster.isRunning(), "the database is gone");
    const refused = renters.troubles.get(503) ?? 0;
    await until(() => (renters.troubles.get(503) ?? 0) > refused, "rents are told to come again");
    for (const path of ["/api/portal/activations", "/api/stream", "/api/health/ready"]) {
      const away = await look(path, person);
      expect([path, away.status, Number(away.headers.get("retry-after")) > 0]).toEqual([path, 503, true]);
      await away.body?.cancel();
    }
    expect((await look("/api/health/live", person)).status).toBe(200);

    await cluster.revive();
    const back = performance.now();
    const known = renters.answers.length;
    await until(
      async () => (await look("/api/portal/activations", person)).status === 200,
      "pages are served again",
    );
    await until(() => renters.answers.length > known, "rents are served again");
    recoveries.push(Math.round(performance.now() - back));
    expect(recoveries.at(-1)).toBeLessThan(RECOVERY_LIMIT_MS);
  }
  await renters.finish();

  await until(() => world.deps.notifications.isConnected(), "this process listens again");
  await pass(world.deps, 90);
  await until(async () => (await countUnsettled(world.deps)) === 0, "no order is undecided");
  await expectSound(world.deps);
  await expectAgreement(world.deps);
  const keys = await world.deps.db.order.findMany({ select: { userId: true, idempotencyKey: true } });
  expect(new Set(keys.map((one) => one.idempotencyKey)).size).toBe(keys.length);
  expect(renters.troubles.get(500) ?? 0).toBe(0);
  expect(withoutAdvice).toEqual([]);
  process.stdout.write(
    `${STRIKES.length} strikes, ${keys.length} orders; served again after ${recoveries.join(", ")} ms\n`,
  );
});
