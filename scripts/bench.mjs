import { fork } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./project.mjs";
import { BUILD_ENVIRONMENT, ensureBuilt } from "./run/build.mjs";

const [kind] = process.argv.slice(2);
const FILES = {
  admin: "admin.mts",
  polls: "polls-alone.mts",
  reconciliation: "reconciliation.mts",
  subscriptions: "subscriptions.mts",
  usage: "usage.mts",
};
const file = FILES[kind] ?? "main.mts";

// Measures on a database of its own: npm run bench [-- --write] puts the table into the README.
// npm run bench -- admin [--write] measures the lists of the back office and puts its table into docs/admin-speed.md.
// npm run bench -- reconciliation [--write] compares a million ledger entries and puts its table into docs/reconciliation.md.
// npm run bench -- polls measures only the status polls of the whole bench.
// npm run bench -- subscriptions [--write] asks for secret links, npm run bench -- usage [--write] books traffic, each with a page in docs (subscription-speed, usage-speed).
// The pages of the back office are measured as they are deployed.
if (kind === "admin") await ensureBuilt(BUILD_ENVIRONMENT);
const child = fork(join(ROOT, `tests/bench/${file}`), process.argv.slice(2), {
  cwd: ROOT,
  execArgv: ["--import", "tsx", "--no-warnings"],
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
