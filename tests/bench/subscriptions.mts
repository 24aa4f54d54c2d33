import { join } from "node:path";
import autocannon from "autocannon";
import { benchToken, fillSubscriptions } from "./fill-subscriptions.mjs";
import { alternate } from "./numbers.mjs";
import { openCluster } from "./places.mjs";
import { type Line, tableOf, writeTable } from "./report.mjs";
import { serve } from "./served.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SUBSCRIPTIONS = Number(process.env.BENCH_SUBSCRIPTIONS ?? 100_000);
const CONNECTIONS = 64;
const SECONDS = 4;
/** As many as a process keeps; few enough to ask each of them more than once. */
const WARM = Math.min(30_000, SUBSCRIPTIONS / 2);

const say = (text: string) => process.stderr.write(`${text}\n`);
const whole = (value: number) => Math.round(value).toLocaleString("en");

interface Asking {
  /** Number of the subscription that is asked for next. */
  next(): number;
  etag?: string;
  status: number;
  amount?: number;
}

async function ask(url: string, { next, etag, status, amount }: Asking): Promise<number> {
  const startedAt = performance.now();
  const headers: Record<string, string> = etag ? { "if-none-match": etag } : {};
  const found = await autocannon({
    url,
    connections: CONNECTIONS,
    ...(amount ? { amount } : { duration: SECONDS }),
    requests: [
      {
        headers,
        setupRequest: (request) => ({ ...request, path: `/sub/${benchToken(next())}` }),
      },
    ],
  });
  const { statusCodeStats, errors } = found as typeof found & {
    statusCodeStats: Record<string, { count: number }>;
  };
  const others = Object.keys(statusCodeStats).filter((code) => code !== String(status));
  if (errors > 0 || others.length > 0)
    throw new Error(`${errors} failed, answers ${JSON.stringify(statusCodeStats)}`);
  const answered = statusCodeStats[status]?.count ?? 0;
  return answered / (amount ? (performance.now() - startedAt) / 1000 : found.duration);
}

const cluster = await openCluster();
try {
  const { world, env } = await cluster.openEmpty("bench_subscriptions");
  say(`filling ${SUBSCRIPTIONS} subscriptions ...`);
  await fillSubscriptions(world, SUBSCRIPTIONS);
  await world.close();
  const api = await serve("api", env);
  const hono = await serve("hono", { ...process.env, NODE_ENV: "production" });
  const first = await fetch(`${api.url}/sub/${benchToken(1)}`);
  const links = Buffer.from(await first.text(), "base64")
    .toString()
    .split("\n");
  if (first.status !== 200 || links.length < 8)
    throw new Error(`no document: ${first.status}, ${links.length} links`);
  const etag = first.headers.get("etag") ?? "";
  // Cold: each is asked for once, from the far end; the near end warms up.
  say("cold ...");
  let cold = SUBSCRIPTIONS;
  const coldOnes = SUBSCRIPTIONS - WARM;
  const coldEach = Math.floor(coldOnes / (ROUNDS + 1));
  const askCold = () => ask(api.url, { next: () => cold--, status: 200, amount: coldEach });
  await askCold();
  const colds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) colds.push(await askCold());
  say("warm ...");
  let warm = 0;
  const next = () => 1 + (warm++ % WARM);
  await ask(api.url, { next, status: 200, amount: WARM });
  const found = await alternate(ROUNDS, {
    warm: () => ask(api.url, { next, status: 200 }),
    same: () => ask(api.url, { next, status: 304, etag }),
    hono: async () => {
      const { requests } = await autocannon({
        url: `${hono.url}/empty`,
        connections: CONNECTIONS,
        duration: SECONDS,
      });
      return requests.average;
    },
  });
  await Promise.all([api.stop(), hono.stop()]);
  const coldRate = colds.sort((a, b) => a - b)[Math.floor(colds.length / 2)] ?? 0;
  const ratio = found.warm / found.hono;
  const lines: Line[] = [
    {
      what: `Secret links of ${whole(SUBSCRIPTIONS)} subscriptions, eight locations each, kept, ${CONNECTIONS} connections, against an empty Hono handler`,
      measured: `${whole(found.warm)}/s against ${whole(found.hono)}/s`,
      result: `${ratio.toFixed(2)} of it`,
      target: "≥ 0.35",
      isMet: ratio >= 0.35,
    },
    {
      what: "The same, made from the database, each asked for once",
      measured: `slowest of ${ROUNDS} ${whole(colds[0] ?? 0)}/s`,
      result: `${whole(coldRate)}/s`,
      target: "≥ 2,000/s",
      isMet: coldRate >= 2_000,
    },
    {
      what: "The same, kept, asked for by somebody who has it (304)",
      measured: `${whole(found.same)}/s against ${whole(found.warm)}/s`,
      result: `${(found.same / found.warm).toFixed(2)} times as many`,
      target: "> 1",
      isMet: found.same > found.warm,
    },
  ];
  const table = tableOf(lines, cluster.version, `medians of ${ROUNDS} rounds`);
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--write")) writeTable(join(process.cwd(), "docs/subscription-speed.md"), table);
  process.exitCode = lines.every(({ isMet }) => isMet) ? 0 : 1;
} finally {
  await cluster.close();
}
