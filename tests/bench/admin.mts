import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { rollUpOrders } from "@/lib/domain/overview/commands/roll-up-orders";
import { rollUpUsers } from "@/lib/domain/overview/commands/roll-up-users";
import { freePort } from "@/scripts/postgres/server.mjs";
import { fillDesk, settleTables } from "./fill.mjs";
import { fillPayments } from "./fill-payments.mjs";
import { fillSubscriptions } from "./fill-subscriptions.mjs";
import { median, quantile } from "./numbers.mjs";
import { openCluster, type Place } from "./places.mjs";
import { type Line, tableOf, writeTable } from "./report.mjs";

const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 100_000);
/** Each from a person of its own: part of the people. */
const PAYMENTS = Math.round(PEOPLE * 0.4);
const SUBSCRIPTIONS = Math.round(PEOPLE * 0.4);
const AUDITS = Math.round(ORDERS / 5);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WARM_UP = 3;
const ORDERS_EACH = 100;
const LIST_MS = 500;
const OVERVIEW_MS = 300;
const READY_MS = 60_000;

const say = (text: string) => process.stderr.write(`${text}\n`);

interface Known {
  order: string;
  number: number;
  phone: string;
  user: string;
  userId: string;
  provider: string;
  revenueAccount: bigint;
}

/** What is opened, as somebody at the desk would: filters and late pages included. */
function pagesOf(known: Known): [what: string, path: string, limit: number][] {
  const list = (what: string, path: string): [string, string, number] => [what, path, LIST_MS];
  return [
    ["Overview, 7 days", "/admin", OVERVIEW_MS],
    ["Overview, 90 days", "/admin?range=90", OVERVIEW_MS],
    list("Orders", "/admin/orders"),
    list("Orders, the last page that is told", "/admin/orders?page=400"),
    list("Orders of a status, a service and a country", "/admin/orders?status=EXPIRED&service=wa&country=br"),
    list("Orders that nothing matches", "/admin/orders?status=FAILED&service=wa"),
    list("Orders by number", `/admin/orders?search=${known.number}`),
    list("Orders by phone", `/admin/orders?search=${encodeURIComponent(known.phone)}`),
    list("Orders of a customer", `/admin/orders?search=${known.user}`),
    list("Users", "/admin/users"),
    list("Users by a part of a name", "/admin/users?search=guest777"),
    list("Numbers", "/admin/numbers"),
    list("Offers", "/admin/offers"),
    list("Services", "/admin/services"),
    list("Countries", "/admin/countries"),
    list("Suppliers", "/admin/providers"),
    list("Audit log", "/admin/audit"),
    list("Audit log of an action", "/admin/audit?action=order.refunded"),
    list("Ledger, accounts", "/admin/ledger"),
    list("Ledger, the account of all revenue", `/admin/ledger/accounts/${known.revenueAccount}`),
    list("Ledger, an order's transactions", `/admin/ledger/orders?order=${known.number}`),
    list("Transactions", "/admin/transactions"),
    list("Transactions of a customer", `/admin/transactions?person=${known.user}`),
    list("Transactions by a customer's name", `/admin/transactions?search=${known.user}`),
    list("Transactions by a word of a reason, all of them old", "/admin/transactions?search=goodwill"),
    list("Transactions by one letter, which every seventh says", "/admin/transactions?search=a"),
    list("Transactions by a word that nothing says", "/admin/transactions?search=nowhere"),
    list("Money", "/admin/money"),
    list("Invoices", "/admin/invoices"),
    list("Payments", "/admin/payments"),
    list("Withdrawals", "/admin/withdrawals"),
    list("API keys", "/admin/keys"),
    list("VPN subscriptions", "/admin/vpn/subscriptions"),
    list("VPN subscriptions of a customer", "/admin/vpn/subscriptions?search=dials777"),
    list("VPN servers", "/admin/vpn/servers"),
    list("VPN usage", "/admin/vpn/usage"),
    list("Jobs", "/admin/jobs"),
    list("One order", `/admin/orders/${known.order}`),
    list("One user", `/admin/users/${known.userId}`),
    list("One supplier", `/admin/providers/${known.provider}`),
  ];
}

