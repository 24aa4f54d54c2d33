import { describe, expect, it } from "vitest";
import { createKrakenRates } from "@/lib/integrations/rates/kraken";
import { createMempoolRates } from "@/lib/integrations/rates/mempool";
import { type Reply, serve } from "./recorded-server";

const NOW = new Date("2026-11-21T12:00:00Z");
const TOLD = Date.parse("2026-11-21T11:57:00Z") / 1_000;

function ticker(pair: string, price: unknown) {
  return {
    error: [],
    result: { [pair]: { a: ["1", "1", "1.000"], c: [price, "0.00100000"], v: ["1", "2"] } },
  };
}

async function kraken(asset: "BTC" | "USDT", reply: Reply) {
  const { url, asked } = await serve(() => reply);
  return { answer: await createKrakenRates({ baseUrl: url, now: () => NOW }).read(asset), asked };
}

async function mempool(reply: Reply) {
  const { url } = await serve(({ path }) => (path === "/api/v1/prices" ? reply : undefined));
  return createMempoolRates({ baseUrl: `${url}/api`, now: () => NOW }).read("BTC");
}

describe("Kraken", () => {
  it.each([
    ["BTC", "XBTUSD", "XXBTZUSD", "63210.50000", 63_210_500_000_000_000n],
    ["USDT", "USDTUSD", "USDTZUSD", "0.99987000", 999_870_000_000n],
  ] as const)("%s", async (asset, pair, name, price, rate) => {
    const { answer, asked } = await kraken(asset, ticker(name, price));
    expect(answer).toEqual({ kind: "ok", reading: { source: "kraken", rate, observedAt: NOW } });
    expect([asked[0]?.path, asked[0]?.query.get("pair")]).toEqual(["/0/public/Ticker", pair]);
  });

  it("is as old as a cache says", async () => {
    const { answer } = await kraken("BTC", (response) => {
      response.writeHead(200, { age: "601" }).end(JSON.stringify(ticker("XXBTZUSD", "63210.5")));
    });
    expect(answer).toMatchObject({ reading: { observedAt: new Date(NOW.getTime() - 601_000) } });
  });

  it.each<[string, Reply]>([
    ["an error beside a price", { ...ticker("XXBTZUSD", "1"), error: ["EGeneral:Too many requests"] }],
    ["a number: it has been a float", ticker("XXBTZUSD", 63210.5)],
    ["nought", ticker("XXBTZUSD", "0.00000")],
    ["an exponent", ticker("XXBTZUSD", "6e4")],
    ["no pair", { error: [], result: {} }],
    ["two pairs", { error: [], result: { ...ticker("A", "1").result, ...ticker("B", "2").result } }],
    ["no JSON", "<html>"],
    ["502", 502],
  ])("%s is no price", async (_name, reply) => {
    expect((await kraken("BTC", reply)).answer).toMatchObject({ kind: "unavailable", source: "kraken" });
  });
});

describe("mempool", () => {
  it.each([
    ["63210", 63_210_000_000_000_000n],
    ["63210.1", 63_210_100_000_000_000n],
    ["9007199254740993.25", 9_007_199_254_740_993_250_000_000_000n],
  ])("tells %s exactly as it is written, with its own time", async (price, rate) => {
    const text = `{"time":${TOLD},"USD": ${price},"EUR":58000,"XUSD":1}`;
    const observedAt = new Date(TOLD * 1_000);
    expect(await mempool(text)).toEqual({ kind: "ok", reading: { source: "mempool", rate, observedAt } });
  });

  it.each<[string, Reply]>([
    ["nought", { time: TOLD, USD: 0 }],
    ["less than nothing", { time: TOLD, USD: -1 }],
    ["an exponent", `{"time":${TOLD},"USD":6e4}`],
    ["two prices", `{"time":${TOLD},"USD":1,"USD":2}`],
    ["no time", { USD: 63210 }],
    ["another currency only", { time: TOLD, EUR: 58000 }],
    ["404", undefined],
  ])("%s is no price", async (_name, reply) => {
    expect(await mempool(reply)).toMatchObject({ kind: "unavailable", source: "mempool" });
  });

  it("knows nothing of USDT", async () => {
    const rates = createMempoolRates({ baseUrl: "http://127.0.0.1:9", now: () => NOW });
    expect(await rates.read("USDT")).toMatchObject({ kind: "unavailable" });
  });
});
