import { describe, expect, it } from "vitest";
import { BTC_ADDRESS, BTC_OTHER, CHAIN_START, type ShownTx, useChain } from "@/tests/support/chain-client";

const chain = useChain();

async function pay(more: object = {}): Promise<string> {
  const { txids } = await chain.order("pay", {
    address: BTC_ADDRESS,
    amount: "0.0012",
    asset: "BTC",
    ...more,
  });
  return txids[0] ?? "";
}
const mine = (n: number, more: object = {}) => chain.order("mine", { n, chain: "bitcoin", ...more });
const tx = (id: string) => chain.json<ShownTx>("esplora", `/tx/${id}`);
const history = (address = BTC_ADDRESS, rest = "") =>
  chain.json<ShownTx[]>("esplora", `/address/${address}/txs${rest}`);
const outspend = (of: ShownTx) =>
  chain.json<{ spent: boolean; txid?: string }>(
    "esplora",
    `/tx/${of.vin[0]?.txid}/outspend/${of.vin[0]?.vout}`,
  );

describe("a payment to a Bitcoin address", () => {
  it("has Esplora's shape while it waits", async () => {
    const id = await pay();
    expect(await tx(id)).toEqual({
      txid: id,
      version: 2,
      locktime: 0,
      size: expect.any(Number),
      weight: expect.any(Number),
      sigops: 1,
      fee: 282,
      vin: [
        {
          txid: expect.stringMatching(/^[0-9a-f]{64}$/),
          vout: 0,
          sequence: 0xfffffffe,
          is_coinbase: false,
          scriptsig: "",
          scriptsig_asm: "",
          witness: expect.any(Array),
          prevout: expect.objectContaining({ value: 120_000 + 150_000 + 282 }),
        },
      ],
      vout: [
        {
          scriptpubkey: "0014c0cebcd6c3d3ca8c75dc5ec62ebe55330ef910e2",
          scriptpubkey_asm: "OP_0 OP_PUSHBYTES_20 c0cebcd6c3d3ca8c75dc5ec62ebe55330ef910e2",
          scriptpubkey_type: "v0_p2wpkh",
          scriptpubkey_address: BTC_ADDRESS,
          value: 120_000,
        },
        expect.objectContaining({ scriptpubkey_type: "v0_p2wpkh", value: 150_000 }),
      ],
      status: { confirmed: false },
    });
    expect(await chain.json("esplora", `/address/${BTC_ADDRESS}/utxo`)).toEqual([
      { txid: id, vout: 0, status: { confirmed: false }, value: 120_000 },
    ]);
  });

  it("says which block holds it, and how the chain goes on from there", async () => {
    const id = await pay();
    chain.at.now += 600_000;
    await mine(2);
    const tip = Number(await chain.text("/blocks/tip/height"));
    const hash = await chain.text(`/block-height/${tip - 1}`);
    const status = {
      confirmed: true,
      block_height: tip - 1,
      block_hash: hash,
      block_time: CHAIN_START / 1_000 + 600,
    };
    expect(await chain.json("esplora", `/tx/${id}/status`)).toEqual(status);
    expect((await tx(id)).status).toEqual(status);
    const next = await chain.text("/blocks/tip/hash");
    expect(await chain.json("esplora", `/block/${hash}/status`)).toEqual({
      in_best_chain: true,
      height: tip - 1,
      next_best: next,
    });
    expect(await chain.json("esplora", `/block/${next}/status`)).toMatchObject({ next_best: null });
  });

  it("may come in parts, in several transactions or in one", async () => {
    const { txids } = await chain.order("pay", {
      address: BTC_ADDRESS,
      amount: "0.00000101",
      asset: "BTC",
      parts: 2,
    });
    expect(txids).toHaveLength(2);
    const values = (await Promise.all(txids.map(tx))).map(({ vout }) => vout[0]?.value);
    expect(values).toEqual([50, 51]);
    const together = await tx(await pay({ parts: 3, together: true, address: BTC_OTHER }));
    expect(together.vout.map(({ value }) => value)).toEqual([40_000, 40_000, 40_000, 150_000]);
    expect(await chain.json("esplora", `/address/${BTC_OTHER}/utxo`)).toHaveLength(3);
  });

  it("stays in the mempool while empty blocks come", async () => {
    const id = await pay();
    await mine(3, { empty: true });
    expect((await tx(id)).status).toEqual({ confirmed: false });
  });

  it("is found by the address in capitals, as some QR codes hold it", async () => {
    const id = await pay({ address: BTC_ADDRESS.toUpperCase() });
    expect((await history()).map(({ txid }) => txid)).toEqual([id]);
  });
});

