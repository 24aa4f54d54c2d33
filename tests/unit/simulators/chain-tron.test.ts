import { describe, expect, it } from "vitest";
import { tronBody } from "@/lib/simulators/chain/addresses";
import { CHAIN_START, TRON_ADDRESS, useChain } from "@/tests/support/chain-client";

const CONTRACT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
const SOLID_BEHIND = 19;
const TRANSFER = "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

const chain = useChain();

interface Row {
  transaction_id: string;
  token_info: { symbol: string; address: string };
  block_timestamp: number;
  type: string;
  value: string;
}
interface Page {
  data: Row[];
  success: boolean;
  meta: { page_size: number; fingerprint?: string; links?: { next: string } };
}
interface Info {
  id: string;
  blockNumber: number;
  receipt: { result?: string };
  log?: { address: string; topics: string[]; data: string }[];
}

const mine = (n: number) => chain.order("mine", { n, chain: "tron" });
const pay = (amount: string, more: object = {}) =>
  chain.order("pay", { address: TRON_ADDRESS, amount, asset: "USDT", ...more });
const list = (query = "", address = TRON_ADDRESS) =>
  chain.json<Page>("tronGrid", `/v1/accounts/${address}/transactions/trc20?${query}`);
const info = (door: "wallet" | "walletsolidity", id: string) =>
  chain.json<Info>("tronGrid", `/${door}/gettransactioninfobyid?value=${id}`);

describe("a USDT transfer", () => {
  it("shows nowhere before its block, and then has TronGrid's shape", async () => {
    const { txids } = await pay("195.17");
    expect((await list()).data).toEqual([]);
    expect(await info("wallet", txids[0] ?? "")).toEqual({});
    await mine(1);
    expect(await list("only_to=true")).toEqual({
      data: [
        {
          transaction_id: txids[0],
          token_info: { symbol: "USDT", address: CONTRACT, decimals: 6, name: "Tether USD" },
          block_timestamp: CHAIN_START + 3_000,
          from: expect.stringMatching(/^T[1-9A-HJ-NP-Za-km-z]{33}$/),
          to: TRON_ADDRESS,
          type: "Transfer",
          value: "195170000",
        },
      ],
      success: true,
      meta: { at: CHAIN_START, page_size: 1 },
    });
  });

  it("is final 19 blocks later, and not one earlier", async () => {
    const { txids } = await pay("20.05");
    const id = txids[0] ?? "";
    await mine(1);
    const seen = await info("wallet", id);
    expect(seen).toMatchObject({ id, receipt: { result: "SUCCESS" } });
    await mine(SOLID_BEHIND - 1);
    expect(await info("walletsolidity", id)).toEqual({});
    expect((await list("only_confirmed=true")).data).toEqual([]);
    expect((await list("only_unconfirmed=true")).data).toHaveLength(1);
    await mine(1);
    expect(await info("walletsolidity", id)).toEqual(seen);
    expect((await list("only_confirmed=true")).data).toHaveLength(1);
    expect((await list("only_unconfirmed=true")).data).toEqual([]);
  });

  it("is told by its logs: contract, receiver and value", async () => {
    const { txids } = await pay("3", { parts: 2, together: true });
    await mine(1);
    const { log } = await info("wallet", txids[0] ?? "");
    expect(log).toHaveLength(2);
    expect(log?.[1]).toEqual({
      address: "a614f803b6fd780986a42c78ec9c7f77e6ded13c",
      topics: [TRANSFER, expect.stringMatching(/^0{24}/), `${"0".repeat(24)}${tronBody(TRON_ADDRESS)}`],
      data: (1_500_000).toString(16).padStart(64, "0"),
    });
    expect((await list()).data.map(({ transaction_id }) => transaction_id)).toEqual([txids[0], txids[0]]);
  });

  it("answers a POST as a GET", async () => {
    const { txids } = await pay("1");
    await mine(1);
    const answer = await chain.get("tronGrid", "/wallet/gettransactioninfobyid", {
      method: "POST",
      body: JSON.stringify({ value: txids[0] }),
    });
    expect(await answer.json()).toEqual(await info("wallet", txids[0] ?? ""));
  });
});

