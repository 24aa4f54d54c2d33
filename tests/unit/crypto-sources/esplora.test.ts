import { describe, expect, it } from "vitest";
import { createEsploraWatcher } from "@/lib/integrations/chain/esplora";
import { firstThatAnswers } from "@/lib/integrations/chain/first-that-answers";
import { type Reply, serve } from "./recorded-server";

const ADDRESS = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";
const NOW = new Date("2026-11-21T12:00:00Z");
const SINCE = new Date("2026-11-21T11:50:00Z");
const MINED = Date.parse("2026-11-21T11:55:00Z") / 1_000;

function id(letter: string): string {
  return letter.repeat(64);
}

/** A transaction in Esplora's shape that pays us 42,000 satoshi by its second output. */
function transaction(
  txid: string,
  mined: { height: number; hash: string; time?: number } | null = null,
  sequence = 0xffffffff,
) {
  return {
    txid,
    version: 2,
    locktime: 0,
    vin: [
      { txid: id("1"), vout: 3, prevout: { value: 50_000 }, scriptsig: "", sequence, is_coinbase: false },
    ],
    vout: [
      {
        scriptpubkey: "0014",
        scriptpubkey_type: "v0_p2wpkh",
        scriptpubkey_address: "bc1qother",
        value: 7_000,
      },
      { scriptpubkey: "0014", scriptpubkey_type: "v0_p2wpkh", scriptpubkey_address: ADDRESS, value: 42_000 },
      { scriptpubkey: "6a", scriptpubkey_type: "op_return", value: 0 },
    ],
    size: 222,
    weight: 561,
    fee: 1_000,
    status: mined
      ? {
          confirmed: true,
          block_height: mined.height,
          block_hash: mined.hash,
          block_time: mined.time ?? MINED,
        }
      : { confirmed: false },
  };
}

function routes(map: Record<string, Reply>) {
  return serve(({ path }) => (path === "/api/blocks/tip/height" && !(path in map) ? "900010" : map[path]));
}

const TXS = `/api/address/${ADDRESS}/txs`;

function watcher(url: string, more: object = {}) {
  return createEsploraWatcher({ name: "test", baseUrl: `${url}/api/`, now: () => NOW, ...more });
}

function look(url: string, known: { txid: string; spends: string[] }[] = []) {
  return watcher(url).look({ address: ADDRESS, since: SINCE, known });
}

async function viewOf(url: string, known: { txid: string; spends: string[] }[] = []) {
  const answer = await look(url, known);
  if (answer.kind !== "ok") throw new Error(answer.error);
  return answer.view;
}