describe("an address's history", () => {
  it("shows the waiting ones first, then 25 confirmed, and pages on from the last", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 30; index += 1) {
      ids.push(await pay());
      if (index % 10 === 9) await mine(1);
    }
    const waiting = await pay();
    const newestFirst = ids.toReversed();
    const first = (await history()).map(({ txid }) => txid);
    expect(first).toEqual([waiting, ...newestFirst.slice(0, 25)]);
    const second = await history(BTC_ADDRESS, `/chain/${first.at(-1)}`);
    expect(second.map(({ txid }) => txid)).toEqual(newestFirst.slice(25));
    expect(await history(BTC_ADDRESS, `/chain/${"0".repeat(64)}`)).toEqual([]);
    expect(await history(BTC_ADDRESS, "/mempool")).toHaveLength(1);
  });

  it.each([
    ["/tx/zz", 400, "Invalid hex string"],
    [`/tx/${"0".repeat(64)}`, 404, "Transaction not found"],
    [`/tx/${"0".repeat(64)}/status`, 404, "Transaction not found"],
    ["/block-height/1", 404, "Block not found"],
    ["/address/bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyx/txs", 400, "Invalid Bitcoin address"],
    ["/address/TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH/utxo", 400, "Invalid Bitcoin address"],
  ])("%s is refused with %i", async (path, status, body) => {
    const answer = await chain.get("esplora", path);
    expect([answer.status, await answer.text()]).toEqual([status, body]);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  });
});

describe("a replacement", () => {
  it("without our output leaves no trace but at the inputs", async () => {
    const old = await tx(await pay({ rbf: true }));
    expect(old.vin[0]?.sequence).toBe(0xfffffffd);
    const { txids } = await chain.order("replace", { txid: old.txid, mode: "without-output" });
    expect((await chain.get("esplora", `/tx/${old.txid}`)).status).toBe(404);
    expect(await history()).toEqual([]);
    expect(await outspend(old)).toMatchObject({ spent: true, txid: txids[0], vin: 0 });
    expect(await chain.json("esplora", `/v1/tx/${old.txid}/rbf`)).toMatchObject({
      replacements: { tx: { txid: txids[0], fee: 564 }, replaces: [{ tx: { txid: old.txid, rbf: true } }] },
      replaces: null,
    });
    expect(await chain.json("esplora", `/v1/tx/${txids[0]}/rbf`)).toMatchObject({ replaces: [old.txid] });
  });

  it("with a higher fee pays us the same under another id", async () => {
    const old = await pay({ rbf: true });
    const { txids } = await chain.order("replace", { txid: old, mode: "higher-fee" });
    const [found] = await history();
    expect(found).toMatchObject({ txid: txids[0], fee: 564 });
    expect(found?.vout[0]).toMatchObject({ scriptpubkey_address: BTC_ADDRESS, value: 120_000 });
    const paid = (found?.vin[0]?.prevout.value ?? 0) - (found?.fee ?? 0);
    expect(found?.vout.reduce((sum, { value }) => sum + value, 0)).toBe(paid);
  });

  it("does not touch what a block holds", async () => {
    const id = await pay();
    await mine(1);
    expect((await chain.steer("replace", { txid: id, mode: "higher-fee" })).status).toBe(404);
    expect(await chain.json("esplora", `/v1/tx/${id}/rbf`)).toEqual({ replacements: null, replaces: null });
  });

  it("is not needed for a transaction to be forgotten", async () => {
    const old = await tx(await pay());
    await chain.order("evict", { txid: old.txid });
    expect(await history()).toEqual([]);
    expect(await outspend(old)).toEqual({ spent: false });
  });
});

describe("a reorganisation", () => {
  it("takes the blocks out of the chain and leaves their transactions waiting", async () => {
    const id = await pay();
    await mine(2);
    const { status } = await tx(id);
    const before = Number(await chain.text("/blocks/tip/height"));
    await chain.order("reorg", { depth: 2 });
    expect(Number(await chain.text("/blocks/tip/height"))).toBe(before + 1);
    expect(await chain.json("esplora", `/block/${status.block_hash}/status`)).toEqual({
      in_best_chain: false,
    });
    expect(await chain.text(`/block-height/${status.block_height}`)).not.toBe(status.block_hash);
    expect((await tx(id)).status).toEqual({ confirmed: false });
    await mine(1);
    expect((await tx(id)).status).toMatchObject({ confirmed: true, block_height: before + 2 });
  });

  it("drops a transaction whose coins went elsewhere on the new branch", async () => {
    const kept = await pay();
    const dropped = await tx(await pay());
    await mine(1);
    await chain.order("reorg", { depth: 1, dropped: [dropped.txid] });
    await mine(1);
    expect((await history()).map(({ txid }) => txid)).toEqual([kept]);
    expect(await outspend(dropped)).toMatchObject({ spent: true, status: { confirmed: true } });
    expect(await chain.json("esplora", `/v1/tx/${dropped.txid}/rbf`)).toMatchObject({ replacements: null });
  });

  it("cannot be deeper than the chain", async () => {
    expect((await chain.steer("reorg", { depth: 12 })).status).toBe(422);
    expect((await chain.steer("reorg", { depth: 11 })).status).toBe(200);
  });
});
