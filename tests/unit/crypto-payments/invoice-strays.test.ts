import { describe, expect, it } from "vitest";
import { at, Life, transfer, view } from "./scene";

const D = 40_000n;

function mined(confirmations: number) {
  return { height: 101 - confirmations, confirmations, minute: 5 };
}

describe("strangers", () => {
  it("a wrong token pays nothing and waits for a person", () => {
    const life = new Life("USDT");
    const foreign = [
      { txid: "f", index: 0, ordinal: 0, contract: "TFake", value: "25000000", symbol: "USDT", at: at(3) },
    ];
    const seen = life.see(view(4, [], { foreign, tipHeight: null }));
    expect(seen.strays).toEqual([
      { key: "trx:f:0", kind: "wrong_token", txid: "f", index: 0, value: "25000000", contract: "TFake" },
    ]);
    expect(seen).toMatchObject({
      words: { key: "waiting" },
      notes: ["wrong_token"],
      staffAction: "place_receipt",
    });
    expect(life.payments).toEqual([]);
    expect(life.credited).toBe(0n);
  });

  it("dust pays nothing and calls nobody", () => {
    const life = new Life();
    const seen = life.see(view(4, [transfer("d", 999n, mined(2)), transfer("z", 0n, mined(2))]));
    expect(seen).toMatchObject({
      strays: [{ key: "btc:d:0", kind: "dust" }],
      alerts: [],
      staffAction: "none",
    });
    expect(life.payments).toEqual([]);
  });

  it("money for what staff marked as paid is not credited by itself", () => {
    const life = new Life("BTC", { status: "PAID", exception: "MARKED" });
    const seen = life.see(view(4, [transfer("a", D, mined(2))]));
    expect(seen).toMatchObject({
      credits: [],
      allowance: null,
      strays: [{ kind: "paid_after_marked" }],
      words: { key: "paid_marked" },
    });
    expect(life.paymentStates).toEqual(["SETTLED"]);
    expect(life.state).toBe("PAID MARKED");
  });

  it.each(["CANCELED", "REFUNDED"] as const)(
    "money for a %s invoice goes to the wallet, with an alert",
    (status) => {
      const life = new Life("BTC", { status });
      const seen = life.see(view(4, [transfer("a", D, mined(2))]));
      expect(seen.alerts).toEqual([{ key: "btc:a:0:closed", kind: "paid_after_close" }]);
      expect(life.credited).toBe(24_000_000n);
      expect(life.state).toBe(`${status} NONE`);
    },
  );
});

describe("USDT on Tron", () => {
  const listed = (ordinal: number, units: bigint) =>
    transfer("t", units, null, { index: null, ordinal, spends: [] });
  const solid = (index: number, units: bigint) =>
    transfer("t", units, { height: 9, confirmations: 1, minute: 3 }, { index, spends: [] });

  it("two transfers in one transaction are two receipts, from the list to the final log", () => {
    const life = new Life("USDT");
    life.see(view(2, [listed(0, 10_000_000n), listed(1, 15_000_000n)], { tipHeight: null }));
    expect(life.paymentStates).toEqual(["DETECTED", "DETECTED"]);
    expect(life.last?.words).toEqual({ key: "confirming", confirmations: 0, needed: 1 });
    life.see(view(4, [solid(2, 15_000_000n), solid(0, 10_000_000n)], { tipHeight: null }));
    expect(life.payments.map(({ index, status }) => [index, status])).toEqual([
      [0, "SETTLED"],
      [2, "SETTLED"],
    ]);
    expect([...life.posted]).toEqual([
      ["trx:t:0", 10_000_000n],
      ["trx:t:2", 15_000_000n],
    ]);
    // An old list that still shows them without an index brings nothing back.
    life.see(view(5, [listed(0, 10_000_000n)], { tipHeight: null }));
    expect(life.payments).toHaveLength(2);
    expect(life.state).toBe("PAID NONE");
  });

  it("a transfer that the final log does not hold has failed", () => {
    const life = new Life("USDT");
    life.see(view(2, [listed(0, 10_000_000n), listed(1, 15_000_000n)], { tipHeight: null }));
    life.see(view(4, [solid(0, 10_000_000n)], { tipHeight: null }));
    expect(life.paymentStates).toEqual(["CONFIRMED", "FAILED failed"]);
    expect(life.state).toBe("PENDING PAID_PARTIAL");
  });
});
