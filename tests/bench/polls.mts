import { openShop } from "../faults/shop";
import type { World } from "../support/world";
import { buildNextFixture, SECONDS, WARM_SECONDS } from "./doors.mjs";
import { benchKey, fillPolls } from "./fill-polls.mjs";
import { alternate, quantile } from "./numbers.mjs";
import type { openCluster } from "./places.mjs";
import { CLIENTS, nextEmpty, pollRate, requestTo } from "./poll-client.mjs";
import type { Line } from "./report.mjs";
import { type Served, serve } from "./served.mjs";

const KEYS = 10_000;
const ORDERS = Number(process.env.BENCH_POLLED_ORDERS ?? 100_000);
/** Orders of one key. */
const EACH = Math.ceil(ORDERS / KEYS);
/** SMS that come to one process while another is asked. */
const CODES = 60;

const whole = (value: number) => Math.round(value).toLocaleString("en");
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** The poll of every order, by the key of its person. */
function addresses(): string[] {
  const keys = Array.from({ length: KEYS }, (_, index) => benchKey(index + 1));
  return Array.from(
    { length: ORDERS },
    (_, index) =>
      `/stubs/handler_api.php?api_key=${keys[Math.floor(index / EACH)]}&action=getStatus&id=${index + 1}`,
  );
}

/** Each client asks for all orders of one key, one after the other, and goes on with the next key that nobody asks for. */
function inTurn(all: Buffer[]): (client: number) => Buffer {
  let begun = 0;
  const left: { at: number; until: number }[] = [];
  return (client) => {
    let place = left[client];
    if (!place || place.at >= place.until) {
      const at = begun % all.length;
      begun += EACH;
      place = { at, until: Math.min(at + EACH, all.length) };
      left[client] = place;
    }
    place.at += 1;
    return all[place.at - 1] ?? nextEmpty();
  };
}

/** Codes written by this process, asked for at the served one: milliseconds from the commit to the answer. */
async function delays({ deps }: World, url: string, all: string[]): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < CODES; index += 1) {
    // Those that are no multiple of five wait for their code.
    const number = index * 5 + 1;
    const ask = async () => (await fetch(`${url}${all[number - 1]}`)).text();
    const code = String(100_000 + index);
    await ask();
    await deps.db.$executeRaw`
      UPDATE orders SET verification_code = ${deps.cipher.encrypt(code)}, first_code_at = app_now() WHERE number = ${number}::int`;
    const committedAt = performance.now();
    while ((await ask()) !== `STATUS_OK:${code}`) {
      if (performance.now() - committedAt > 10_000) throw new Error(`order ${number} never showed its code`);
    }
    found.push(performance.now() - committedAt);
  }
  return found;
}

/** What integrators do most: asking for the status of what they rented. */
export async function benchPolls(
  cluster: Awaited<ReturnType<typeof openCluster>>,
  rounds: number,
): Promise<Line[]> {
  const { world, env } = await cluster.openEmpty("bench_polls");
  await openShop(world.deps);
  await fillPolls(world, { keys: KEYS, orders: ORDERS });
  await buildNextFixture();
  const plain: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const servers: Served[] = [await serve("api", env), await serve("next", plain), await serve("hono", plain)];
  const [api, next, hono] = servers as [Served, Served, Served];
  const all = addresses();
  const take = inTurn(all.map((path) => requestTo(path)));
  const polled = { url: api.url, next: take, expected: "\r\n\r\nSTATUS_", seconds: SECONDS };
  const empty = { next: nextEmpty, expected: "\r\n\r\n", seconds: SECONDS };
  const cold = await pollRate({ ...polled, amount: ORDERS });
  for (const { url } of [next, hono]) await pollRate({ ...empty, url, seconds: WARM_SECONDS });
  const found = await alternate(rounds, {
    ours: () => pollRate(polled),
    next: () => pollRate({ ...empty, url: next.url }),
    hono: () => pollRate({ ...empty, url: hono.url }),
  });
  const late = await delays(world, api.url, all);
  await Promise.all(servers.map((server) => server.stop()));
  await world.close();
  const [p50, p99] = [quantile(late, 0.5), quantile(late, 0.99)];
  const size = `${whole(ORDERS)} running orders of ${whole(KEYS)} keys`;
  return [
    {
      what: `Status poll of the SMS-Activate protocol, ${CLIENTS} connections, ${size}, against an empty Next handler`,
      measured: `${whole(found.ours)}/s against ${whole(found.next)}/s`,
      result: `${(found.ours / found.next).toFixed(1)} times`,
      target: "≥ 10",
      isMet: found.ours >= 10 * found.next,
    },
    {
      what: "The same against an empty Hono handler",
      measured: `${whole(found.ours)}/s against ${whole(found.hono)}/s`,
      result: `${(found.ours / found.hono).toFixed(2)} of it`,
      target: "≥ 0.6",
      isMet: found.ours >= 0.6 * found.hono,
    },
    {
      what: "The same, each order and each key asked for the first time",
      measured: `${whole(ORDERS)} in ${(ORDERS / cold).toFixed(1)} s`,
      result: `${whole(cold)}/s`,
      target: "-",
      isMet: true,
    },
    {
      what: "From a code's commit in another process to the poll that tells it",
      measured: `p50 ${ms(p50)}, p99 ${ms(p99)}`,
      result: `p99 ${ms(p99)}`,
      target: "p99 < 100 ms",
      isMet: p99 < 100,
    },
  ];
}
