import { Hono } from "hono";
import type { PricedAsset, PriceFeeds } from "./price-feeds";

/** Kraken's own names: what may be asked for, and the key of the answer. */
const PAIRS: Record<string, { key: string; asset: PricedAsset }> = {
  XBTUSD: { key: "XXBTZUSD", asset: "BTC" },
  BTCUSD: { key: "XXBTZUSD", asset: "BTC" },
  XXBTZUSD: { key: "XXBTZUSD", asset: "BTC" },
  USDTUSD: { key: "USDTZUSD", asset: "USDT" },
  USDTZUSD: { key: "USDTZUSD", asset: "USDT" },
};
const KRAKEN_DECIMALS = 5;

function padded(usd: string): string {
  const [whole = "0", fraction = ""] = usd.split(".");
  return `${whole}.${fraction.slice(0, KRAKEN_DECIMALS).padEnd(KRAKEN_DECIMALS, "0")}`;
}

/** All numbers but the counts are strings (Kraken REST API, Get Ticker Information). */
function ticker(price: string) {
  return {
    a: [price, "1", "1.000"],
    b: [price, "1", "1.000"],
    c: [price, "0.00100000"],
    v: ["812.40211370", "1904.77310012"],
    p: [price, price],
    t: [21_034, 48_120],
    l: [price, price],
    h: [price, price],
    o: price,
  };
}

/** GET /0/public/Ticker?pair=XBTUSD,USDTUSD. A cached old answer is told by its Age alone: the body has no time. */
export function krakenRoutes(feeds: PriceFeeds) {
  return new Hono().get("/0/public/Ticker", (c) => {
    const names = (c.req.query("pair") ?? "").split(",").filter(Boolean);
    const pairs = names.map((name) => (Object.hasOwn(PAIRS, name) ? PAIRS[name] : undefined));
    const known = pairs.filter((pair) => pair !== undefined);
    if (names.length === 0) return c.json({ error: ["EGeneral:Invalid arguments"] });
    if (known.length < pairs.length) return c.json({ error: ["EQuery:Unknown asset pair"] });
    const age = Math.max(...known.map(({ asset }) => feeds.ageSeconds("kraken", asset)));
    if (age > 0) c.header("age", String(age));
    const result = known.map(({ key, asset }) => {
      const { usd, isGarbage } = feeds.quote("kraken", asset);
      return [key, ticker(isGarbage ? "NaN" : padded(usd))] as const;
    });
    return c.json({ error: [], result: Object.fromEntries(result) });
  });
}

/** GET /prices of mempool.space: US dollars for one BTC and when that was; -1 where it knows none. */
export function mempoolPriceRoutes(feeds: PriceFeeds) {
  return new Hono().get("/prices", (c) => {
    const { usd, isGarbage } = feeds.quote("mempool", "BTC");
    const dollars = isGarbage ? -1 : Number(usd);
    return c.json({ time: feeds.heardAt("mempool", "BTC"), USD: dollars, EUR: -1, GBP: -1, CHF: -1 });
  });
}
