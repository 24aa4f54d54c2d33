import { openCluster } from "./places.mjs";
import { benchPolls } from "./polls.mjs";
import { tableOf } from "./report.mjs";

// Only the polls of the whole bench: npm run bench -- polls
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const cluster = await openCluster();
try {
  const lines = await benchPolls(cluster, ROUNDS);
  process.stdout.write(`${tableOf(lines, cluster.version, `medians of ${ROUNDS} alternating rounds`)}\n`);
  process.exitCode = lines.every(({ isMet }) => isMet) ? 0 : 1;
} finally {
  await cluster.close();
}