/** The product's own server, as it is deployed, without its jobs: they are other processes' work. */
async function serveProduct(env: NodeJS.ProcessEnv) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = fork(join(process.cwd(), "server.mts"), {
    cwd: process.cwd(),
    env: { ...env, PATCHBAY_ROLE: "web", PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: "error" },
    execArgv: ["--import", "tsx", "--no-warnings"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const until = performance.now() + READY_MS;
  for (;;) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null || performance.now() > until) throw new Error("the product does not answer");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** How long the whole page took; the streamed lists are part of it. */
async function open(url: string, cookie: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const text = await answer.text();
  const ms = performance.now() - startedAt;
  if (answer.status !== 200 || text.length < 1_000) throw new Error(`${url} answers ${answer.status}`);
  return ms;
}

async function measure(url: string, cookie: string): Promise<{ p50: number; p95: number }> {
  for (let round = 0; round < WARM_UP; round += 1) await open(url, cookie);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await open(url, cookie));
  return { p50: median(times), p95: quantile(times, 0.95) };
}

async function benchPages(place: Place): Promise<Line[]> {
  const { deps } = place.world;
  const admin = await place.world.person({ role: "ADMIN" });
  const order = await deps.db.order.findFirstOrThrow({ orderBy: { number: "asc" }, include: { user: true } });
  const revenue = await deps.db.ledgerAccount.findFirstOrThrow({ where: { code: "rev:otp" } });
  const pages = pagesOf({
    order: order.id,
    number: order.number,
    phone: order.phoneE164 ?? "",
    user: order.user.username,
    userId: order.userId,
    provider: order.providerId,
    revenueAccount: revenue.id,
  });
  const server = await serveProduct(place.env);
  const lines: Line[] = [];
  try {
    for (const [what, path, limit] of pages) {
      const found = await measure(`${server.url}${path}`, admin.cookie).catch((error: Error) => {
        say(`${what}: ${error.message}`);
        return null;
      });
      if (!found) continue;
      const { p50, p95 } = found;
      say(`${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
      lines.push({
        what,
        measured: `p50 ${p50.toFixed(0)} ms`,
        result: `p95 ${p95.toFixed(0)} ms`,
        target: `< ${limit} ms`,
        isMet: p95 < limit,
      });
    }
  } finally {
    await server.stop();
  }
  return lines;
}

const cluster = await openCluster();
try {
  say(`filling ${ORDERS} orders and ${PEOPLE} people ...`);
  const place = await cluster.open(ORDERS, { isSpread: true });
  const url = place.world.database.url;
  await fillDesk(url, { people: PEOPLE - ORDERS / ORDERS_EACH - PAYMENTS - SUBSCRIPTIONS, audits: AUDITS });
  await fillPayments(url, PAYMENTS);
  await fillSubscriptions(place.world, SUBSCRIPTIONS);
  const startedAt = performance.now();
  await rollUpOrders(place.world.deps);
  await rollUpUsers(place.world.deps);
  const first = performance.now() - startedAt;
  await rollUpOrders(place.world.deps);
  const again = performance.now() - startedAt - first;
  await settleTables(url);
  say(`roll-ups: ${first.toFixed(0)} ms at first, ${again.toFixed(0)} ms afterwards`);
  const lines = await benchPages(place);
  lines.push({
    what: "Roll-ups of all days, and the next round",
    measured: `${(first / 1000).toFixed(1)} s`,
    result: `${again.toFixed(0)} ms`,
    target: "-",
    isMet: true,
  });
  await place.world.close();
  const table = tableOf(lines, cluster.version, `${ROUNDS} requests of each page, one after the other`);
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--write")) writeTable(join(process.cwd(), "docs/admin-speed.md"), table);
  process.exitCode = lines.every(({ isMet }) => isMet) ? 0 : 1;
} finally {
  await cluster.close();
}
