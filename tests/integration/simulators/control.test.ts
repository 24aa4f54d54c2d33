import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { UpstreamSnapshot } from "@/lib/simulators/sms-upstream/control";
import { type Simulators, startSimulators } from "@/lib/simulators/start";

const SECRET = "a secret of the tests";
const die = vi.fn();
let sim: Simulators;

beforeAll(async () => {
  sim = await startSimulators({ port: 0, secret: SECRET, seed: 5, die });
});
beforeEach(() => {
  sim.upstream.reset();
  sim.upstream.offsetSeconds = 0;
});
afterAll(() => sim.close());

function steer(path: string, body?: unknown, secret: string | null = SECRET): Promise<Response> {
  return fetch(`${sim.url}/__control/${path}`, {
    method: path === "state" ? "GET" : "POST",
    headers: secret === null ? {} : { authorization: `Bearer ${secret}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const stateAfter = async (path: string, body?: unknown): Promise<UpstreamSnapshot> => {
  const answer = await steer(path, body);
  expect(answer.status).toBe(200);
  return (await answer.json()) as UpstreamSnapshot;
};

function buy() {
  const input = { service: "wa", country: "73", operator: null, orderId: null, behaviour: "silent" } as const;
  const activation = sim.upstream.buy(input);
  if (!activation) throw new Error("no number");
  return activation;
}

describe("steering the simulator", () => {
  it.each([null, "", "another secret of the tests", `${SECRET} `.repeat(2)])(
    "needs its secret, not %j",
    async (secret) => {
      for (const path of ["state", "behaviour", "reset", "die", "nothing"]) {
        expect((await steer(path, undefined, secret)).status).toBe(401);
      }
      expect(die).not.toHaveBeenCalled();
    },
  );

  it("sets how the next purchases go, and then all of them", async () => {
    expect(await stateAfter("behaviour", { behaviour: "dry", count: 2 })).toMatchObject({
      behaviour: "deliver",
      pendingBehaviours: 2,
    });
    expect(await stateAfter("behaviour", { behaviour: "slow" })).toMatchObject({ behaviour: "slow" });
    expect([1, 2, 3].map(() => sim.upstream.takeBehaviour())).toEqual(["dry", "dry", "slow"]);
  });

  it.each([
    ["behaviour", { behaviour: "explode" }],
    ["behaviour", undefined],
    ["delay", { minMs: -1, maxMs: 5 }],
    ["clock", { offsetSeconds: "much" }],
    ["refuse", { seconds: 1e9 }],
  ])("%s refuses %o", async (path, body) => {
    expect((await steer(path, body)).status).toBe(422);
  });

  it("changes the fate of one sold number", async () => {
    const { id } = buy();
    expect(await stateAfter("behaviour", { behaviour: "two", id })).toMatchObject({
      behaviour: "deliver",
      pendingBehaviours: 0,
      activations: [{ id, behaviour: "two", planned: 2 }],
    });
    expect(await stateAfter("behaviour", { behaviour: "silent", id })).toMatchObject({
      activations: [{ id, planned: 0 }],
    });
    expect((await steer("behaviour", { behaviour: "silent", id: 1 })).status).toBe(404);
  });

  it("moves the clock, so that a window ends", async () => {
    buy();
    expect(await stateAfter("state")).toMatchObject({ live: 1, balance: "999.80" });
    expect(await stateAfter("clock", { offsetSeconds: 1_201 })).toMatchObject({
      live: 0,
      total: 1,
      balance: "1000.00",
    });
  });

  it("delivers a text at once", async () => {
    const { id } = buy();
    expect(await stateAfter("deliver", { id, text: "G-1", code: "1" })).toMatchObject({
      activations: [{ id, status: "2", messages: [{ text: "G-1", code: "1" }] }],
    });
    expect((await steer("deliver", { id: 1 })).status).toBe(404);
  });

  it("drops what others ask while it refuses, and still listens here", async () => {
    expect(await stateAfter("refuse", { seconds: 60 })).toMatchObject({ isRefusing: true });
    await expect(fetch(`${sim.url}/stubs/handler_api.php`)).rejects.toThrow();
    expect(await stateAfter("reset")).toMatchObject({ isRefusing: false, total: 0 });
    expect((await fetch(`${sim.url}/stubs/handler_api.php`)).status).toBe(200);
  });

  it("dies when told", async () => {
    await steer("die");
    expect(die).toHaveBeenCalledOnce();
  });
});