describe("the list", () => {
  it("pages with a fingerprint, both ways round", async () => {
    for (let index = 1; index <= 5; index += 1) {
      await pay(String(index));
      await mine(1);
    }
    const values = (page: Page) => page.data.map(({ value }) => Number(value) / 1_000_000);
    const first = await list("limit=2&order_by=block_timestamp,asc");
    expect(values(first)).toEqual([1, 2]);
    const second = await list(`limit=2&order_by=block_timestamp,asc&fingerprint=${first.meta.fingerprint}`);
    expect(values(second)).toEqual([3, 4]);
    const next = await fetch(second.meta.links?.next ?? "");
    const third = (await next.json()) as Page;
    expect(values(third)).toEqual([5]);
    expect(third.meta).not.toHaveProperty("fingerprint");
    expect(values(await list("limit=2"))).toEqual([5, 4]);
    const from = first.data[1]?.block_timestamp;
    expect(values(await list(`min_timestamp=${from}&order_by=block_timestamp,asc`))).toEqual([2, 3, 4, 5]);
    expect(values(await list(`max_timestamp=${from}`))).toEqual([2, 1]);
  });

  it("carries fakes and approvals, and no native coin", async () => {
    const fake = await chain.order("fakeToken", { address: TRON_ADDRESS, amount: "9" });
    const approval = await chain.order("approvalRow", { address: TRON_ADDRESS, amount: "8" });
    const native = await chain.order("nativeTrx", { address: TRON_ADDRESS, amount: "7" });
    await mine(1);
    const { data } = await list("order_by=block_timestamp,asc");
    expect(data).toMatchObject([
      { transaction_id: fake.txids[0], type: "Transfer", token_info: { symbol: "USDT", decimals: 6 } },
      { transaction_id: approval.txids[0], type: "Approval", token_info: { address: CONTRACT } },
    ]);
    expect(data[0]?.token_info.address).not.toBe(CONTRACT);
    expect((await list(`contract_address=${CONTRACT}`)).data).toHaveLength(1);
    const told = await info("wallet", native.txids[0] ?? "");
    expect(told).not.toHaveProperty("log");
    expect(told.receipt).not.toHaveProperty("result");
  });

  it.each([
    ["only_confirmed=true&only_unconfirmed=true", TRON_ADDRESS],
    ["contract_address=nonsense", TRON_ADDRESS],
    ["fingerprint=nonsense", TRON_ADDRESS],
    ["", `${TRON_ADDRESS.slice(0, -1)}J`],
  ])("refuses %j for %s", async (query, address) => {
    const answer = await chain.get("tronGrid", `/v1/accounts/${address}/transactions/trc20?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ success: false });
  });
});

describe("the chain", () => {
  it("counts a block for every three seconds", async () => {
    const number = async (door: string) =>
      (
        await chain.json<{ block_header: { raw_data: { number: number; timestamp: number } } }>(
          "tronGrid",
          `/${door}/getnowblock`,
        )
      ).block_header.raw_data;
    const before = await number("wallet");
    await mine(4);
    const after = await number("wallet");
    expect(after).toEqual(
      expect.objectContaining({ number: before.number + 4, timestamp: before.timestamp + 12_000 }),
    );
    expect((await number("walletsolidity")).number).toBe(after.number - SOLID_BEHIND);
  });

  it("may lose what is not final, and only that", async () => {
    await pay("5");
    await mine(3);
    expect((await chain.steer("reorg", { chain: "tron", depth: 19 })).status).toBe(422);
    await chain.order("reorg", { chain: "tron", depth: 3, dropped: true });
    await mine(1);
    expect((await list()).data).toEqual([]);
  });
});