describe("what an Esplora source shows", () => {
  it("is read output by output, in the mempool and in blocks", async () => {
    const { url } = await routes({
      [TXS]: [
        transaction(id("a"), null, 0xfffffffd),
        transaction(id("b"), { height: 900_009, hash: id("f") }),
      ],
      [`/api/block/${id("f")}/status`]: { in_best_chain: true, height: 900_009, next_best: id("e") },
    });
    const view = await viewOf(url);
    expect(view).toMatchObject({
      address: ADDRESS,
      asOf: NOW,
      tipHeight: 900_010,
      source: "test",
      missing: [],
      foreign: [],
    });
    const spends = [`${id("1")}:3`];
    expect(view.transfers).toEqual([
      {
        txid: id("a"),
        index: 1,
        ordinal: 0,
        units: 42_000n,
        block: null,
        confirmations: 0,
        replaceable: true,
        spends,
      },
      {
        txid: id("b"),
        index: 1,
        ordinal: 0,
        units: 42_000n,
        block: { height: 900_009, hash: id("f"), time: new Date(MINED * 1_000) },
        confirmations: 2,
        replaceable: false,
        spends,
      },
    ]);
  });

  it("is not confirmed in a block that the best chain has left", async () => {
    const { url } = await routes({
      [TXS]: [transaction(id("b"), { height: 900_009, hash: id("f") })],
      [`/api/block/${id("f")}/status`]: { in_best_chain: false },
    });
    expect((await viewOf(url)).transfers).toMatchObject([{ block: null, confirmations: 0 }]);
  });

  it("is read page by page", async () => {
    const page = Array.from({ length: 25 }, (_, n) =>
      transaction(n.toString(16).padStart(64, "0"), { height: 900_000, hash: id("f") }),
    );
    const { url } = await routes({
      [TXS]: page,
      [`${TXS}/chain/${page[24]?.txid}`]: [transaction(id("c"), { height: 900_000, hash: id("f") })],
      [`/api/block/${id("f")}/status`]: { in_best_chain: true },
    });
    expect((await viewOf(url)).transfers).toHaveLength(26);
  });

  it("tells replaced from absent by what spends the same coins", async () => {
    const coin = `/api/tx/${id("1")}/outspend/3`;
    const known = [{ txid: id("a"), spends: [`${id("1")}:3`] }];
    const replaced = await routes({
      [TXS]: [],
      [coin]: { spent: true, txid: id("d"), vin: 0, status: { confirmed: false } },
    });
    expect((await viewOf(replaced.url, known)).missing).toEqual([
      { txid: id("a"), fate: "replaced", by: id("d") },
    ]);
    const absent = await routes({ [TXS]: [], [coin]: { spent: false } });
    expect((await viewOf(absent.url, known)).missing).toEqual([{ txid: id("a"), fate: "absent", by: null }]);
  });

  it("asks for replacements where the coins are not known", async () => {
    const rbf = { replacements: { tx: { txid: id("d"), fee: 1 }, replaces: [] }, replaces: [id("a")] };
    const { url } = await routes({ [TXS]: [], [`/api/v1/tx/${id("a")}/rbf`]: rbf });
    const known = [
      { txid: id("a"), spends: [] },
      { txid: id("b"), spends: [] },
    ];
    expect((await viewOf(url, known)).missing).toEqual([
      { txid: id("a"), fate: "replaced", by: id("d") },
      { txid: id("b"), fate: "absent", by: null },
    ]);
  });

  it("finds what only the address's list forgot", async () => {
    const { url } = await routes({ [TXS]: [], [`/api/tx/${id("a")}`]: transaction(id("a")) });
    const view = await viewOf(url, [{ txid: id("a"), spends: [] }]);
    expect(view).toMatchObject({ missing: [], transfers: [{ txid: id("a"), units: 42_000n }] });
  });
});

describe("an Esplora source that fails", () => {
  it.each<[string, Reply]>([
    ["a page of a proxy", "<html>"],
    [
      "a fraction of a satoshi",
      [{ ...transaction(id("a")), vout: [{ scriptpubkey_address: ADDRESS, value: 0.5 }] }],
    ],
    [
      "more than all bitcoin",
      [{ ...transaction(id("a")), vout: [{ scriptpubkey_address: ADDRESS, value: 2.2e15 }] }],
    ],
    [
      "an amount as text",
      [{ ...transaction(id("a")), vout: [{ scriptpubkey_address: ADDRESS, value: "1" }] }],
    ],
    ["400", 400],
  ])("%s is no view", async (_name, reply) => {
    const { url } = await routes({ [TXS]: reply });
    expect((await look(url)).kind).toBe("unavailable");
  });

  it("is never half a view: a block that cannot be asked for makes it none", async () => {
    const { url } = await routes({
      [TXS]: [transaction(id("b"), { height: 900_009, hash: id("f") })],
      [`/api/block/${id("f")}/status`]: 500,
    });
    expect(await look(url)).toMatchObject({ kind: "unavailable", error: "block: HTTP 500" });
  });

  it("hands over to the second source, and both together tell when to come back", async () => {
    const broken = await routes({ "/api/blocks/tip/height": 503 });
    const sound = await routes({ [TXS]: [transaction(id("a"))] });
    const input = { address: ADDRESS, since: SINCE, known: [] };
    const answer = await firstThatAnswers(watcher(broken.url), watcher(sound.url, { name: "second" })).look(
      input,
    );
    expect(answer).toMatchObject({ kind: "ok", view: { source: "second" } });
    const both = await firstThatAnswers(watcher(broken.url), watcher(broken.url)).look(input);
    expect(both).toMatchObject({
      kind: "unavailable",
      error: "tip: HTTP 503; tip: HTTP 503",
      retryAt: expect.any(Date),
    });
  });
});
