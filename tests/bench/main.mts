import { join } from "node:path";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { listOrders } from "@/lib/domain/numbers/queries";
import { checkLedger } from "@/lib/domain/wallet/queries";
import { type DelayBench, prepareDelay } from "./delay.mjs";
import { prepareDoors } from "./doors.mjs";
import { alternate, median, quantile } from "./numbers.mjs";
import { openCluster, type Place } from "./places.mjs";
import { benchPolls } from "./polls.mjs";
import { prepareRents } from "./rents.mjs";
import { type Line, tableOf, writeTable } from "./report.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SMALL = 10_000;
const LARGE = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const RENTS = 600;
const DELAY_SECONDS = 6;
const PAGES = 200;

const say = (text: string) => process.stderr.write(`${text}\n`);
const whole = (value: number) => Math.round(value).toLocaleString("en");
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

async function benchRents(small: Place, large: Place): Promise<Line[]> {
  const here = await prepareRents(small.world);
  const there = await prepareRents(large.world);
  for (const bench of [here, there]) for (const run of [bench.ours, bench.bare]) await run(RENTS / 2);
  const found = await alternate(ROUNDS, {
    ours: () => here.ours(RENTS),
    bare: () => here.bare(RENTS),
    large: () => there.ours(RENTS),
  });
  await Promise.all([here.close(), there.close()]);
  const [ratio, growth] = [found.ours / found.bare, found.ours / found.large];
  return [
    {
      what: "Rents on own stock, 16 clients, against the same statements by bare `pg`",
      measured: `${whole(found.ours)}/s against ${whole(found.bare)}/s`,
      result: `${ratio.toFixed(2)} of the baseline`,
      target: "≥ 0.5",
      isMet: ratio >= 0.5,
    },
    {
      what: `The same rents with ${whole(small.orders)} and with ${whole(large.orders)} orders`,
      measured: `${whole(found.ours)}/s and ${whole(found.large)}/s`,
      result: `${growth.toFixed(2)} times slower`,
      target: "≤ 1.3",
      isMet: growth <= 1.3,
    },
  ];
}

async function benchDoors({ env }: Place): Promise<Line[]> {
  const doors = await prepareDoors(env);
  const { close, ...measurements } = doors;
  const { ours, next, hono } = await alternate(ROUNDS, measurements);
  await close();
  return [
    {
      what: "Empty poll through our API, 64 connections, against an empty Next handler",
      measured: `${whole(ours)}/s against ${whole(next)}/s`,
      result: `${(ours / next).toFixed(1)} times`,
      target: "≥ 10",
      isMet: ours >= 10 * next,
    },
    {
      what: "The same against an empty Hono handler",
      measured: `${whole(ours)}/s against ${whole(hono)}/s`,
      result: `${(ours / hono).toFixed(2)} of it`,
      target: "-",
      isMet: true,
    },
  ];
}

async function benchDelay(small: Place, large: Place): Promise<Line[]> {
  const benches: DelayBench[] = [];
  const all: Record<"here" | "there", number[][]> = { here: [], there: [] };
  for (const name of ["here", "there"] as const) {
    const place = name === "here" ? small : large;
    const bench = await prepareDelay(place.world, place.env);
    await bench.run(2);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { delays, signIns } = await bench.run(DELAY_SECONDS);
      if (signIns < DELAY_SECONDS * 4) throw new Error(`only ${signIns} people could sign in`);
      all[name].push(delays);
    }
    benches.push(bench);
    await bench.close();
  }
  const of = (name: "here" | "there", part: number) =>
    median(all[name].map((delays) => quantile(delays, part)));
  const growth = of("there", 0.5) / of("here", 0.5);
  return [
    {
      what: "From hook to open stream, 200 streams, five sign-ins a second",
      measured: `p50 ${ms(of("here", 0.5))}, p99 ${ms(of("here", 0.99))}`,
      result: `p99 ${ms(of("here", 0.99))}`,
      target: "p99 < 100 ms",
      isMet: of("here", 0.99) < 100,
    },
    {
      what: `The same with ${whole(large.orders)} orders`,
      measured: `p50 ${ms(of("there", 0.5))}, p99 ${ms(of("there", 0.99))}`,
      result: `${growth.toFixed(2)} times slower (p50)`,
      target: "≤ 1.3",
      isMet: growth <= 1.3 && of("there", 0.99) < 100,
    },
  ];
}

async function benchHistory(small: Place, large: Place): Promise<Line[]> {
  const prepare = async ({ world: { deps } }: Place) => {
    const users = await deps.db.user.findMany({ where: { username: { startsWith: "past" } }, take: PAGES });
    return async () => {
      const startedAt = performance.now();
      for (let index = 0; index < PAGES; index += 1) {
        const user = users[index % users.length];
        if (!user) throw new Error("nobody has a past");
        await listOrders(deps, customerScopeOf(user.id), { page: 1 + (index % 5) });
      }
      return (performance.now() - startedAt) / PAGES;
    };
  };
  const [here, there] = [await prepare(small), await prepare(large)];
  await here();
  await there();
  const found = await alternate(ROUNDS, { here, there });
  const growth = found.there / found.here;
  return [
    {
      what: `A page of history with ${whole(small.orders)} and with ${whole(large.orders)} orders`,
      measured: `${ms(found.here)} and ${ms(found.there)}`,
      result: `${growth.toFixed(2)} times slower`,
      target: "≤ 1.3",
      isMet: growth <= 1.3,
    },
  ];
}

const cluster = await openCluster();
try {
  const lines: Line[] = [];
  say("filling ...");
  const small = await cluster.open(SMALL);
  const large = await cluster.open(LARGE);
  say("history ...");
  const history = await benchHistory(small, large);
  say("rents ...");
  lines.push(...(await benchRents(small, large)));
  say("doors ...");
  lines.push(...(await benchDoors(small)));
  say("polls ...");
  lines.push(...(await benchPolls(cluster, ROUNDS)));
  say("hook to stream ...");
  lines.push(...(await benchDelay(small, large)), ...history);
  for (const { world, orders } of [small, large]) {
    const { ok, problems } = await checkLedger(world.deps);
    if (!ok)
      throw new Error(
        `at ${orders} orders the ledger does not balance: ${JSON.stringify(problems).slice(0, 2_000)}`,
      );
    await world.close();
  }
  const table = tableOf(lines, cluster.version);
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--write")) writeTable(join(process.cwd(), "README.md"), table);
  process.exitCode = lines.every(({ isMet }) => isMet) ? 0 : 1;
} finally {
  await cluster.close();
}
