import { constants } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureCores } from "./cores.mjs";
import { ROOT } from "./project.mjs";
import { BUILD_ENVIRONMENT, ensureBuilt } from "./run/build.mjs";
import { checkFirstScripts } from "./test/first-scripts.mjs";
import {
  biome,
  check,
  knip,
  migrations,
  playwright,
  routeTypes,
  typescript,
  vitest,
  work,
} from "./test/runners.mjs";

const MINUTE_MS = 60_000;
const STAGE_TIMEOUT_MS = 20 * MINUTE_MS;

/** A stage that takes the processor only while the stages beside it leave it. */
const behind = (run) => (options) => run({ ...options, priority: constants.priority.PRIORITY_LOW });

/** The groups run one after the other, the stages of one group at once. Beside tests that keep time limits stands only what mostly waits. */
const GROUPS = [
  [
    ["format and lint", check(biome)],
    ["types", check(routeTypes, typescript)],
    ["unused code", check(knip)],
    ["migrations", check(migrations)],
  ],
  [
    ["build", work(() => ensureBuilt(BUILD_ENVIRONMENT))],
    ["api", vitest("api")],
    ["integration", vitest("integration")],
  ],
  [
    ["first scripts", work(() => checkFirstScripts(join(ROOT, ".next")))],
    ["browser", work(() => ensureBrowser())],
    ["VPN cores", work(() => ensureCores())],
  ],
  [
    ["end to end", playwright()],
    ["unit", behind(vitest("unit"))],
    ["architecture", behind(vitest("architecture"))],
  ],
  [
    ["faults", vitest("faults", "faults-timed")],
    ["cores", vitest("cores")],
  ],
];
const NAMES = GROUPS.flat().map(([name]) => name);

function words({ passed, failed, skipped }) {
  const parts = [`${passed} passed`, `${failed} failed`];
  return (skipped > 0 ? [...parts, `${skipped} skipped`] : parts).join(", ");
}

/** Titles of tests that CI had to try twice: by chance or by time, which somebody has to mend. */
const retried = [];

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => interrupted.abort());

async function runStage([name, run]) {
  const start = Date.now();
  const signal = AbortSignal.any([interrupted.signal, AbortSignal.timeout(STAGE_TIMEOUT_MS)]);
  const result = await run({ signal });
  const seconds = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  const note = result.note ? `  (${result.note})` : "";
  console.log(
    `${result.failed > 0 ? "x" : " "} ${name.padEnd(18)} ${words(result).padEnd(32)} ${seconds.padStart(8)}${note}`,
  );
  if (result.output) console.log(`\n${result.output.trim()}\n`);
  for (const { title, reason } of result.retried ?? []) {
    retried.push(title);
    console.log(`  passed at a second try: ${title}\n    ${reason}`);
  }
  return result;
}

/** Names of stages as arguments run only those: npm test -- unit api */
function chosen(names) {
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown) throw new Error(`There is no stage "${unknown}": ${NAMES.join(", ")}.`);
  const isChosen = ([name]) => names.length === 0 || names.includes(name);
  return GROUPS.map((group) => group.filter(isChosen));
}

const start = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const group of chosen(process.argv.slice(2))) {
    for (const result of await Promise.all(group.map(runStage)))
      for (const kind of Object.keys(total)) total[kind] += result[kind];
    if (interrupted.signal.aborted) break;
  }
} catch (error) {
  console.log(error.message);
  total.failed += 1;
}
console.log(`  ${"all of it".padEnd(51)} ${((Date.now() - start) / 1000).toFixed(1).padStart(8)} s`);
if (retried.length > 0) console.log(`passed at a second try: ${retried.join("; ")}`);
console.log(words(total));
process.exitCode = total.failed > 0 ? 1 : 0;
