import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { birthOf, commandLineOf, isAlive, noteOf, stopProcess, waitUntil } from "../processes.mjs";
import { ownFolder, spawnOptions } from "./account.mjs";
import { settingsOf } from "./settings.mjs";

export const OWNER = "patchbay";

/** Fast shutdown, then immediate (replays its log at the next start), then no mercy. */
const STOP_SIGNALS = [
  ["SIGINT", 20_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 5_000],
];
const START_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** Makes a new cluster. A half-made one is never left under its final name. */
export function createCluster({ tools, folder, account, password }) {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  ownFolder(half, account);
  const passwordFile = join(half, "..", "postgres.password");
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    const run = spawnSync(
      tools.initdb,
      [
        `--pgdata=${half}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--locale=C",
        "--encoding=UTF8",
      ],
      { ...spawnOptions(account), encoding: "utf8", env: serverEnvironment() },
    );
    if (run.error) throw run.error;
    if (run.status !== 0)
      throw new Error(`PostgreSQL could not make its data folder:\n${run.stderr || run.stdout}`);
    renameSync(half, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Gives the owner a new password while the server is down (the old one was lost). */
export function resetPassword({ tools, folder, account, password }) {
  rmSync(join(folder, "postmaster.pid"), { force: true });
  const run = spawnSync(tools.postgres, ["--single", "-D", folder, "postgres"], {
    ...spawnOptions(account),
    env: serverEnvironment(),
    encoding: "utf8",
    input: `ALTER USER ${OWNER} PASSWORD '${password}'\n`,
  });
  if (run.status !== 0) throw new Error(`Could not set a new database password:\n${run.stderr}`);
}

function serverEnvironment() {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: "C", TZ: "UTC" };
}

/** The postmaster that runs on the folder, or null. A pid file that names a stranger is not believed. */
export function runningServer(folder) {
  let lines;
  try {
    lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (!(pid > 0) || birthOf(pid) === null) return null;
  const command = commandLineOf(pid);
  if (!command.includes("postgres") || !(process.platform === "win32" || command.includes(folder)))
    return null;
  return { ...noteOf(pid), port };
}

/** True when nobody listens on the port at the address. */
export function isPortFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Answers "ready", "starting", "refused" (wrong password) or "silent". */
export async function probe({ port, password }) {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: OWNER,
    password,
    database: "postgres",
    connectionTimeoutMillis: 3_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    if (error.code === "28P01" || error.code === "28000") return "refused";
    if (error.code === "57P03") return "starting";
    return "silent";
  } finally {
    await client.end().catch(() => {});
  }
}

/** Starts the server in a session of its own (Ctrl-C in the terminal is not for it) and waits until it answers. */
export async function startServer({ tools, folder, account, password, port, profile, logFile }) {
  rmSync(join(folder, "postmaster.pid"), { force: true });
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) rmSync(logFile);
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(tools.postgres, ["-D", folder, ...settingsOf(profile, port)], {
    ...spawnOptions(account),
    env: serverEnvironment(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  let failure = null;
  child.once("error", (error) => {
    failure = error;
  });
  child.once("exit", (code, signal) => {
    failure = new Error(`PostgreSQL ended at once (${signal ?? code}): ${lastLines(logFile)}`);
  });
  let answer = "silent";
  await waitUntil(async () => {
    if (failure) return true;
    answer = await probe({ port, password });
    return answer === "ready" || answer === "refused";
  }, START_TIMEOUT_MS);
  if (failure) throw failure;
  const note = { ...noteOf(child.pid), port };
  if (answer === "ready") return note;
  await stopServer(note);
  throw new Error(
    answer === "refused"
      ? "PostgreSQL does not know our password."
      : `PostgreSQL did not answer: ${lastLines(logFile)}`,
  );
}

function lastLines(path) {
  try {
    return readFileSync(path, "utf8").trim().split("\n").slice(-5).join("\n");
  } catch {
    return "";
  }
}

export async function stopServer(note, tools, folder) {
  if (process.platform === "win32" && tools) {
    spawnSync(tools.pgCtl, ["stop", "-D", folder, "-m", "fast", "-w"], { stdio: "ignore" });
  }
  if (!isAlive(note)) return;
  if (!(await stopProcess(note, STOP_SIGNALS)))
    throw new Error(`PostgreSQL (process ${note.pid}) does not stop.`);
}
