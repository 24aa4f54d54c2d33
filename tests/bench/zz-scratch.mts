import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { benchToken, fillSubscriptions } from "./fill-subscriptions.mjs";
import { openCluster } from "./places.mjs";
const N = Number(process.env.N ?? 12000);
const cpu = (pid: number) => { const f = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" "); return (Number(f[11]) + Number(f[12])) * 10; };
const cluster = await openCluster();
try {
  const { world, env } = await cluster.openEmpty("bench_scratch");
  const t = performance.now();
  await fillSubscriptions(world, N);
  console.log("fill ms", performance.now() - t);
  await world.close();
  const child = fork("tests/bench/serve-api.mts", { env, execArgv: ["--import", "tsx", ...(process.env.PROF ? ["--cpu-prof", `--cpu-prof-dir=${process.env.PROF}`] : [])], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const port = await new Promise<number>((r) => child.once("message", (m) => r((m as { port: number }).port)));
  const hono = fork("tests/bench/serve-hono.mts", { env: { ...process.env, NODE_ENV: "production" }, execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const hport = await new Promise<number>((r) => hono.once("message", (m) => r((m as { port: number }).port)));
  const run = async (what: string, pid: number, url: string, opts: object) => {
    const c = cpu(pid), me = process.cpuUsage(), at = performance.now();
    const found = await autocannon({ url, connections: 64, ...opts } as never);
    const n = found["2xx"] + (found as never as { "3xx": number })["3xx"];
    const u = process.cpuUsage(me);
    console.log(what, n, "in ms", Math.round(performance.now() - at), "server us/req", Math.round((cpu(pid) - c) * 1000 / n), "client us/req", Math.round((u.user + u.system) / n), "non2xx", found.non2xx, "err", found.errors);
    return found;
  };
  let cold = N;
  const q = (next: () => number, headers = {}) => [{ headers, setupRequest: (r: object) => ({ ...r, path: `/sub/${benchToken(next())}` }) }];
  await run("cold0", child.pid!, `http://127.0.0.1:${port}`, { amount: N / 4, requests: q(() => cold--) });
  await run("cold1", child.pid!, `http://127.0.0.1:${port}`, { amount: N / 4, requests: q(() => cold--) });
  await run("cold2", child.pid!, `http://127.0.0.1:${port}`, { amount: N / 4, requests: q(() => cold--) });
  if (!process.env.COLDONLY) {
  let w = 0; const W = N / 2; const next = () => N - (w++ % W);
  const first = await fetch(`http://127.0.0.1:${port}/sub/${benchToken(N)}`);
  const etag = first.headers.get("etag"); console.log(etag, (await first.arrayBuffer()).byteLength);
  for (const k of [1, 2]) {
  await run("warm", child.pid!, `http://127.0.0.1:${port}`, { amount: 20000, requests: q(next) });
  await run("304", child.pid!, `http://127.0.0.1:${port}`, { amount: 20000, requests: q(next, { "if-none-match": etag }) });
  await run("hono", hono.pid!, `http://127.0.0.1:${hport}/empty`, { amount: 40000 });
  }
  }
  hono.kill("SIGKILL");
  if (process.env.PROF) { const gone = new Promise((r) => child.once("exit", r)); child.disconnect(); await gone; } else child.kill("SIGKILL");
} finally { await cluster.close(); }
