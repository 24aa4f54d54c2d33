import { join } from "node:path";
import { benchToken, fillSubscriptions } from "./fill-subscriptions.mjs";
import { alternate, median } from "./numbers.mjs";
import { openCluster } from "./places.mjs";
import { CLIENTS, nextEmpty, pollRate, requestTo } from "./poll-client.mjs";
import { type Line, tableOf, writeTable } from "./report.mjs";
import { serve } from "./served.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SUBSCRIPTIONS = Number(process.env.BENCH_SUBSCRIPTIONS ?? 100_000);
const SECONDS = 4;
/** As many as a process keeps; few enough to ask each of them more than once. */
const WARM = Math.min(25_600, Math.floor(SUBSCRIPTIONS / 2));

const say = (text: string) => process.stderr.write(`${text}\n`);
const whole = (value: number) => Math.round(value).toLocaleString("en");

interface Asking {
  /** The first subscription that is asked for, and how many from there on; each connection asks for its own part of them. */
  from: number;
  count: number;
  /** Once each; without it again and again for some seconds. */
  isOnce?: boolean;
  etag?: string;
  status: number;
}

/** Answers a second. */
function ask(url: string, { from, count, isOnce, etag, status }: Asking): Promise<number> {
  const each = Math.floor(count / CLIENTS);
  const headers = etag ? `If-None-Match: ${etag}\r\n` : "";
  const requests = Array.from({ length: each * CLIENTS }, (_, index) =>
    requestTo(`/sub/${benchToken(from + index)}`, headers),
  );
  const asked = Array.from({ length: CLIENTS }, () => 0);
  const next = (client: number) => {
    const index = asked[client] ?? 0;
    asked[client] = index + 1;
    return requests[each * client + (index % each)] ?? nextEmpty();
  };
  const amount = isOnce ? each * CLIENTS : undefined;
  return pollRate({ url, next, expected: "\r\n\r\n", status, seconds: SECONDS, amount });
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
  const coldEach = Math.floor((SUBSCRIPTIONS - WARM) / (ROUNDS + 1));
  const askCold = (part: number) =>
    ask(api.url, { from: WARM + 1 + part * coldEach, count: coldEach, isOnce: true, status: 200 });
  await askCold(0);
  const colds: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) colds.push(await askCold(round));
  say("warm ...");
  const kept = { from: 1, count: WARM };
  await ask(api.url, { ...kept, isOnce: true, status: 200 });
  const found = await alternate(ROUNDS, {
    warm: () => ask(api.url, { ...kept, status: 200 }),
    same: () => ask(api.url, { ...kept, status: 304, etag }),
    hono: () => pollRate({ url: hono.url, next: nextEmpty, expected: "\r\n\r\n", seconds: SECONDS }),
  });
  await Promise.all([api.stop(), hono.stop()]);
  const coldRate = median(colds);
  const ratio = found.warm / found.hono;
  const lines: Line[] = [
    {
      what: `Secret links of ${whole(SUBSCRIPTIONS)} subscriptions, eight locations each, kept, ${CLIENTS} connections, against an empty Hono handler`,
      measured: `${whole(found.warm)}/s against ${whole(found.hono)}/s`,
      result: `${ratio.toFixed(2)} of it`,
      target: "≥ 0.35",
      isMet: ratio >= 0.35,
    },
    {
      what: "The same, made from the database, each asked for once",
      measured: `slowest of ${ROUNDS} ${whole(Math.min(...colds))}/s`,
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
