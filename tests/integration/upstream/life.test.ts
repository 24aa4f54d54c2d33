import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSmsActivateProvider } from "@/lib/integrations/sms/sms-activate/provider";
import { openUpstream, order, type SimulatedUpstream } from "./upstream-fixture";

let sim: SimulatedUpstream;
let id = "";

beforeAll(async () => {
  sim = await openUpstream();
});
beforeEach(async () => {
  sim.reset();
  const bought = await sim.provider.buy(order());
  if (bought.kind !== "bought") throw new Error(bought.kind);
  id = bought.upstreamOrderId;
});
afterAll(() => sim.close());

const START_MICROS = 1_000_000_000n;

describe("the life of a bought number", () => {
  it("waits, then has a text with its code and its time", async () => {
    expect(await sim.provider.getState(id)).toEqual({ kind: "waiting" });
    sim.pass(10);
    const state = await sim.provider.getState(id);
    expect(state).toEqual({
      kind: "received",
      code: expect.stringMatching(/^\d{6}$/),
      text: expect.stringContaining("WhatsApp"),
      receivedAt: new Date("2026-11-21T10:00:10Z"),
    });
  });

  it("cancels after two minutes, not before, and gives the money back once", async () => {
    sim.upstream.setBehaviour("silent");
    const bought = await sim.provider.buy(order());
    const silent = bought.kind === "bought" ? bought.upstreamOrderId : "";
    sim.pass(119);
    expect(await sim.provider.cancel(silent)).toEqual({ kind: "too_early" });
    sim.pass(1);
    const before = sim.upstream.balanceMicros;
    expect(await sim.provider.cancel(silent)).toEqual({ kind: "canceled" });
    expect(await sim.provider.cancel(silent)).toEqual({ kind: "gone" });
    expect(sim.upstream.balanceMicros).toBe(before + 200_000n);
    expect(await sim.provider.getState(silent)).toEqual({ kind: "canceled" });
  });

  it("a cancel that comes after the text brings the text", async () => {
    sim.pass(130);
    expect(await sim.provider.cancel(id)).toEqual({
      kind: "has_code",
      code: expect.stringMatching(/^\d{6}$/),
      text: expect.stringContaining("WhatsApp"),
    });
    expect(sim.upstream.balanceMicros).toBe(START_MICROS - 200_000n);
  });

  it("what ended, and what never was, is gone", async () => {
    sim.pass(10);
    expect(await sim.provider.finish(id)).toEqual({ kind: "ok" });
    expect(await sim.provider.finish(id)).toEqual({ kind: "gone" });
    expect(await sim.provider.cancel(id)).toEqual({ kind: "gone" });
    expect(await sim.provider.requestAnother(id)).toEqual({ kind: "gone" });
    expect(await sim.provider.getState("1")).toEqual({ kind: "unknown_order" });
    expect(await sim.provider.cancel("1")).toEqual({ kind: "gone" });
    expect(await sim.provider.finish("not-a-number")).toEqual({ kind: "gone" });
  });

  it("brings another text when asked, and asking twice does no harm", async () => {
    sim.pass(10);
    const first = await sim.provider.getState(id);
    expect(await sim.provider.requestAnother(id)).toEqual({ kind: "ok" });
    expect(await sim.provider.requestAnother(id)).toEqual({ kind: "ok" });
    sim.pass(10);
    const second = await sim.provider.getState(id);
    expect(second).toMatchObject({ kind: "received", receivedAt: new Date("2026-11-21T10:00:20Z") });
    expect(second).not.toEqual(first);
    expect(await sim.provider.listActive()).toMatchObject({ activations: [{ codes: { length: 2 } }] });
  });

  it("ends after twenty minutes without a text, and the upstream gives the money back", async () => {
    sim.reset();
    sim.upstream.setBehaviour("late");
    const bought = await sim.provider.buy(order());
    const late = bought.kind === "bought" ? bought.upstreamOrderId : "";
    sim.pass(20 * 60);
    expect(await sim.provider.getState(late)).toEqual({ kind: "waiting" });
    sim.pass(1);
    expect(await sim.provider.getState(late)).toEqual({ kind: "canceled" });
    expect(await sim.provider.balance()).toEqual({ kind: "ok", balanceMicros: START_MICROS });
  });

  it("says so when the key is not the right one, whatever it is asked", async () => {
    const stranger = createSmsActivateProvider({ baseUrl: sim.url, apiKey: "wrong" });
    const refused = { kind: "unavailable", error: "BAD_KEY" };
    expect(await stranger.balance()).toEqual(refused);
    expect(await stranger.catalog()).toEqual(refused);
    expect(await stranger.listActive()).toEqual(refused);
  });

  it("tells its balance and what it sells", async () => {
    expect(await sim.provider.balance()).toEqual({ kind: "ok", balanceMicros: 999_800_000n });
    const catalog = await sim.provider.catalog();
    if (catalog.kind !== "ok") throw new Error(catalog.error);
    expect(catalog.offers).toHaveLength(170 * 60);
    expect(catalog.offers).toContainEqual({
      serviceCode: "wa",
      countryLegacyId: 73,
      costMicros: 200_000n,
      count: 499,
    });
  });
});
