import { join } from "node:path";
import { bookUsage } from "@/lib/domain/vpn/commands/book-usage";
import { fillSubscriptions } from "./fill-subscriptions.mjs";
import { median } from "./numbers.mjs";
import { openCluster } from "./places.mjs";
import { type Line, tableOf, writeTable } from "./report.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const LARGE = Number(process.env.BENCH_SUBSCRIPTIONS ?? 60_000);
const SMALL = LARGE / 10;
const TARGET_MS = 5_000;
const BYTES_EACH = 1_000_000n;

const whole = (value: number) => Math.round(value).toLocaleString("en");

const cluster = await openCluster();
try {
  const { world } = await cluster.openEmpty("bench_usage");
  process.stderr.write(`filling ${LARGE} subscriptions ...\n`);
  const source = await fillSubscriptions(world, LARGE);
  let counter = 0n;
  const book = async (count: number) => {
    counter += BYTES_EACH;
    const readings = Array.from({ length: count }, (_, index) => ({
      username: `sub_${index + 1}`,
      uploadBytes: counter / 10n,
      downloadBytes: counter,
    }));
    const startedAt = performance.now();
    await bookUsage(world.deps, source, { epoch: "1", readings });
    return performance.now() - startedAt;
  };
  const small: number[] = [];
  const large: number[] = [];
  // The first bookings make the rows that later ones add to.
  await book(LARGE);
  for (let round = 0; round < ROUNDS; round += 1) {
    small.push(await book(SMALL));
    large.push(await book(LARGE));
    process.stderr.write(`${whole(small[round] ?? 0)} and ${whole(large[round] ?? 0)} ms\n`);
  }
  const sums = await world.deps.db.subscription.aggregate({
    _sum: { usedUploadBytes: true, usedDownloadBytes: true },
  });
  // The small rounds' readers left the others' counters where they were: their next reading brings it all.
  const truth = counter * BigInt(LARGE);
  if (sums._sum.usedDownloadBytes !== truth)
    throw new Error(`booked ${sums._sum.usedDownloadBytes}, not ${truth}`);
  const growth = median(large) / median(small);
  const lines: Line[] = [
    {
      what: `Readings of ${whole(LARGE)} subscriptions booked`,
      measured: `slowest of ${ROUNDS} ${whole(Math.max(...large))} ms`,
      result: `${whole(median(large))} ms`,
      target: `< ${whole(TARGET_MS)} ms`,
      isMet: median(large) < TARGET_MS,
    },
    {
      what: `Of ${whole(SMALL)} and of ${whole(LARGE)}: ten times the rows`,
      measured: `${whole(median(small))} ms and ${whole(median(large))} ms`,
      result: `${growth.toFixed(1)} times the time`,
      target: "≤ 11",
      isMet: growth <= 11,
    },
  ];
  await world.close();
  const table = tableOf(lines, cluster.version, `medians of ${ROUNDS} bookings`);
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--write")) writeTable(join(process.cwd(), "docs/usage-speed.md"), table);
  process.exitCode = lines.every(({ isMet }) => isMet) ? 0 : 1;
} finally {
  await cluster.close();
}
