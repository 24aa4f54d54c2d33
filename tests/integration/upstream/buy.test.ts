import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSmsActivateProvider } from "@/lib/integrations/sms/sms-activate/provider";
import { startSimulators } from "@/lib/simulators/start";
import { openUpstream, order, type SimulatedUpstream } from "./upstream-fixture";

let sim: SimulatedUpstream;

beforeAll(async () => {
  sim = await openUpstream();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

async function listed(): Promise<string[]> {
  const list = await sim.provider.listActive();
  if (list.kind !== "ok") throw new Error(list.error);
  return list.activations.map((activation) => activation.phoneE164);
}

describe("buying from the simulated upstream", () => {
  it("gives a number, its price and its operator", async () => {
    const bought = await sim.provider.buy(order({ operator: "claro" }));
    expect(bought).toEqual({
      kind: "bought",
      upstreamOrderId: expect.stringMatching(/^63\d{7}$/),
      phoneE164: expect.stringMatching(/^\+55\d{2}9\d{8}$/),
      costMicros: 200_000n,
      operator: "claro",
    });
    expect(sim.upstream.balanceMicros).toBe(999_800_000n);
  });

  it("pays exactly the cap, and nothing a micro-unit above it", async () => {
    expect(await sim.provider.buy(order({ maxCostMicros: 200_000n }))).toMatchObject({ kind: "bought" });
    expect(await sim.provider.buy(order({ maxCostMicros: 199_999n }))).toEqual({ kind: "no_numbers" });
    expect(sim.upstream.activations.size).toBe(1);
  });

  it("tells an empty rack from a service or country that is not sold", async () => {
    sim.upstream.setBehaviour("dry");
    expect(await sim.provider.buy(order())).toEqual({ kind: "no_numbers" });
    sim.upstream.setBehaviour("deliver");
    const refused = { kind: "refused", retryable: false };
    expect(await sim.provider.buy(order({ serviceCode: "zz" }))).toEqual({
      ...refused,
      reason: "BAD_SERVICE",
    });
    expect(await sim.provider.buy(order({ countryLegacyId: 9 }))).toEqual({
      ...refused,
      reason: "BAD_COUNTRY",
    });
  });

  it("without money or with a wrong key, later may be better", async () => {
    sim.upstream.balanceMicros = 199_999n;
    expect(await sim.provider.buy(order())).toEqual({
      kind: "refused",
      reason: "NO_BALANCE",
      retryable: true,
    });
    const stranger = createSmsActivateProvider({ baseUrl: sim.url, apiKey: "another" });
    expect(await stranger.buy(order())).toEqual({ kind: "refused", reason: "BAD_KEY", retryable: true });
  });

  it("an order asked for twice is bought once, and the second answer is unknown", async () => {
    const input = order();
    expect(await sim.provider.buy(input)).toMatchObject({ kind: "bought" });
    expect(await sim.provider.buy(input)).toMatchObject({ kind: "unknown" });
    expect(await listed()).toHaveLength(1);
  });

  it("another number for the same order is another purchase, and that too is bought once", async () => {
    const input = order();
    const first = await sim.provider.buy({ ...input, attempt: 1 });
    const second = await sim.provider.buy({ ...input, attempt: 2 });
    expect([first.kind, second.kind]).toEqual(["bought", "bought"]);
    expect(await sim.provider.buy({ ...input, attempt: 2 })).toMatchObject({ kind: "unknown" });
    expect(await listed()).toHaveLength(2);
  });

  it("an answer that never comes is unknown; nothing was bought", async () => {
    sim.upstream.setBehaviour("timeout");
    const answer = await sim.impatient.buy(order());
    expect(answer).toEqual({ kind: "unknown", error: "getNumberV2: TimeoutError" });
    expect(await listed()).toEqual([]);
  });

  it("a purchase whose answer was lost is unknown, and then visible in the list", async () => {
    sim.upstream.setBehaviour("lost-purchase");
    expect(await sim.impatient.buy(order())).toMatchObject({ kind: "unknown" });
    expect(await listed()).toEqual([expect.stringMatching(/^\+55/)]);
  });

  it("a dead machine refuses: nothing left, so that another may be asked", async () => {
    const gone = await startSimulators({ port: 0, secret: "a secret of the tests" });
    await gone.close();
    const provider = createSmsActivateProvider({ baseUrl: gone.url, apiKey: "any" });
    expect(await provider.buy(order())).toEqual({
      kind: "refused",
      reason: "getNumberV2: ECONNREFUSED",
      retryable: true,
    });
  });

  it.each([
    ["TLS where there is none", () => sim.url.replace("http:", "https:"), "ERR_SSL_WRONG_VERSION_NUMBER"],
    ["an address that is none", () => "supplier.example", "ERR_INVALID_URL"],
    ["a name that nobody has", () => "http://supplier.invalid", "ENOTFOUND|EAI_AGAIN"],
  ])("%s: nothing left, and nothing is thrown", async (_, baseUrl, reason) => {
    const provider = createSmsActivateProvider({ baseUrl: baseUrl(), apiKey: "any" });
    expect(await provider.buy(order())).toEqual({
      kind: "refused",
      reason: expect.stringMatching(`^getNumberV2: (${reason})$`),
      retryable: true,
    });
    expect(await provider.listActive()).toMatchObject({ kind: "unavailable" });
  });

  it("a connection that is dropped under the question is unknown, and sold nothing here", async () => {
    sim.upstream.refuseFor(60);
    expect(await sim.provider.buy(order())).toMatchObject({ kind: "unknown" });
    expect(sim.upstream.activations.size).toBe(0);
  });

  it.each(["error", "garbage"] as const)("%s is unknown, never no_numbers", async (behaviour) => {
    sim.upstream.setBehaviour(behaviour);
    expect(await sim.provider.buy(order())).toEqual({
      kind: "unknown",
      error: `not understood (HTTP ${behaviour === "error" ? 500 : 200})`,
    });
  });

  it("names the real price of what was sold above the cap", async () => {
    sim.upstream.setBehaviour("overprice");
    expect(await sim.provider.buy(order())).toMatchObject({ kind: "bought", costMicros: 20_000_000n });
  });

  it("waits for a slow answer, longer than for any other question", async () => {
    sim.upstream.setBehaviour("slow");
    expect(await sim.provider.buy(order())).toMatchObject({ kind: "bought", costMicros: 200_000n });
  });
});
