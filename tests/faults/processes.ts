import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { freePort } from "@/scripts/postgres/server.mjs";
import { TEST_SECRETS } from "../support/world";

const ROOT = process.cwd();

/** What a process of the product needs to know to live on a test's database. */
export function productEnvironment(databaseUrl: string, more: Record<string, string> = {}): Record<string, string> {
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

/** What the process said on its way, kept for the message of a failure. */
function fromSource(path: string, env: Record<string, string>): ChildProcess {
  return fork(join(ROOT, path), {
    cwd: ROOT,
    env,
    execArgv: ["--import", "tsx", "--no-warnings"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
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
export function loadRentServer(env: Record<string, string>): RentServer {
  const child = fromSource("tests/faults/rent-server.mts", env);
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

/** The simulated upstream as a process of its own: it outlives the server that is killed. */
export async function startUpstream(): Promise<Running> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = { ...productEnvironment(""), SIMULATOR_URL: url };
  const child = fromSource("lib/simulators/main.ts", env);
  await until(() => fetch(url).then(({ ok }) => ok, () => false), "the simulators answer");
  return { url, child, kill: () => killed(child) };
}

/** Looks again and again until the condition holds. Throws with its name when it does not in time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  name: string,
  { withinMs = 20_000, everyMs = 25 } = {},
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
