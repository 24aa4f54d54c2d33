import { describe, expect, it } from "vitest";
import { BTC_ADDRESS, CHAIN_START, type ShownTx, TRON_ADDRESS, useChain } from "@/tests/support/chain-client";

const chain = useChain();
const tip = () => chain.get("esplora", "/blocks/tip/height");
const list = () => chain.get("tronGrid", `/v1/accounts/${TRON_ADDRESS}/transactions/trc20`);
const dust = { address: BTC_ADDRESS, asset: "BTC" };

describe("steering the chains", () => {
  it("needs the secret", async () => {
    for (const verb of ["state", "reset", "pay", "nothing"]) {
      expect((await chain.steer(verb, undefined, "another secret of the tests")).status).toBe(401);
    }
  });

  it.each([
    ["pay", { address: BTC_ADDRESS, amount: "0", asset: "BTC" }],
    ["pay", { address: BTC_ADDRESS, amount: "0.000000001", asset: "BTC" }],
    ["pay", { address: BTC_ADDRESS, amount: "1", asset: "USDT" }],
    ["pay", { address: TRON_ADDRESS, amount: "1", asset: "BTC" }],
    ["pay", { address: TRON_ADDRESS, amount: "1.0000001", asset: "USDT" }],
    ["pay", { address: BTC_ADDRESS, amount: "0.00000002", asset: "BTC", parts: 3 }],
    ["mine", { n: 0 }],
    ["reorg", { depth: 0 }],
    ["faults", { kind: "fire" }],
    ["price", { asset: "ETH", usd: "1" }],
  ])("%s refuses %j", async (verb, body) => {
    const before = await chain.order("state", undefined);
    expect((await chain.steer(verb, body)).status).toBe(422);
    expect(await chain.order("state", undefined)).toEqual(before);
  });

  it("knows no other verb", async () => {
    expect((await chain.steer("constructor", {})).status).toBe(404);
  });

  it("pays dust", async () => {
    await chain.order("dust", dust);
    await chain.order("dust", { address: TRON_ADDRESS, asset: "USDT" });
    const { bitcoin, tron } = await chain.order("mine", { n: 1 });
    expect(bitcoin.payments).toMatchObject([{ amount: "0.00000546", confirmations: 1 }]);
    expect(tron.payments).toMatchObject([{ amount: "0.000001", isFinal: false }]);
  });

  it("forgets everything at a reset, and makes the same again", async () => {
    const first = await chain.order("dust", dust);
    await chain.order("mine", { n: 3 });
    const after = await chain.order("reset", undefined);
    expect(after.bitcoin).toMatchObject({ payments: [], waiting: 0 });
    expect((await chain.order("dust", dust)).txids).toEqual(first.txids);
  });
});

describe("time", () => {
  it("makes no block unless it is told to", async () => {
    const before = await (await tip()).text();
    chain.at.now += 86_400_000;
    expect(await (await tip()).text()).toBe(before);
  });

  it("makes blocks by the clock when it is told to", async () => {
    await chain.order("dust", dust);
    const before = await chain.order("autoMine", { on: true });
    chain.at.now += 59_999;
    const almost = await chain.order("state", undefined);
    expect(almost.bitcoin).toMatchObject({ height: before.bitcoin.height, waiting: 1 });
    expect(almost.tron.height).toBe(before.tron.height + 19);
    chain.at.now += 1;
    const after = await chain.order("state", undefined);
    expect(after.bitcoin).toMatchObject({ height: before.bitcoin.height + 1, waiting: 0 });
    const moved = await chain.order("clock", { offsetSeconds: 3_600 });
    expect(moved.bitcoin.height).toBe(before.bitcoin.height + 61);
    const back = await chain.order("clock", { offsetSeconds: 0 });
    expect(back.bitcoin.height).toBe(moved.bitcoin.height);
  });

  it("sends what was planned when it is due", async () => {
    const order = { address: BTC_ADDRESS, amount: "1", asset: "BTC", afterSeconds: 60 };
    const { txids, planned } = await chain.order("pay", order);
    expect(txids).toEqual([]);
    expect(planned).toMatchObject([{ amount: "1", dueAt: new Date(CHAIN_START + 60_000).toISOString() }]);
    chain.at.now += 60_000;
    expect(await chain.order("state", undefined)).toMatchObject({ planned: [], bitcoin: { waiting: 1 } });
  });
});

describe("a payment that was planned", () => {
  it("is in no block from before it was sent, however far the clock leaps", async () => {
    await chain.order("autoMine", { on: true });
    await chain.order("pay", { address: BTC_ADDRESS, amount: "1", asset: "BTC", afterSeconds: 1_200 });
    chain.at.now += 3_600_000;
    const { bitcoin } = await chain.order("state", undefined);
    const [paid] = await chain.json<ShownTx[]>("esplora", `/address/${BTC_ADDRESS}/txs`);
    expect(bitcoin).toMatchObject({ waiting: 0 });
    const { block_time: at } = paid?.status ?? {};
    expect(at).toBeGreaterThanOrEqual(CHAIN_START / 1_000 + 1_200);
    expect(at).toBeLessThanOrEqual(CHAIN_START / 1_000 + 1_320);
  });
});

describe("trouble", () => {
  it.each([
    ["429", 429],
    ["403", 403],
    ["500", 500],
  ])("%s is answered for as many calls as it was ordered", async (kind, status) => {
    await chain.order("faults", { kind, calls: 2, scope: "tron" });
    expect((await tip()).status).toBe(200);
    const answers = [(await list()).status, (await list()).status, (await list()).status];
    expect(answers).toEqual([status, status, 200]);
  });

  it("says when to come again, and holds until it is cleared", async () => {
    await chain.order("faults", { kind: "429", retryAfterSeconds: 7 });
    for (const answer of [await tip(), await tip(), await list()]) {
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
    }
    await chain.order("faults", { kind: "none" });
    expect((await tip()).status).toBe(200);
  });

  it("garbage looks like success", async () => {
    await chain.order("faults", { kind: "garbage", calls: 1 });
    const answer = await list();
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("<html>")]);
  });

  it("a time-out never answers", async () => {
    await chain.order("faults", { kind: "timeout", calls: 1 });
    const call = chain.get("esplora", "/blocks/tip/height", { signal: AbortSignal.timeout(50) });
    await expect(call).rejects.toThrow(/timeout/i);
    expect((await tip()).status).toBe(200);
  });

  it("headers in capitals leave the body as it was", async () => {
    await chain.order("dust", { address: TRON_ADDRESS, asset: "USDT" });
    await chain.order("mine", { n: 1 });
    const plain = await (await list()).text();
    await chain.order("faults", { kind: "wrong-case-headers", calls: 1 });
    const answer = await list();
    expect(answer.headers.get("content-type")).toBe("APPLICATION/JSON");
    expect(await answer.text()).toBe(plain);
  });
});
