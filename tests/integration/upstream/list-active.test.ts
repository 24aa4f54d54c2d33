import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ListAnswer } from "@/lib/domain/supply/ports";
import { openUpstream, order, type Script, type SimulatedUpstream, withScripted } from "./upstream-fixture";

let sim: SimulatedUpstream;

beforeAll(async () => {
  sim = await openUpstream();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

const listFrom = (script: Script): Promise<ListAnswer> =>
  withScripted(script, ({ provider }) => provider.listActive());

/** As the documentation of the protocol shows it. */
const documented = {
  activationId: "635468021",
  serviceCode: "vk",
  phoneNumber: "79584123451",
  activationCost: 12.5,
  activationStatus: "4",
  smsCode: ["CODE"],
  smsText: "[Your CODE registration code]",
  activationTime: "2022-06-01 16:59:16",
  discount: "0.00",
  repeated: "0",
  countryCode: "2",
  countryName: "Kazakhstan",
  canGetAnotherSms: "1",
  currency: 840,
};

const row = (id: number) => ({ ...documented, activationId: id });

describe("the list of what is live", () => {
  it("is empty, then shows a purchase, its text, and nothing of what ended", async () => {
    expect(await sim.provider.listActive()).toEqual({ kind: "ok", activations: [] });
    const bought = await sim.provider.buy(order());
    if (bought.kind !== "bought") throw new Error(bought.kind);
    expect(await sim.provider.listActive()).toEqual({
      kind: "ok",
      activations: [
        {
          upstreamOrderId: bought.upstreamOrderId,
          serviceCode: "wa",
          countryLegacyId: 73,
          phoneE164: bought.phoneE164,
          costMicros: 200_000n,
          startedAt: new Date("2026-11-21T10:00:00Z"),
          status: "waiting",
          codes: [],
          texts: [],
        },
      ],
    });
    sim.pass(10);
    expect(await sim.provider.listActive()).toMatchObject({
      activations: [
        { status: "received", codes: [expect.stringMatching(/^\d{6}$/)], texts: [expect.any(String)] },
      ],
    });
    expect(await sim.provider.requestAnother(bought.upstreamOrderId)).toEqual({ kind: "ok" });
    expect(await sim.provider.listActive()).toMatchObject({ activations: [{ status: "retry" }] });
    sim.pass(20 * 60 + 1);
    expect(await sim.provider.listActive()).toEqual({ kind: "ok", activations: [] });
  });

  it.each([1, 99, 100, 101, 200, 230])("shows all of %i, each once", async (count) => {
    for (let index = 0; index < count; index += 1) {
      sim.upstream.buy({ service: "tg", country: "6", operator: null, orderId: null, behaviour: "silent" });
    }
    const list = await sim.provider.listActive();
    if (list.kind !== "ok") throw new Error(list.error);
    expect(new Set(list.activations.map((one) => one.upstreamOrderId)).size).toBe(count);
    expect(list.activations).toHaveLength(count);
  });

  it("reads the documented row", async () => {
    expect(await listFrom(() => ({ status: "success", activeActivations: [documented] }))).toEqual({
      kind: "ok",
      activations: [
        {
          upstreamOrderId: "635468021",
          serviceCode: "vk",
          countryLegacyId: 2,
          phoneE164: "+79584123451",
          costMicros: 12_500_000n,
          startedAt: new Date("2022-06-01T16:59:16Z"),
          status: "waiting",
          codes: ["CODE"],
          texts: ["[Your CODE registration code]"],
        },
      ],
    });
  });

  it("reads the list under its other name, and fields in their other types", async () => {
    const other = {
      ...documented,
      countryCode: 2,
      activationStatus: 2,
      smsCode: "77",
      smsText: null,
      phoneNumber: 79,
    };
    expect(await listFrom(() => ({ status: "success", data: [other] }))).toMatchObject({
      activations: [{ countryLegacyId: 2, status: "received", codes: ["77"], texts: [], phoneE164: "+79" }],
    });
  });

  it.each([
    ["NO_ACTIVATIONS as text", "NO_ACTIVATIONS"],
    ["NO_ACTIVATIONS as JSON", { status: "error", error: "NO_ACTIVATIONS" }],
    ["an empty list", { status: "success", activeActivations: [] }],
  ])("%s is nothing live", async (_, answer) => {
    expect(await listFrom(() => answer)).toEqual({ kind: "ok", activations: [] });
  });

  // An empty list would make every purchase look as if it had never happened.
  it.each([
    ["another error", { status: "error", error: "SERVER_ERROR" }],
    ["a row that makes no sense", { activeActivations: [documented, { ...documented, activationId: null }] }],
    ["a page of a proxy", "<html>"],
    ["a wrong key", "BAD_KEY"],
    ["an empty answer", ""],
  ])("%s is no empty list", async (_, answer) => {
    expect(await listFrom(() => answer)).toMatchObject({ kind: "unavailable" });
  });

  it("a second page that fails makes the whole list unavailable", async () => {
    const first = Array.from({ length: 100 }, (_, index) => row(index + 1));
    const answer = await listFrom((parameters) =>
      parameters.get("start") === "0" ? { activeActivations: first } : "SERVER_ERROR",
    );
    expect(answer).toMatchObject({ kind: "unavailable" });
  });

  it("an upstream that knows no paging is asked for one page more, not for ever", () =>
    withScripted(
      () => ({ activeActivations: Array.from({ length: 150 }, (_, index) => row(index + 1)) }),
      async ({ provider, asked }) => {
        const list = await provider.listActive();
        expect(list.kind === "ok" && list.activations).toHaveLength(150);
        expect(asked).toHaveLength(2);
      },
    ));

  it("an upstream that ends with NO_ACTIVATIONS after a full page is read whole", async () => {
    const first = Array.from({ length: 100 }, (_, index) => row(index + 1));
    const list = await listFrom((parameters) =>
      parameters.get("start") === "0" ? { activeActivations: first } : "NO_ACTIVATIONS",
    );
    expect(list.kind === "ok" && list.activations).toHaveLength(100);
  });
});
