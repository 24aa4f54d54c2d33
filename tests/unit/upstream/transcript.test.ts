import { describe, expect, test } from "vitest";
import { factsOf, maskAnswer } from "@/lib/integrations/sms/sms-activate/transcript";

const KEY = "secret-key-1";
const answer = (text: string, status = 200) => ({ kind: "answer" as const, status, text });

describe("what is kept of a call", () => {
  test.each([
    ["getStatus", "STATUS_WAIT_CODE"],
    ["getStatusV2", '{"verificationType":2,"sms":{"code":"","text":""}}'],
    ["getActiveActivations", "NO_ACTIVATIONS"],
    [
      "getActiveActivations",
      '{"status":"success","data":[{"activationId":"1","phoneNumber":"55","smsCode":null}]}',
    ],
    ["getBalance", "ACCESS_BALANCE:10.00"],
    ["getPrices", '{"73":{"wa":{"cost":0.1,"count":5}}}'],
  ])("a poll that found nothing is not: %s %s", (action, text) => {
    expect(factsOf(action, {}, answer(text), KEY)).toBeNull();
  });

  test.each([
    ["getStatus", "STATUS_OK:482913", "ok"],
    ["getStatusV2", '{"sms":{"code":"482913","text":"Your code is 482913"}}', "ok"],
    [
      "getActiveActivations",
      '{"data":[{"activationId":"1","smsCode":["482913"],"smsText":["code 482913"]}]}',
      "ok",
    ],
  ])("a message is, without its words: %s", (action, text, outcome) => {
    const facts = factsOf(action, { id: "7" }, answer(text), KEY);
    expect(facts).toMatchObject({ outcome, request: { id: "7" } });
    expect(facts?.response).not.toContain("482913");
  });

  test("purchases and refusals are, with the number and the supplier's word", () => {
    expect(factsOf("getNumber", {}, answer("ACCESS_NUMBER:1:5521987654321"), KEY)).toMatchObject({
      outcome: "ok",
      response: "ACCESS_NUMBER:1:5521987654321",
    });
    expect(factsOf("getNumber", {}, answer("NO_NUMBERS"), KEY)?.outcome).toBe("no_numbers");
    expect(factsOf("getBalance", {}, answer("oops", 502), KEY)?.outcome).toBe("http_502");
    expect(factsOf("getNumber", {}, { kind: "lost", error: "getNumber: ETIMEDOUT" }, KEY)?.outcome).toBe(
      "lost",
    );
  });

  test("our key is never kept, also where the supplier repeats it", () => {
    expect(maskAnswer(`BAD_KEY:${KEY}`, KEY)).toBe("BAD_KEY:•••");
    expect(maskAnswer(`{"error":"key ${KEY} is wrong"}`, KEY)).not.toContain(KEY);
    expect(maskAnswer("x".repeat(9_999), KEY)).toHaveLength(2_000);
  });
});
