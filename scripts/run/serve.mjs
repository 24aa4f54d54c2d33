import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { composeEnvironment, dataDirOf, loadEnvFile, modeOf } from "../demo-environment.mjs";
import { isPortFree } from "../postgres/server.mjs";
import { rememberAddress } from "./address.mjs";
import { whenNpmIsGone } from "./ancestors.mjs";
import { ensureBuilt } from "./build.mjs";
import { createChildren, stopLeftovers } from "./children.mjs";
import { runProgram } from "./command.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { isOpenablePort } from "./openable-port.mjs";
import { programArgs } from "./programs.mjs";
import { say, stage } from "./progress.mjs";
import { SERVER_FLAGS } from "./server-flags.mjs";

const READY_TIMEOUT_MS = 120_000;
const WATCH_DATABASE_EVERY_MS = 500;

const DEMO_ACCOUNTS = [
  ["customer@patchbay.test", "rents numbers, has a wallet"],
  ["support@patchbay.test", "reads everything, changes nothing"],
  ["admin@patchbay.test", "runs the shop: /admin"],
];
const DEMO_PASSWORD = "patchbay-demo";

class Refusal extends Error {}

function portOf(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT=${env.PORT} is not a port.`);
  return port;
}

async function requireFreePort(port, command) {
  if (await isPortFree(port, "0.0.0.0")) return;
  throw new Refusal(
    `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} ${command}`,
  );
}

async function requireOpenablePort(port, command) {
  if (await isOpenablePort(port)) return;
  throw new Refusal(`No browser opens pages on port ${port}. Choose another one: PORT=3000 ${command}`);
}

async function answers(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

async function waitUntilReady(child, url) {
  const end = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(url))) {
    if (child.hasEnded())
      throw new Refusal("The server ended before it was ready; its last lines above say why.");
    if (Date.now() > end) throw new Refusal(`The server does not answer at ${url}.`);
    await sleep(150);
  }
}

function announce({ port, mode, startedAt }) {
  const address = process.env.PUBLIC_URL || `http://localhost:${port}`;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const lines = [`Patchbay is ready at ${address}  (${seconds} s)`];
  if (mode === "demo") {
    lines.push("", `Sign in with one of these, password ${DEMO_PASSWORD}`);
    for (const [account, what] of DEMO_ACCOUNTS) lines.push(`  ${account.padEnd(24)} ${what}`);
  }
  lines.push("", "Ctrl-C stops everything.");
  say(`\n${lines.join("\n")}\n`);
}

/** A database that dies is started again; what ran on it waits for it. */
function watchDatabase(database, isStopping) {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || isStopping() || database.isRunning()) return;
    busy = true;
    try {
      if (await database.revive()) say("The database had ended; it runs again.");
    } catch (error) {
      say(`The database does not start: ${error.message}`);
    }
    busy = false;
  }, WATCH_DATABASE_EVERY_MS);
  timer.unref();
}

/**
 * Brings the whole product up on this machine and keeps it up until it is told to stop: database, migrations, demo data, pages,
 * simulators (demo only), server.
 */
export async function serve({ development, command }) {
  const startedAt = Date.now();
  loadEnvFile();
  const nodeEnv = development ? "development" : "production";
  const registry = join(dataDirOf(process.env), "processes.json");
  let database = null;
  let stopping = false;
  const children = createChildren(registry, {
    say,
    onGiveUp: (reason) => {
      say(reason);
      void stop(1);
    },
  });

  async function stop(code) {
    if (stopping) return;
    stopping = true;
    await children.stop();
    await database?.stop();
    process.exit(code);
  }
  const stopByUser = () => {
    if (!stopping) say("\nStopping ...");
    void stop(0);
  };
  process.on("SIGINT", stopByUser).on("SIGTERM", stopByUser).on("SIGHUP", stopByUser);
  // A starter that was forked stops with the one who forked it.
  process.on("disconnect", stopByUser);
  whenNpmIsGone(stopByUser);

  try {
    const port = portOf(process.env);
    const leftovers = await stopLeftovers(registry);
    if (leftovers > 0) say(`  Ended ${leftovers} process(es) of a start that was killed`);
    await requireFreePort(port, command);
    await requireOpenablePort(port, command);

    const mode = modeOf(process.env);
    await stage("Database", async () => {
      database = await openDatabase(process.env);
      return database.embedded ? "embedded PostgreSQL" : "from DATABASE_URL";
    });
    watchDatabase(database, () => stopping);
    const env = {
      ...(await composeEnvironment(process.env, database.url)),
      NODE_ENV: nodeEnv,
      PORT: String(port),
    };
    await stage("Settings", () => runProgram("environment", [], { env }));
    await stage("Migrations", () => migrate(env));
    if (mode === "demo") {
      const quiet = { ...env, LOG_LEVEL: process.env.LOG_LEVEL || "silent" };
      await stage("Demo data", () => runProgram("cli", ["demo", "seed"], { env: quiet }).then(() => ""));
    } else {
      await stage("Catalogue", () =>
        runProgram("cli", ["catalog", "import", "--if-empty"], { env }).then(() => ""),
      );
    }
    if (!development) await stage("Pages", () => ensureBuilt(env));
    if (stopping) return;
    if (mode === "demo") {
      children.start({ name: "simulators", args: await programArgs("simulators"), env }).markReady();
    }
    await stage("Server", async () => {
      // Next translates the pages of a shop in development itself, and wants the server's files as they are.
      const program = development ? ["--import", "tsx", "server.mts"] : await programArgs("server");
      const args = [...SERVER_FLAGS, ...program];
      const server = children.start({ name: "server", args, env });
      await waitUntilReady(server, `http://127.0.0.1:${port}/api/health/ready`);
      server.markReady();
    });
    rememberAddress(dataDirOf(process.env), port, { isBuilt: !development });
    announce({ port, mode, startedAt });
  } catch (error) {
    if (stopping) return;
    say(`\n${error.output || error.message}`);
    await stop(1);
  }
}
