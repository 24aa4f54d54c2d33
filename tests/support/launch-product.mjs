import { fork } from "node:child_process";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { destroyPostgres } from "../../scripts/postgres/cluster.mjs";
import { ROOT } from "../../scripts/project.mjs";
import { whenAncestorsAreGone } from "../../scripts/run/ancestors.mjs";
import { makeTestFolder } from "./test-folders.mjs";

// Starts the whole product, as `npm start` does, on a data folder that lasts as long as this process.
const dataDir = await makeTestFolder("product");
mkdirSync(join(ROOT, "tests/.output"), { recursive: true });
// Where the tests of what a page says when it cannot be read find the database.
writeFileSync(join(ROOT, "tests/.output/product-data.txt"), dataDir);
const log = createWriteStream(join(ROOT, "tests/.output/product.log"));

const env = {
  ...process.env,
  DATA_DIR: dataDir,
  PORT: process.env.PATCHBAY_TEST_PORT,
  PATCHBAY_MODE: "demo",
  // The journeys sign in a hundred times; how dear a password is, is proved elsewhere.
  PASSWORD_COST: "4",
};
for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL", "PUBLIC_URL", "SIMULATOR_URL", "NODE_ENV"])
  env[name] = "";

const starter = fork(join(ROOT, "scripts/start.mjs"), {
  cwd: ROOT,
  env,
  stdio: ["ignore", "pipe", "pipe", "ipc"],
  detached: true,
});
starter.stdout.pipe(log);
starter.stderr.pipe(log);
starter.stderr.pipe(process.stderr);

const stop = () => starter.kill("SIGTERM");
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
whenAncestorsAreGone(stop);

starter.once("exit", async (code) => {
  await destroyPostgres(dataDir);
  process.exit(code ?? 1);
});
