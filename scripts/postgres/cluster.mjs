import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import pg from "pg";
import { countLeases, readJson, takeLease, waitUntil, withLock } from "../processes.mjs";
import { clusterFolder, readableNative, serverAccount } from "./account.mjs";
import { linkLibraries, nativeFolder, programs } from "./binaries.mjs";
import {
  createCluster,
  freePort,
  isPortFree,
  OWNER,
  probe,
  resetPassword,
  runningServer,
  startServer,
  stopServer,
} from "./server.mjs";

const ADOPT_TIMEOUT_MS = 60_000;
const START_TRIES = 4;

function recordOf(path) {
  const record = readJson(path);
  const complete = Number.isInteger(record?.port) && typeof record?.password === "string";
  return complete ? record : null;
}

function writeRecord(path, record) {
  writeFileSync(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function checkVersion(folder, native) {
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  const catalog = readFileSync(join(native, "share", "postgresql", "postgres.bki"), "utf8").slice(0, 40);
  const installed = /PostgreSQL (\d+)/.exec(catalog)?.[1] ?? made;
  if (made !== installed) {
    throw new Error(
      `The data in ${folder} was made by PostgreSQL ${made}, installed is ${installed}. Dump it with the old version, or move the folder away to begin anew.`,
    );
  }
}

async function ensureDatabase(url, name) {
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`);
  } finally {
    await client.end();
  }
}

/** A server that a killed run left behind, or that another process of ours uses: taken over when it answers, else ended. */
async function adopt(place, password) {
  const running = runningServer(place.folder);
  if (!running) return null;
  let answer = "silent";
  const settled = await waitUntil(async () => {
    answer = await probe({ port: running.port, password });
    return answer === "ready" || answer === "refused" || runningServer(place.folder) === null;
  }, ADOPT_TIMEOUT_MS);
  if (settled && answer === "ready") return running;
  await stopServer(running, place.tools, place.folder);
  return null;
}

async function start(place, record, profile) {
  for (let attempt = 1; ; attempt += 1) {
    const port = (await isPortFree(record.port)) ? record.port : await freePort();
    try {
      return await startServer({ ...place, password: record.password, port, profile });
    } catch (error) {
      // After a kill -9 the old server's workers need a moment to go; a port may be lost to somebody else.
      if (attempt === START_TRIES) throw error;
      if (/does not know our password/.test(error.message))
        resetPassword({ ...place, password: record.password });
      await new Promise((done) => setTimeout(done, 500 * attempt));
    }
  }
}

function prepare(dataDir, say) {
  mkdirSync(dataDir, { recursive: true });
  const account = serverAccount();
  const installed = nativeFolder();
  linkLibraries(installed);
  programs(installed);
  const { native, copied } = readableNative(installed, account);
  const { folder, moved } = clusterFolder(dataDir, account);
  if (moved || copied)
    say(
      `The account that runs PostgreSQL cannot enter this folder: ${moved ? "its data is" : "a copy of it is"} in ${dirname(moved ? folder : native)}.`,
    );
  return { native, tools: programs(native), folder, account, logFile: join(dataDir, "postgres.log") };
}

/** The data folder's server, running: adopted or started, its data made when there is none. */
async function bringUp(home, { profile, say }) {
  const recordPath = join(home, "postgres.json");
  const place = prepare(home, say);
  const known = recordOf(recordPath);
  const record = known ?? { port: await freePort(), password: randomBytes(24).toString("base64url") };
  const fresh = !existsSync(place.folder);
  if (fresh) createCluster({ ...place, password: record.password });
  else checkVersion(place.folder, place.native);

  let server = await adopt(place, record.password);
  const startedByUs = server === null;
  if (!server) {
    if (!known && !fresh) resetPassword({ ...place, password: record.password });
    server = await start(place, record, profile);
  }
  writeRecord(recordPath, { port: server.port, password: record.password, folder: place.folder });
  const urlOf = (name) =>
    `postgresql://${OWNER}:${record.password}@127.0.0.1:${server.port}/${encodeURIComponent(name)}`;
  return { place, server, startedByUs, urlOf };
}

/**
 * Makes sure that the embedded PostgreSQL of a data folder runs and has the database. Several processes may ask: the last one
 * to call stop() ends the server. See cluster.d.mts for the options.
 */
export async function ensurePostgres({ dataDir, database = OWNER, profile = "durable", say = () => {} }) {
  const home = resolve(dataDir);
  const leases = join(home, "postgres-users");
  const locked = (work) => withLock(join(home, "postgres.lock"), work);

  return locked(async () => {
    const { place, server, startedByUs, urlOf } = await bringUp(home, { profile, say });
    await ensureDatabase(urlOf, database);
    const release = takeLease(leases);
    return {
      url: urlOf(database),
      urlOf,
      port: server.port,
      pid: server.pid,
      startedByUs,
      isRunning: () => runningServer(place.folder) !== null,
      revive: () =>
        locked(async () => {
          const { startedByUs: wasDown } = await bringUp(home, { profile, say });
          return wasDown;
        }),
      stop: () =>
        locked(async () => {
          release();
          const running = runningServer(place.folder);
          if (running && countLeases(leases) === 0) await stopServer(running, place.tools, place.folder);
        }),
    };
  });
}

/** Ends whatever server runs on the data folder and removes all of it. For clusters of test runs. */
export async function destroyPostgres(dataDir) {
  const home = resolve(dataDir);
  const folder = readJson(join(home, "postgres.json"))?.folder ?? join(home, "postgres");
  const running = runningServer(folder);
  if (running) await stopServer(running);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
