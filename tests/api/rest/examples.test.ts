import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATIONS } from "@/lib/api/rest/contract";
import { REFUSALS } from "@/lib/domain/kernel/errors";
import { type BillingWorld, openBillingWorld } from "@/tests/integration/billing/billing-world";
import { prepare, runExample, type Stage } from "./example-run";
import { ask, keyOf, stockShop } from "./rest-world";

let world: BillingWorld;
let stage: Stage;
let strangersKey: string;
let sandboxKey: string;
let barredKey: string;

beforeAll(async () => {
  world = await openBillingWorld();
  const { planId, otherPlanId } = await stockShop(world);
  const ada = await world.person({ usd: 900, level: 3 });
  const eve = await world.person({ usd: 900, level: 3 });
  stage = { world, key: await keyOf(world, ada), planId, otherPlanId };
  strangersKey = await keyOf(world, eve);
  sandboxKey = await keyOf(world, ada, { mode: "SANDBOX" });
  barredKey = await keyOf(world, ada, { scopes: [] });
});

afterAll(() => world.close());

async function refusal(answer: Response, status: number, code: string) {
  const body = await answer.json();
  expect({ status: answer.status, code: body.code }, JSON.stringify(body)).toEqual({ status, code });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(body.requestId).toBe(answer.headers.get("x-request-id"));
  expect(body.status).toBe(answer.status);
}

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))("%s", (_, operation) => {
  it("does what its example says, and the document knows every field of the answer", async () => {
    expect(operation.answer.parse(operation.example.answer)).toEqual(operation.example.answer);
    const answer = await runExample(stage, operation, await prepare(operation, stage));
    const body = await answer.json();
    expect(answer.status, JSON.stringify(body)).toBe(operation.status);
    expect(operation.answer.parse(body)).toEqual(body);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
    expect(answer.headers.get("ratelimit-policy")).toMatch(/^"key";q=\d+;w=60$/);
  });

  it("is shut without a key, and to one that nobody gave out", async () => {
    await refusal(await runExample(stage, operation, {}, { key: undefined }), 401, "key_missing");
    const wrong = `${stage.key.slice(0, -1)}${stage.key.endsWith("0") ? "1" : "0"}`;
    await refusal(await runExample(stage, operation, {}, { key: wrong }), 401, "key_unknown");
  });

  it("is shut to a key without its scope", async () => {
    const answer = await runExample(stage, operation, {}, { key: barredKey });
    if (operation.scope) await refusal(answer, 403, "scope_missing");
    else expect(answer.status).toBe(operation.status);
  });

  it("never knows what is somebody else's", async () => {
    if (!operation.params) return;
    const ids = await prepare(operation, stage);
    await refusal(await runExample(stage, operation, ids, { key: strangersKey }), 404, "not_found");
    await refusal(await runExample(stage, operation, {}), 404, "not_found");
  });

  it("keeps a sandbox key away from what is real", async () => {
    const ids = await prepare(operation, stage);
    const answer = await runExample(stage, operation, ids, { key: sandboxKey });
    if (operation.needsLiveKey) return refusal(answer, 403, "live_key_needed");
    if (operation.params && ["Numbers", "Webhooks"].includes(operation.tag))
      return refusal(answer, 404, "not_found");
    const body = await answer.json();
    expect(answer.status, JSON.stringify(body)).toBe(operation.status);
    expect(operation.answer.parse(body)).toEqual(body);
    expect(JSON.stringify(body)).not.toContain('"isSandbox":false');
  });

  it("is refused over the key's limit, and says when to come back", async () => {
    const { actor, cookie } = await world.person({ level: 3 });
    const slow = await keyOf(world, { actor, cookie }, { rateLimit: 1 });
    await ask(world, "get", "/key", { key: slow });
    const answer = await runExample(stage, operation, {}, { key: slow });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+$/);
    await refusal(answer, 429, "rate_limited");
  });

  it("names codes that exist", () => {
    for (const code of operation.refusals) expect(REFUSALS[code]).toBeGreaterThanOrEqual(400);
  });
});

describe("an address that no operation has", () => {
  it("says so, and which methods another would take", async () => {
    await refusal(await ask(world, "get", "/nothing", { key: stage.key }), 404, "not_found");
    const answer = await ask(world, "delete", "/numbers", { key: stage.key });
    expect(answer.headers.get("allow")).toBe("POST, GET");
    await refusal(answer, 405, "method_not_allowed");
  });
});
