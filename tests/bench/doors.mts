import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import autocannon from "autocannon";
import { type Served, serve } from "./served.mjs";

const CONNECTIONS = 64;
export const SECONDS = 4;
export const WARM_SECONDS = 2;

export interface DoorBench {
  ours(): Promise<number>;
  next(): Promise<number>;
  hono(): Promise<number>;
  close(): Promise<void>;
}

async function requestsPerSecond(url: string, duration: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return requests.average;
}

const plainEnv: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

/** Webpack: Turbopack would take the product's own proxy.ts for the fixture's. */
export async function buildNextFixture(): Promise<void> {
  const root = process.cwd();
  const next = join(root, "node_modules/next/dist/bin/next");
  const cwd = join(root, "tests/support/next-fixture");
  await promisify(execFile)(process.execPath, [next, "build", "--webpack"], { env: plainEnv, cwd });
}

/** Empty answers of three servers, each in a process of its own: our API behind its front door, Next, Hono. */
export async function prepareDoors(productEnv: NodeJS.ProcessEnv): Promise<DoorBench> {
  const env = plainEnv;
  await buildNextFixture();
  const servers: Served[] = [];
  for (const [name, its] of [
    ["api", productEnv],
    ["next", env],
    ["hono", env],
  ] as const)
    servers.push(await serve(name, its));
  const [api, next, hono] = servers as [Served, Served, Served];
  const urls = { ours: `${api.url}/api/health/live`, next: `${next.url}/empty`, hono: `${hono.url}/empty` };
  for (const url of Object.values(urls)) await requestsPerSecond(url, WARM_SECONDS);
  return {
    ours: () => requestsPerSecond(urls.ours, SECONDS),
    next: () => requestsPerSecond(urls.next, SECONDS),
    hono: () => requestsPerSecond(urls.hono, SECONDS),
    close: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
}
