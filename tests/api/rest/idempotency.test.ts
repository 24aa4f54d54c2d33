import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeOldAnswers } from "@/lib/domain/api-keys/commands/idempotent-answers";
import { openWorld, type Person, type World } from "@/tests/support/world";
import { ask, keyOf, stockShop } from "./rest-world";

let world: World;
let ada: Person;
let key: string;

beforeAll(async () => {
  world = await openWorld();
  await stockShop(world, 120);
  ada = await world.person({ usd: 50, level: 3 });
  key = await keyOf(world, ada);
});

afterAll(() => world.close());

const BODY = { service: "whatsapp", country: "BR" };

const rent = (idempotencyKey: string, body: object = BODY, by = key) =>
  ask(world, "post", "/numbers", { key: by, body, headers: { "idempotency-key": idempotencyKey } });

const orders = () => world.deps.db.order.count({ where: { userId: ada.actor.userId } });

describe("an Idempotency-Key", () => {
  it("makes one order and fifty equal answers of fifty requests at once", async () => {
    const before = await orders();
    const answers = await Promise.all(Array.from({ length: 50 }, () => rent("fifty")));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(bodies).size).toBe(1);
    expect(await orders()).toBe(before + 1);
    expect(answers.filter(({ headers }) => headers.get("idempotent-replayed") === "true")).toHaveLength(49);
  });

  it("gives the kept answer although the order went on", async () => {
    const first = await (await rent("kept")).text();
    const { id } = JSON.parse(first);
    await world.deps.db.$executeRaw`UPDATE orders SET cancelable_at = app_now() WHERE id = ${id}::uuid`;
    expect((await ask(world, "post", `/numbers/${id}/cancel`, { key })).status).toBe(200);
    expect(await (await rent("kept")).text()).toBe(first);
  });

  it("is refused with another body, and free for another operation and another key", async () => {
    await rent("same");
    const other = await rent("same", { service: "telegram", country: "BR" });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency_mismatch" });
    const before = await orders();
    expect((await rent("same", BODY, await keyOf(world, ada))).status).toBe(201);
    expect(await orders()).toBe(before + 1);
  });

  it("keeps a refusal too", async () => {
    const poor = await world.person({ level: 3 });
    const poorKey = await keyOf(world, poor);
    const first = await rent("poor", BODY, poorKey);
    const text = await first.text();
    expect(first.status).toBe(402);
    const again = await rent("poor", BODY, poorKey);
    expect(again.status).toBe(402);
    expect(await again.text()).toBe(text);
    expect(again.headers.get("content-type")).toBe("application/problem+json");
  });

  it("answers the same after the server died between its work and its answer", async () => {
    const first = await (await rent("died")).text();
    const before = await orders();
    // What a process leaves that was killed after the order was committed.
    await world.deps.db.$executeRaw`
      UPDATE idempotent_answers SET status = NULL, body = NULL, held_until = now() + interval '1 second' WHERE key = 'died'`;
    const again = await rent("died");
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(first);
    expect(await orders()).toBe(before);
  });

  it("says that a request still runs while its worker lives", async () => {
    await rent("runs");
    await world.deps.db.$executeRaw`
      UPDATE idempotent_answers SET status = NULL, body = NULL, held_until = now() + interval '1 hour' WHERE key = 'runs'`;
    const again = await rent("runs");
    expect(again.status).toBe(409);
    expect(again.headers.get("retry-after")).toBe("2");
    expect(await again.json()).toMatchObject({ code: "idempotency_running" });
  });

  it("is forgotten after two days and not before", async () => {
    await rent("old");
    await world.deps.db.$executeRaw`
      UPDATE idempotent_answers SET created_at = now() - interval '49 hours' WHERE key = 'old'`;
    expect(await removeOldAnswers(world.deps)).toBe(1);
    expect(await world.deps.db.idempotentAnswer.count({ where: { key: "kept" } })).toBe(1);
  });
});
