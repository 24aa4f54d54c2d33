import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import type { Person, World } from "../support/world";
import { capture, generalize, type Part, type Step } from "./captured.mjs";

const CLIENTS = 16;

export interface RentBench {
  /** Rents a second through the domain's command. */
  ours(count: number): Promise<number>;
  /** The same statements, one by one, by prepared bare pg clients. */
  bare(count: number): Promise<number>;
  close(): Promise<void>;
}

async function timed(count: number, one: (client: number, index: number) => Promise<void>): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let index = next++; index < count; index = next++) await one(client, index);
    }),
  );
  return (count / (performance.now() - startedAt)) * 1_000;
}

async function rent({ deps }: World, person: Person, key = randomUUID()): Promise<string> {
  const input = { service: "whatsapp", country: "BR", idempotencyScope: "bench", idempotencyKey: key };
  const rented = await rentNumber(deps, person.actor, input);
  if (!rented.ok || rented.order.status !== "ACTIVE") throw new Error("a rent of the bench failed");
  return rented.order.id;
}

async function captureRent(world: World, person: Person) {
  const key = randomUUID();
  let order = "";
  const sent = await capture(async () => {
    order = await rent(world, person, key);
  });
  const { userId, username } = person.actor;
  return { sent, named: { order, user: userId, username, key } };
}

async function captureSteps(world: World, people: Person[]): Promise<Step[]> {
  const [a, b] = people as [Person, Person];
  await rent(world, a);
  const first = await captureRent(world, a);
  const second = await captureRent(world, b);
  return generalize(first.sent, first.named, second.sent);
}

function fillIn(part: Part, order: string, key: string, { actor }: Person): unknown {
  switch (part.kind) {
    case "constant":
      return part.value;
    case "order":
      return order;
    case "user":
      return actor.userId;
    case "username":
      return actor.username;
    case "key":
      return key;
    case "uuid":
      return randomUUID();
  }
}

/** Rents on own stock without HTTP, 16 at once, each client with customers of its own. */
export async function prepareRents(world: World): Promise<RentBench> {
  const people = await Promise.all(Array.from({ length: CLIENTS * 4 }, () => world.person({ usd: 100_000 })));
  const steps = await captureSteps(world, people);
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new Client({ connectionString: world.database.url });
      await client.connect();
      return client;
    }),
  );
  const personOf = (client: number, index: number) => people[client * 4 + (index % 4)] as Person;

  async function sendSteps(client: Client, person: Person): Promise<void> {
    const order = randomUUID();
    const key = randomUUID();
    for (const [number, { text, parts }] of steps.entries()) {
      const values = parts.map((part) => fillIn(part, order, key, person));
      await client.query({ name: `step${number}`, text, values, rowMode: "array" });
    }
  }

  return {
    ours: (count) => timed(count, async (client, index) => void (await rent(world, personOf(client, index)))),
    bare: (count) =>
      timed(count, (client, index) => sendSteps(clients[client] as Client, personOf(client, index))),
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  };
}
