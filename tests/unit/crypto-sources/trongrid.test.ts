import { describe, expect, it } from "vitest";
import { createTronGridWatcher } from "@/lib/integrations/chain/trongrid";
import { type Asked, type Reply, serve } from "./recorded-server";

const USDT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
const USDT_HEX = "a614f803b6fd780986a42c78ec9c7f77e6ded13c";
const ADDRESS = "TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH";
const ADDRESS_HEX = "c8599111f29c1e1e061265b4af93ea1f274ad78a";
const TRANSFER = "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
const APPROVAL = "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
const NOW = new Date("2026-11-21T12:00:00Z");
const LISTED = Date.parse("2026-11-21T11:58:00Z");
const TXID = "7".repeat(64);

function row(more: object = {}) {
  return {
    transaction_id: TXID,
    token_info: { symbol: "USDT", address: USDT, decimals: 6, name: "Tether USD" },
    block_timestamp: LISTED,
    from: "TNtbTLNBkYaBSLTbuzrbSvSPDVfg4cqyGM",
    to: ADDRESS,
    type: "Transfer",
    value: "195170000",
    ...more,
  };
}

function page(data: object[], fingerprint?: string) {
  return {
    data,
    success: true,
    meta: { at: LISTED, page_size: data.length, ...(fingerprint ? { fingerprint } : {}) },
  };
}

function word(hex: string): string {
  return hex.padStart(64, "0");
}

function log(units: bigint, { token = USDT_HEX, event = TRANSFER, to = ADDRESS_HEX } = {}) {
  return { address: token, topics: [event, word("ab"), word(to)], data: word(units.toString(16)) };
}

function info(logs: object[], result = "SUCCESS") {
  return {
    id: TXID,
    fee: 1,
    blockNumber: 77_000_000,
    blockTimeStamp: LISTED,
    receipt: { energy_usage_total: 1, result },
    log: logs,
  };
}

function routes(rows: (asked: Asked) => Reply, final: Reply = {}) {
  return serve((asked) => {
    if (asked.path === "/walletsolidity/gettransactioninfobyid") return final;
    return asked.path === `/v1/accounts/${ADDRESS}/transactions/trc20` ? rows(asked) : undefined;
  });
}

function watcher(url: string) {
  return createTronGridWatcher({ name: "trongrid", baseUrl: url, apiKey: "key-1", now: () => NOW });
}

async function viewOf(url: string, known: { txid: string; spends: string[] }[] = []) {
  const answer = await watcher(url).look({ address: ADDRESS, since: new Date(LISTED), known });
  if (answer.kind !== "ok") throw new Error(answer.error);
  return answer.view;
}

describe("what TronGrid shows", () => {
  it("is seen without an index while it is not final", async () => {
    const { url, asked } = await routes(() => page([row(), row({ value: "5" })]));
    const view = await viewOf(url);
    expect(view).toMatchObject({ tipHeight: null, missing: [], foreign: [], asOf: NOW });
    expect(view.transfers).toEqual(
      [195_170_000n, 5n].map((units, ordinal) => ({
        txid: TXID,
        index: null,
        ordinal,
        units,
        block: { height: null, hash: null, time: new Date(LISTED) },
        confirmations: 0,
        replaceable: false,
        spends: [],
      })),
    );
    expect(Object.fromEntries(asked[0]?.query ?? [])).toEqual({
      only_to: "true",
      min_timestamp: String(LISTED - 600_000),
      order_by: "block_timestamp,asc",
      limit: "200",
      contract_address: USDT,
    });
    expect(asked[0]?.headers["tron-pro-api-key"]).toBe("key-1");
    expect(asked.find(({ path }) => path.startsWith("/walletsolidity"))?.body).toBe(`{"value":"${TXID}"}`);
  });

  it("has each transfer of one transaction under its own log index once it is final", async () => {
    const logs = [
      log(10n),
      log(3n, { event: APPROVAL }),
      log(4n, { token: "b".repeat(40) }),
      log(5n, { to: "cd" }),
      log(20n),
    ];
    const { url } = await routes(() => page([row({ value: "10" }), row({ value: "20" })]), info(logs));
    const { transfers } = await viewOf(url);
    expect(transfers.map(({ index, units, confirmations }) => [index, units, confirmations])).toEqual([
      [0, 10n, 1],
      [4, 20n, 1],
    ]);
    expect(transfers[0]?.block).toEqual({ height: 77_000_000, hash: null, time: new Date(LISTED) });
  });

  it("asks for what is final once", async () => {
    const { url, asked } = await routes(() => page([row()]), info([log(195_170_000n)]));
    const one = watcher(url);
    const input = { address: ADDRESS, since: new Date(LISTED), known: [] };
    expect(await one.look(input)).toEqual(await one.look(input));
    expect(asked.filter(({ path }) => path.startsWith("/walletsolidity"))).toHaveLength(1);
  });

  it("takes neither approvals, nor transfers to others, nor tokens that only bear the name", async () => {
    const fake = {
      symbol: "USDT",
      address: "TFakeFakeFakeFakeFakeFakeFakeFakeFa",
      decimals: 6,
      name: "Tether USD",
    };
    const { url } = await routes(() =>
      page([
        row({ type: "Approval" }),
        row({ to: "TNtbTLNBkYaBSLTbuzrbSvSPDVfg4cqyGM" }),
        row({ token_info: fake, transaction_id: "8".repeat(64) }),
        row({ token_info: fake, transaction_id: "9".repeat(64), value: "0" }),
      ]),
    );
    const view = await viewOf(url);
    expect(view.transfers).toEqual([]);
    expect(view.foreign).toEqual([
      {
        txid: "8".repeat(64),
        index: null,
        ordinal: 0,
        contract: fake.address,
        value: "195170000",
        symbol: "USDT",
        at: new Date(LISTED),
      },
    ]);
  });

  it("is read page by page, the other parameters unchanged", async () => {
    const { url, asked } = await routes(({ query }) =>
      query.get("fingerprint") || !query.get("contract_address")
        ? page([row({ value: "2" })])
        : page([row({ value: "1" })], "next"),
    );
    expect((await viewOf(url)).transfers.map(({ units }) => units)).toEqual([1n, 2n]);
    expect(asked[1]?.query.get("min_timestamp")).toBe(asked[0]?.query.get("min_timestamp"));
  });

  it("tells what failed in its block from what is gone", async () => {
    const failed = await routes(() => page([row()]), info([], "OUT_OF_ENERGY"));
    expect((await viewOf(failed.url)).missing).toEqual([{ txid: TXID, fate: "failed", by: null }]);
    const reverted = await routes(() => page([row()]), info([log(1n)], "REVERT"));
    expect(await viewOf(reverted.url)).toMatchObject({ transfers: [], missing: [{ fate: "failed" }] });
    const gone = await routes(() => page([]));
    expect((await viewOf(gone.url, [{ txid: TXID, spends: [] }])).missing).toEqual([
      { txid: TXID, fate: "absent", by: null },
    ]);
  });
});

describe("a TronGrid that fails", () => {
  it.each<[string, Reply]>([
    ["a fraction", page([row({ value: "1.5" })])],
    ["a number where text belongs", page([row({ value: 195170000 })])],
    ["an error with status 200", { success: false, error: "Request rate exceeded", statusCode: 200 }],
    ["429", 429],
    ["403", 403],
  ])("%s is no view", async (_name, reply) => {
    const { url } = await routes(() => reply);
    const answer = await watcher(url).look({ address: ADDRESS, since: NOW, known: [] });
    expect(answer.kind).toBe("unavailable");
  });
});
