import { fork } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./project.mjs";

// Measures on a database of its own: npm run bench [-- --write] puts the table into the README.
const child = fork(join(ROOT, "tests/bench/main.mts"), process.argv.slice(2), {
  cwd: ROOT,
  execArgv: ["--import", "tsx", "--no-warnings"],
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
