import { createHmac, randomUUID } from "node:crypto";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { openEvents } from "../faults/events";
import { type Person, TEST_SECRETS, type World } from "../support/world";
import { type Served, serve } from "./served.mjs";

const STREAMS = 200;
const HOOKS_PER_SECOND = 20;
const SIGN_INS_PER_SECOND = 5;
const SIGNERS = 40;
const PASSWORD = "a password of the bench";
const WAIT_MS = 5_000;

/** Milliseconds from the moment a hook is sent to the moment an open stream has told of it. */
export interface DelayBench {
  run(seconds: number): Promise<{ delays: number[]; signIns: number }>;
  close(): Promise<void>;
}

interface Waiting {
  person: Person;
  orderId: string;
  phone: string;
  messages: number;
  next: Awaited<ReturnType<typeof openEvents>>["next"];
  close(): void;
}

function sendHook(server: Served, to: string): Promise<Response> {
  const id = randomUUID();
  const body = JSON.stringify({ id, from: "WhatsApp", to, text: "WhatsApp code: 482-913" });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(TEST_SECRETS.HOOK_SECRETS, "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return fetch(`${server.url}/api/hooks/sms/generic`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    },
    body,
  });
}

async function openWaiting(world: World, server: Served): Promise<Waiting> {
  const person = await world.person({ usd: 10 });
  const input = {
    service: "whatsapp",
    country: "BR",
    idempotencyScope: "bench",
    idempotencyKey: randomUUID(),
  };
  const rented = await rentNumber(world.deps, person.actor, input);
  if (!rented.ok) throw new Error(rented.reason);
  const { next, close } = await openEvents(server.url, person.cookie);
  return { person, orderId: rented.order.id, phone: rented.order.phoneE164 ?? "", messages: 0, next, close };
}

/** People with a password of real cost, each signing in from an address of their own. */
async function addSigners(world: World, env: NodeJS.ProcessEnv): Promise<string[]> {
  const { createPasswordHasher } = await import("@/lib/integrations/password/hasher");
  const hasher = createPasswordHasher({ cost: Number(env.PASSWORD_COST) });
  const passwordHash = await hasher.hash(PASSWORD);
  await hasher.close();
  const people = await Promise.all(Array.from({ length: SIGNERS }, () => world.person()));
  await world.deps.db.user.updateMany({
    where: { id: { in: people.map(({ actor }) => actor.userId) } },
    data: { passwordHash },
  });
  return people.map(({ actor }) => actor.username);
}

/** Calls `work` at an even pace for so many seconds, and waits for all of it. */
async function pace(
  perSecond: number,
  seconds: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  const running: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const wait = startedAt + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(work(index));
  }
  await Promise.all(running);
}

/** A server with open streams, hooks that come in and people who sign in, all over HTTP. */
export async function prepareDelay(world: World, env: NodeJS.ProcessEnv): Promise<DelayBench> {
  const server = await serve("api", env);
  const signers = await addSigners(world, env);
  const waiting: Waiting[] = [];
  for (let index = 0; index < STREAMS; index += 1) waiting.push(await openWaiting(world, server));
  let hooks = 0;
  let tries = 0;

  async function deliver(delays: number[]): Promise<void> {
    const one = waiting[hooks++ % STREAMS] as Waiting;
    one.messages += 1;
    const expected = one.messages;
    const sentAt = performance.now();
    const told = one
      .next(
        (event) => event.order?.id === one.orderId && (event.order.messages?.length ?? 0) >= expected,
        WAIT_MS,
      )
      .then(() => delays.push(performance.now() - sentAt));
    const { status } = await sendHook(server, one.phone);
    if (status !== 202) throw new Error(`a hook was answered with ${status}`);
    await told;
  }

  async function signIn(): Promise<boolean> {
    tries += 1;
    const ipAddress = `10.1.${tries >> 8}.${tries & 255}`;
    const body = JSON.stringify({ identifier: signers[tries % SIGNERS], password: PASSWORD, ipAddress });
    const answer = await fetch(`${server.url}/api/test/sign-in`, { method: "POST", body });
    return ((await answer.json()) as { ok: boolean }).ok;
  }

  return {
    async run(seconds) {
      const delays: number[] = [];
      let signIns = 0;
      const signing = pace(SIGN_INS_PER_SECOND, seconds, async () => {
        if (await signIn()) signIns += 1;
      });
      await pace(HOOKS_PER_SECOND, seconds, () => deliver(delays));
      await signing;
      return { delays, signIns };
    },
    async close() {
      for (const { close } of waiting) close();
      await server.stop();
    },
  };
}
