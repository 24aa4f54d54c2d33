import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATIONS } from "@/lib/api/rest/contract";
import type { Operation } from "@/lib/api/rest/operation";
import { type BillingWorld, openBillingWorld } from "@/tests/integration/billing/billing-world";
import { prepare, requestOf, type Stage } from "./example-run";
import { ask, keyOf, stockShop } from "./rest-world";

let world: BillingWorld;
let stage: Stage;

beforeAll(async () => {
  world = await openBillingWorld();
  const { planId, otherPlanId } = await stockShop(world, 2_000);
  const ada = await world.person({ usd: 2_000, level: 3 });
  stage = { world, key: await keyOf(world, ada), planId, otherPlanId };
});

afterAll(() => world.close());

const HUGE = "9".repeat(5_000);

/** What people and programs send instead of what was asked for. */
const STRANGE: readonly unknown[] = [
  "",
  HUGE,
  "۱۲۳",
  "a\u0000b",
  "\u202e",
  "' OR 1=1 --",
  "../../etc/passwd",
  "1e309",
  null,
  -1,
  1.5,
  ["whatsapp"],
  {},
];

async function expectAnswer(answer: Response, what: string): Promise<void> {
  expect(answer.status, `${what}: ${await answer.clone().text()}`).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.headers.get("content-type"), what).toBe("application/problem+json");
  expect(await answer.json(), what).toMatchObject({ code: expect.any(String), status: answer.status });
}

async function strangeBodies(operation: Operation): Promise<void> {
  if (!operation.body) return;
  const ids = await prepare(operation, stage);
  const { path, body } = requestOf(operation, ids);
  const send = (text: string) => ask(world, operation.method, path, { key: stage.key, text });
  for (const field of Object.keys(operation.body.shape)) {
    const rest = { ...(body as Record<string, unknown>) };
    delete rest[field];
    await expectAnswer(await send(JSON.stringify(rest)), `without ${field}`);
    for (const value of STRANGE) {
      const text = JSON.stringify({ ...rest, [field]: value });
      await expectAnswer(await send(text), `${field}: ${text.slice(0, 80)}`);
    }
  }
  for (const value of STRANGE) {
    const answer = await send(JSON.stringify(value));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isObject) expect(answer.status).toBe(422);
    await expectAnswer(answer, `a body that is ${JSON.stringify(value).slice(0, 40)}`);
  }
  const unknown = await send(JSON.stringify({ ...(body as object), surprise: 1 }));
  expect(unknown.status).toBe(422);
  for (const text of ["{", "\u0000", '{"a":1}}', "[".repeat(100_000), "<xml/>"]) {
    expect((await send(text)).status).toBe(400);
  }
  expect((await send("x".repeat(300_000))).status).toBe(413);
}

async function strangeQueries(operation: Operation): Promise<void> {
  const { path } = requestOf({ ...operation, example: { ...operation.example, query: {} } }, {});
  const send = (query: string) => ask(world, operation.method, `${path}?${query}`, { key: stage.key });
  if (!operation.query) return;
  for (const field of Object.keys(operation.query.shape)) {
    for (const value of STRANGE) {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      const query = `${field}=${encodeURIComponent(text)}`;
      await expectAnswer(await send(query), query.slice(0, 80));
      expect((await send(`${query}&${query}`)).status).toBe(422);
    }
    await expectAnswer(await send(`${field}=%00`), `${field} with NUL`);
    await expectAnswer(await send(`${field}=%ff%fe`), `${field} that is no text`);
  }
  expect((await send("surprise=1")).status).toBe(422);
}

async function strangeAddresses(operation: Operation): Promise<void> {
  if (!operation.params) return;
  for (const value of STRANGE) {
    const text = encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value));
    const { body } = requestOf(operation, {});
    const path = operation.path.replace(/\{\w+\}/, text);
    await expectAnswer(await ask(world, operation.method, path, { key: stage.key, body }), path.slice(0, 80));
  }
}

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))("%s", (_, operation) => {
  it("answers what is missing, doubled, empty, huge, of the wrong kind or not meant at all", async () => {
    await strangeBodies(operation);
    await strangeQueries(operation);
    await strangeAddresses(operation);
  });
});

describe("headers that cannot be", () => {
  it.each(["", " ", "a b", HUGE, "ی", "x".repeat(201)])("an Idempotency-Key %#", async (value) => {
    const answer = await ask(world, "post", "/numbers", {
      key: stage.key,
      body: { service: "whatsapp", country: "BR" },
      headers: { "idempotency-key": Buffer.from(value).toString("latin1") },
    });
    await expectAnswer(answer, value.slice(0, 20));
    if (value.trim() !== "") expect(answer.status).toBe(422);
  });

  it.each(["Basic abc", "Bearer", `Bearer ${HUGE}`, "Bearer a b", "bearer\tx"])(
    "an Authorization %#",
    async (value) => {
      const answer = await ask(world, "get", "/key", { headers: { authorization: value } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    },
  );
});
