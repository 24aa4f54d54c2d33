import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { freePort } from "@/scripts/postgres/server.mjs";
import { programArgs } from "@/scripts/run/programs.mjs";
import { TEST_SECRETS } from "../support/world";

const ROOT = process.cwd();

/** What a process of the product needs to know to live on a test's database. */
export function productEnvironment(
  databaseUrl: string,
  more: Record<string, string> = {},
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    NODE_ENV: "test",
    PATCHBAY_MODE: "demo",
    PUBLIC_URL: "http://localhost:3000",
    LOG_LEVEL: "error",
    PASSWORD_COST: "4",
    DATABASE_URL: databaseUrl,
    ...TEST_SECRETS,
    ...more,
  };
}

export function startProcess(path: string, env: NodeJS.ProcessEnv, execArgv: string[]): ChildProcess {
  return fork(path, { cwd: ROOT, env, execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

/** A program of the product as `npm start` runs it. */
async function startProgram(name: "server" | "simulators", env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const [flag = "", path = ""] = await programArgs(name);
  return startProcess(path, env, [flag]);
}

const BUNDLE = join(ROOT, "tests/.output/rent-server.mjs");

/** What packages of the other module system expect to find, under names that nobody else has. */
const COMMON_JS = [
  'import { createRequire as bundleRequireFrom } from "node:module";',
  'import { dirname as bundleFolderOf } from "node:path";',
  'import { fileURLToPath as bundlePathOf } from "node:url";',
  "const require = bundleRequireFrom(import.meta.url);",
  "const __filename = bundlePathOf(import.meta.url);",
  "const __dirname = bundleFolderOf(__filename);",
].join("\n");

let bundled: Promise<void> | null = null;

/** The rent server and its packages in one file, which loads in a third of the time: it is started often. Others that make it meanwhile make the same. */
export function bundleRentServer(): Promise<void> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<void> {
  const whole = `${BUNDLE}.${process.pid}`;
  await build({
    entryPoints: [join(ROOT, "tests/faults/rent-server.mts")],
    outfile: whole,
    alias: { "@": ROOT },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: COMMON_JS },
    // A quarter of what is to be read at each start are blanks and comments.
    minifyWhitespace: true,
    logLevel: "error",
  });
  await rename(whole, BUNDLE);
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`process ${child.pid} ended with ${code}`));
    child.once("exit", gone);
    child.once("message", (said) => {
      child.off("exit", gone);
      resolve(said as T);
    });
  });
}

export interface Running {
  url: string;
  child: ChildProcess;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

export interface RentServer {
  /** Lets it live: deps, jobs, port. */
  go(): Promise<Running>;
  /** For one that never lived. */
  kill(): Promise<void>;
}

/** Loads a rent server without letting it live yet: loading takes much longer than a life between two kills. */
export function loadRentServer(env: NodeJS.ProcessEnv): RentServer {
  const child = startProcess(BUNDLE, env, []);
  const loaded = message<string>(child);
  // Whoever waits for it hears of it.
  loaded.catch(() => undefined);
  return {
    async go() {
      await loaded;
      child.send("go");
      const { port } = await message<{ port: number }>(child);
      return { url: `http://127.0.0.1:${port}`, child, kill: () => killed(child) };
    },
    kill: () => killed(child),
  };
}

/** The whole server as in production, from the last build; resolves when it is ready to serve. */
export async function startProduct(env: NodeJS.ProcessEnv, withinMs: number): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = await startProgram("server", { ...env, NODE_ENV: "production", PORT: String(port) });
  const isReady = () =>
    fetch(`${url}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    await until(isReady, "the server is ready", { withinMs });
  } catch (error) {
    await killed(child);
    throw error;
  }
  return { url, child, kill: () => killed(child) };
}

/** The simulated upstream as a process of its own: it outlives the server that is killed. */
export async function startUpstream(): Promise<Running> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = { ...productEnvironment(""), SIMULATOR_URL: url };
  const child = await startProgram("simulators", env);
  await until(
    () =>
      fetch(url).then(
        ({ ok }) => ok,
        () => false,
      ),
    "the simulators answer",
  );
  return { url, child, kill: () => killed(child) };
}

/** Looks again and again until the condition holds. Throws with its name when it does not in time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  name: string,
  { withinMs = 60_000, everyMs = 25 } = {},
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
