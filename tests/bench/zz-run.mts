import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { benchKey } from "./fill-polls.mjs";
const KEYS = 2000, ORDERS = 20000;
async function start(file: string, e: any, args: string[] = []) {
  const child = fork(`tests/bench/${file}.mts`, { env: { ...process.env, NODE_ENV: "production", ...e }, execArgv: ["--import", "tsx", "--no-warnings", ...args], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const port = await new Promise<number>((r) => child.once("message", (m) => r((m as any).port)));
  return { child, url: `http://127.0.0.1:${port}` };
}
const cpu = (pid: number) => { const f = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" "); return (Number(f[11]) + Number(f[12])) * 10; };
const keys = Array.from({ length: KEYS }, (_, i) => benchKey(i + 1));
const all = Array.from({ length: ORDERS }, (_, i) => `/stubs/handler_api.php?api_key=${keys[i % KEYS]}&action=getStatus&id=${i + 1}`);
const pick = Array.from({ length: 500 }, (_, i) => ({ path: all[(i * 37) % ORDERS] }));
const N = 60000;
const run = async (s: any, path: string | null) => {
  const before = cpu(s.child.pid), mine = process.cpuUsage(), t = performance.now();
  const { non2xx, errors } = await autocannon({ url: path ? s.url + path : s.url, connections: 64, amount: N, ...(path ? {} : { requests: pick }) } as any);
  const used = process.cpuUsage(mine);
  return `${Math.round(N / ((performance.now() - t) / 1000))}/s server ${((cpu(s.child.pid) - before) * 1000 / N).toFixed(1)} us, client ${((used.user + used.system) / N).toFixed(1)} us, bad ${non2xx + errors}`;
};
const ours = await start("zz-micro", { MODE: "ours" }, process.env.PROF ? ["--cpu-prof", "--cpu-prof-dir=/tmp/hbench"] : []);
const raw = await start("zz-micro", { MODE: "raw" });
const hono = await start("serve-hono", {});
for (let i = 0; i < 3; i += 1) {
  console.log("ours", await run(ours, null));
  console.log("raw ", await run(raw, "/x"));
  console.log("hono", await run(hono, "/empty"));
}
for (const s of [ours, raw, hono]) s.child.disconnect();
