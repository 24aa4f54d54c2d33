import { describe, expect, it } from "vitest";
import { matchPurchases, type UnknownPurchase } from "@/lib/domain/numbers/purchase-matching";
import { messagesOf, upstreamMessageId } from "@/lib/domain/numbers/upstream-messages";
import type { UpstreamActivation } from "@/lib/domain/supply/ports";

const T0 = Date.UTC(2026, 10, 21, 10);

function purchase(orderId: string, second = 0, serviceCode = "wa"): UnknownPurchase {
  return { orderId, serviceCode, countryLegacyId: 73, askedAt: new Date(T0 + second * 1_000) };
}

function activation(
  upstreamOrderId: string,
  second: number | null = 0,
  overrides: Partial<UpstreamActivation> = {},
): UpstreamActivation {
  return {
    upstreamOrderId,
    serviceCode: "wa",
    countryLegacyId: 73,
    phoneE164: "+5511999990000",
    costMicros: 1n,
    startedAt: second === null ? null : new Date(T0 + second * 1_000),
    status: "waiting",
    codes: [],
    texts: [],
    ...overrides,
  };
}
const none = () => 0;

describe("unknown purchases", () => {
  it("take what fits, oldest first, each once", () => {
    const matches = matchPurchases(
      [purchase("b", 5), purchase("a", 1), purchase("c", 9)],
      [activation("1"), activation("2")],
      none,
    );
    expect(matches).toMatchObject([
      { orderId: "a", kind: "found", activation: { upstreamOrderId: "1" } },
      { orderId: "b", kind: "found", activation: { upstreamOrderId: "2" } },
      { orderId: "c", kind: "absent" },
    ]);
  });

  it.each([
    ["another service", activation("1", 0, { serviceCode: "tg" })],
    ["another country", activation("1", 0, { countryLegacyId: 6 })],
    ["long before", activation("1", -3_600)],
  ])("do not take %s", (_, other) => {
    expect(matchPurchases([purchase("a")], [other], none)).toEqual([{ orderId: "a", kind: "absent" }]);
  });

  it("take one whose time nobody tells", () => {
    expect(matchPurchases([purchase("a")], [activation("1", null)], none)).toMatchObject([{ kind: "found" }]);
  });

  it("leave what may be somebody's whose answer still comes", () => {
    expect(matchPurchases([purchase("a")], [activation("1")], () => 1)).toEqual([
      { orderId: "a", kind: "unclear" },
    ]);
    expect(matchPurchases([purchase("a")], [activation("1"), activation("2")], () => 1)).toMatchObject([
      { kind: "found" },
    ]);
  });
});

describe("messages of the list", () => {
  it("keep their ids while the list grows, and tell equal ones apart", () => {
    const first = messagesOf(activation("9", 0, { codes: ["111"], texts: ["code 111"] }));
    const second = messagesOf(activation("9", 0, { codes: ["111", "111"], texts: ["code 111", "code 111"] }));
    expect(second[0]).toEqual(first[0]);
    expect(new Set(second.map(({ providerMessageId }) => providerMessageId)).size).toBe(2);
  });

  it("pair the only text with the newest code, and keep the older ids", () => {
    const first = messagesOf(activation("9", 0, { codes: ["111"], texts: ["code 111"] }));
    const both = messagesOf(activation("9", 0, { codes: ["111", "222"], texts: ["code 222"] }));
    expect(both.map(({ body, code }) => [body, code])).toEqual([
      ["111", "111"],
      ["code 222", "222"],
    ]);
    expect(both[0]?.providerMessageId).toBe(first[0]?.providerMessageId);
  });

  it("are found again by who cancels and meets a code", () => {
    const [listed] = messagesOf(activation("9", 0, { codes: ["111"], texts: ["code 111"] }));
    expect(upstreamMessageId("9", 1, "111")).toBe(listed?.providerMessageId);
  });

  it("without a code have a text, and empty ones are none", () => {
    expect(messagesOf(activation("9", 0, { texts: ["hello"] }))).toMatchObject([
      { body: "hello", code: null },
    ]);
    expect(messagesOf(activation("9", 0, { codes: [""] }))).toEqual([]);
  });
});
