import { describe, expect, it } from "vitest";
import { pauseSeconds } from "@/lib/domain/supply/circuit";
import { costCap, routeOrder } from "@/lib/domain/supply/routing";
import type { ProviderCandidate } from "@/lib/domain/supply/types";

function candidate(code: string, overrides: Partial<ProviderCandidate> = {}): ProviderCandidate {
  return {
    id: code,
    code,
    kind: "SMS_ACTIVATE",
    priority: 10,
    isActive: true,
    isPaused: false,
    stock: 5,
    costMicros: 100_000n,
    ...overrides,
  };
}
const own = candidate("own", { kind: "OWN_STOCK", costMicros: null, priority: 50 });
const codes = (candidates: ProviderCandidate[], price = 350_000n) =>
  routeOrder(candidates, price).map(({ code }) => code);

describe("whom to ask", () => {
  it("goes by priority, then by cost, then always the same", () => {
    expect(
      codes([
        own,
        candidate("b"),
        candidate("a"),
        candidate("cheap", { costMicros: 1n }),
        candidate("first", { priority: 1 }),
      ]),
    ).toEqual(["first", "cheap", "a", "b", "own"]);
  });

  it.each<[string, Partial<ProviderCandidate>]>([
    ["off", { isActive: false }],
    ["paused", { isPaused: true }],
    ["empty", { stock: 0 }],
    ["too dear", { costMicros: 332_501n }],
    ["of unknown cost", { costMicros: null }],
  ])("leaves out who is %s", (_, overrides) => {
    expect(codes([candidate("up", overrides), own])).toEqual(["own"]);
  });

  it("keeps a margin, and own stock costs nothing", () => {
    expect(costCap(350_000n)).toBe(332_500n);
    expect(codes([candidate("up", { costMicros: 332_500n })])).toEqual(["up"]);
    expect(codes([own, candidate("up")], 0n)).toEqual(["own"]);
  });
});

it("a provider rests longer the more often it fails, and not at all at first", () => {
  expect([1, 2, 3, 4, 5, 9, 50].map(pauseSeconds)).toEqual([0, 0, 5, 10, 20, 120, 120]);
});
