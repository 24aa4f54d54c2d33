import { describe, expect, it } from "vitest";
import { BTC_ADDRESS, TRON_ADDRESS, useChain } from "@/tests/support/chain-client";

const chain = useChain();
const open = async (query = "") => (await chain.get("page", query)).text();
const submit = (verb: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  chain.get("page", `/${verb}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields),
  });
const btc = { address: BTC_ADDRESS, amount: "0.01", asset: "BTC" };
const usdt = { address: TRON_ADDRESS, amount: "20", asset: "USDT" };
const state = () => chain.order("state", undefined);

describe("the page that pays by hand", () => {
  it("says what it is and is filled in by its address", async () => {
    const page = await open(`?address=${TRON_ADDRESS}&amount=20.05&asset=USDT`);
    expect(page).toContain("This is a simulator.");
    expect(page).toContain(`value="${TRON_ADDRESS}"`);
    expect(page).toContain('value="20.05"');
    expect(page).toContain("Send simulated USDT");
  });

  it("believes nothing of its address, and writes nothing of it as markup", async () => {
    const page = await open('?address="><script>1</script>&amount=<b>&asset=<i>&did=<u>');
    expect(page).not.toMatch(/<script|<i>|<u>|value="<b>/);
    expect(page).toContain("Send simulated BTC");
    const policy = (await chain.get("page", "")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
  });

  it.each([
    [btc, "exact", ["0.01"]],
    [btc, "less", ["0.009"]],
    [btc, "more", ["0.011"]],
    [btc, "parts", ["0.005", "0.005"]],
    [btc, "together", ["0.005", "0.005"]],
    [btc, "rbf", ["0.01"]],
    [usdt, "exact", ["20"]],
    [usdt, "less", ["18"]],
    [usdt, "fakeToken", ["20"]],
    [usdt, "native", ["20"]],
  ])("%j %s sends %j", async (order, way, amounts) => {
    const answer = await submit("pay", { ...order, way });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\.\.\/chain\?.*did=paid$/);
    const { bitcoin, tron } = await state();
    const sent = [...bitcoin.payments, ...tron.payments];
    expect(sent.map(({ amount }) => amount)).toEqual(amounts);
    expect(sent[0]?.what).toBe(
      way === "fakeToken" ? "Wrong token" : way === "native" ? "Native coin" : "Payment",
    );
    expect(sent[0]?.rbf).toBe(way === "rbf");
  });

  it("pays late by the shop's time", async () => {
    await submit("pay", { ...btc, way: "late" });
    expect(await open()).toContain("Planned");
    await chain.order("clock", { offsetSeconds: 20 * 60 });
    expect((await state()).bitcoin.payments).toMatchObject([{ amount: "0.01" }]);
  });

  it("adds blocks and replaces what waits", async () => {
    await submit("pay", btc);
    const [old] = (await state()).bitcoin.payments;
    const fields = {
      txid: old?.txid ?? "",
      mode: "without-output",
      back: `asset=BTC&address=${BTC_ADDRESS}`,
    };
    const answer = await submit("replace", fields);
    expect(answer.headers.get("location")).toBe(`../chain?asset=BTC&address=${BTC_ADDRESS}&did=replaced`);
    await submit("mine", { chain: "bitcoin", n: "6", back: "" });
    expect((await state()).bitcoin.payments).toMatchObject([{ what: "Spent elsewhere", isFinal: true }]);
    expect(await open()).toContain("Spent elsewhere");
  });

  it.each([
    ["pay", { ...btc, amount: "1,5" }],
    ["pay", { ...btc, address: TRON_ADDRESS }],
    ["pay", { ...btc, way: "fakeToken" }],
    ["pay", { ...usdt, way: "rbf" }],
    ["pay", {}],
    ["mine", { chain: "bitcoin", n: "1000" }],
    ["replace", { txid: "0".repeat(64), mode: "higher-fee" }],
  ] as const)("%s refuses %j", async (verb, fields) => {
    const before = await state();
    const answer = await submit(verb, fields);
    expect(answer.headers.get("location")).toContain("did=refused");
    expect(await state()).toEqual(before);
  });

  it("refuses other sites", async () => {
    expect((await submit("pay", btc, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await state()).bitcoin.payments).toEqual([]);
  });
});
