import { join } from "node:path";
import { compareBooks } from "@/lib/domain/reconciliation/queries/compare-books";
import { FINDING_KINDS } from "@/lib/domain/reconciliation/schema";
import { forgedBooks } from "../integration/reconciliation/forged-books";
import { SEEDED_ERRORS } from "../integration/reconciliation/seeded-errors";
import { settleTables } from "./fill.mjs";
import { fillPayments } from "./fill-payments.mjs";
import { median } from "./numbers.mjs";
import { openCluster, type Place } from "./places.mjs";
import { type Line, tableOf, writeTable } from "./report.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
/** Four entries each, one for every hundred more; the payments make the million full. */
const ORDERS = Number(process.env.BENCH_ORDERS ?? 230_000);
const PAYMENTS = Number(process.env.BENCH_PAYMENTS ?? 40_000);
const GRACE_SECONDS = 600;
const TARGET_MS = 2_000;

const say = (text: string) => process.stderr.write(`${text}\n`);
const whole = (value: number | bigint) => value.toLocaleString("en");

async function timed({ world }: Place, graceSeconds: number) {
  const durations: number[] = [];
  let last = await compareBooks(world.deps, graceSeconds);
  for (let round = 0; round < ROUNDS; round += 1) {
    last = await compareBooks(world.deps, graceSeconds);
    durations.push(last.durationMs);
    say(`${last.durationMs} ms`);
  }
  return { ...last, ms: median(durations), worst: Math.max(...durations) };
}

const cluster = await openCluster();
try {
  say(`filling ${ORDERS} orders and ${PAYMENTS} payments ...`);
  const place = await cluster.open(ORDERS);
  const { url } = place.world.database;
  await fillPayments(url, PAYMENTS);
  const books = forgedBooks(place.world);
  await books.toldUntilNow();
  await settleTables(url);
  const clean = await timed(place, GRACE_SECONDS);
  for (const [, , seed] of SEEDED_ERRORS) await seed(books, place.world);
  await books.toldUntilNow();
  // The seeds are made now; as young as they are they would be let be.
  const spoilt = await timed(place, 0);
  const kinds = new Set(spoilt.findings.map(({ kind }) => kind));
  const lines: Line[] = [
    {
      what: `Books that agree: ${whole(clean.entryCount)} ledger entries, ${whole(PAYMENTS)} payments from outside`,
      measured: `${clean.findings.length} findings; slowest of ${ROUNDS} ${whole(clean.worst)} ms`,
      result: `${whole(clean.ms)} ms`,
      target: `< ${whole(TARGET_MS)} ms, nothing found`,
      isMet: clean.ms < TARGET_MS && clean.findings.length === 0,
    },
    {
      what: `The same with ${SEEDED_ERRORS.length} seeded errors of ${FINDING_KINDS.length} kinds`,
      measured: `${spoilt.findings.length} findings of ${kinds.size} kinds; slowest ${whole(spoilt.worst)} ms`,
      result: `${whole(spoilt.ms)} ms`,
      target: `< ${whole(TARGET_MS)} ms, each found once`,
      isMet:
        spoilt.ms < TARGET_MS &&
        kinds.size === FINDING_KINDS.length &&
        spoilt.findings.length === SEEDED_ERRORS.length,
    },
  ];
  await place.world.close();
  const table = tableOf(lines, cluster.version, `medians of ${ROUNDS} comparisons`);
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--write")) writeTable(join(process.cwd(), "docs/reconciliation.md"), table);
  process.exitCode = lines.every(({ isMet }) => isMet) ? 0 : 1;
} finally {
  await cluster.close();
}
