import { describe, expect, it } from "vitest";
import { CHAIN_START, useChain } from "@/tests/support/chain-client";

const chain = useChain();

interface Ticker {
  error: string[];
  result?: Record<string, { c: string[] }>;
}
const kraken = (pair: string) => chain.json<Ticker>("kraken", `/0/public/Ticker?pair=${pair}`);
const mempool = () => chain.json<{ time: number; USD: number }>("esplora", "/v1/prices");
const last = async (pair: string, key: string) => (await kraken(pair)).result?.[key]?.c[0];

describe("the simulated prices", () => {
  it("come under Kraken's own keys, as strings", async () => {
    expect(await kraken("XBTUSD")).toEqual({
      error: [],
      result: {
        XXBTZUSD: {
          a: ["97000.00000", "1", "1.000"],
          b: ["97000.00000", "1", "1.000"],
          c: ["97000.00000", expect.any(String)],
          v: [expect.any(String), expect.any(String)],
          p: ["97000.00000", "97000.00000"],
          t: [expect.any(Number), expect.any(Number)],
          l: ["97000.00000", "97000.00000"],
          h: ["97000.00000", "97000.00000"],
          o: "97000.00000",
        },
      },
    });
    expect(Object.keys((await kraken("XBTUSD,USDTUSD")).result ?? {})).toEqual(["XXBTZUSD", "USDTZUSD"]);
  });

  it.each([
    ["XBTFOO", "EQuery:Unknown asset pair"],
    ["XBTUSD,toString", "EQuery:Unknown asset pair"],
    ["", "EGeneral:Invalid arguments"],
  ])("%j is an error of Kraken's, told with 200", async (pair, error) => {
    expect(await kraken(pair)).toEqual({ error: [error] });
  });

  it("come from mempool.space with their time", async () => {
    expect(await mempool()).toMatchObject({ time: CHAIN_START / 1_000, USD: 97_000 });
  });

  it("move together or disagree", async () => {
    await chain.order("price", { asset: "BTC", usd: "98000.5" });
    expect([await last("XBTUSD", "XXBTZUSD"), (await mempool()).USD]).toEqual(["98000.50000", 98_000.5]);
    await chain.order("price", { asset: "BTC", usd: "90000", source: "mempool" });
    expect([await last("XBTUSD", "XXBTZUSD"), (await mempool()).USD]).toEqual(["98000.50000", 90_000]);
    await chain.order("price", { asset: "USDT", usd: "0.97" });
    expect(await last("USDTUSD", "USDTZUSD")).toBe("0.97000");
  });

  it("may be old: mempool.space says so by its time, Kraken's cache by its age", async () => {
    await chain.order("price", { asset: "BTC", stale: true });
    expect((await mempool()).time).toBe(CHAIN_START / 1_000 - 900);
    const answer = await chain.get("kraken", "/0/public/Ticker?pair=XBTUSD");
    expect(answer.headers.get("age")).toBe("900");
    await chain.order("price", { asset: "BTC", usd: "97000" });
    expect((await mempool()).time).toBe(CHAIN_START / 1_000);
  });

  it("may be nonsense", async () => {
    await chain.order("price", { asset: "BTC", garbage: true });
    expect([await last("XBTUSD", "XXBTZUSD"), (await mempool()).USD]).toEqual(["NaN", -1]);
  });

  it("fail one by one", async () => {
    await chain.order("faults", { kind: "500", scope: "mempool-prices" });
    expect((await chain.get("esplora", "/v1/prices")).status).toBe(500);
    expect((await chain.get("esplora", "/blocks/tip/height")).status).toBe(200);
    expect((await kraken("XBTUSD")).error).toEqual([]);
    await chain.order("faults", { kind: "429", scope: "kraken" });
    expect((await chain.get("kraken", "/0/public/Ticker?pair=XBTUSD")).status).toBe(429);
  });
});
