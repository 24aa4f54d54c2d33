import { describe, expect, it } from "vitest";
import { meaningOf } from "@/lib/integrations/sms/sms-activate/answers";
import { readPurchase } from "@/lib/integrations/sms/sms-activate/purchase";
import { parseTime } from "@/lib/integrations/sms/sms-activate/shapes";

const CAP = 350_000n;

describe("the words of the protocol", () => {
  it.each([
    ["NO_NUMBERS", "no_numbers"],
    ["WRONG_MAX_PRICE:0.25", "no_numbers"],
    ["MAX_PRICE_EXCEEDED", "no_numbers"],
    ["NO_BALANCE", "refused_retryable"],
    ["BANNED:'2026-11-21 10-00-00'", "refused_retryable"],
    ["CHANNELS_LIMIT", "refused_retryable"],
    ["ACCOUNT_INACTIVE", "refused_retryable"],
    ["NO_KEY", "refused_retryable"],
    ["BAD_KEY", "refused_retryable"],
    ["ERROR_SQL", "refused_retryable"],
    ["ERROR_SQL25", "refused_retryable"],
    ["SERVER_ERROR", "refused_retryable"],
    ["BAD_SERVICE", "refused"],
    ["WRONG_SERVICE", "refused"],
    ["BAD_COUNTRY", "refused"],
    ["BAD_OPERATOR", "refused"],
    ["WRONG_OPERATOR", "refused"],
    ["WRONG_EXCEPTION_PHONE", "refused"],
    ["SERVICE_NOT_AVAILABLE", "refused"],
    ["SERVICE_UNAVAILABLE_REGION", "refused"],
    ["NO_BALANCE_FORWARD", "refused_retryable"],
    ["BAD_BALANCE", "refused_retryable"],
    ["NO_MONEY", "refused_retryable"],
    ["TOO_MANY_ACTIVE_RENTALS", "refused_retryable"],
    ["WHATSAPP_NOT_AVAILABLE", "refused"],
    ["NO_YULA_MAIL", "refused"],
    ["BAD_ACTION", "not_offered"],
    ["WRONG ACTION", "not_offered"],
    ["ORDER_ALREADY_EXISTS", "already_exists"],
    ["ACTIVATION_NOT_ACTIVE", "gone"],
    ["NEW_OTP_RECEIVED", "bad_status"],
    ['{"title":"NO_BALANCE","details":"No money","info":{}}', "refused_retryable"],
    ['{"title":"EARLY_CANCEL_DENIED","info":{"minActivationTime":120}}', "too_early"],
    ["NO_ACTIVATION", "gone"],
    ["WRONG_ACTIVATION_ID", "gone"],
    ["STATUS_CANCEL", "gone"],
    ["EARLY_CANCEL_DENIED", "too_early"],
    ["BAD_STATUS", "bad_status"],
    [" NO_NUMBERS\n", "no_numbers"],
  ])("%j means %s", (text, meaning) => {
    expect(meaningOf(text)).toBe(meaning);
  });

  it.each([
    "",
    "no_numbers",
    "ACCESS_NUMBER:1:2",
    "NO_NUMBERS_LEFT",
    "<html>",
    "__proto__",
    "WRONG",
    '{"title":"SOMETHING_ELSE"}',
    '{"title":{"NO_BALANCE":1}}',
  ])("%j means nothing known", (text) => {
    expect(meaningOf(text)).toBeNull();
  });
});

describe("a purchase by how its call ended", () => {
  it("never sent: another may be asked", () => {
    expect(readPurchase({ kind: "not_sent", error: "x" }, CAP)).toEqual({
      kind: "refused",
      reason: "x",
      retryable: true,
    });
  });

  it("lost: nobody knows", () => {
    expect(readPurchase({ kind: "lost", error: "x" }, CAP)).toEqual({ kind: "unknown", error: "x" });
  });

  it("an order that exists already may have been bought by us", () => {
    const answer = { kind: "answer", status: 200, text: "ORDER_ALREADY_EXISTS" } as const;
    expect(readPurchase(answer, CAP)).toMatchObject({ kind: "unknown" });
  });

  it.each([500, 502, 503])("with HTTP %i no refusal is believed, only a sale", (status) => {
    for (const text of ["NO_NUMBERS", "NO_BALANCE", "SERVER_ERROR", "BAD_ACTION"]) {
      expect(readPurchase({ kind: "answer", status, text }, CAP)).toMatchObject({ kind: "unknown" });
    }
    const sold = { kind: "answer", status, text: "ACCESS_NUMBER:1:5511987654321" } as const;
    expect(readPurchase(sold, CAP)).toMatchObject({ kind: "bought", upstreamOrderId: "1" });
  });

  it("a refusal in the error form of HTTP is a refusal", () => {
    const text = '{"title":"BANNED","details":"until tomorrow","info":{"key":"secret"}}';
    expect(readPurchase({ kind: "answer", status: 403, text }, CAP)).toEqual({
      kind: "refused",
      reason: "BANNED",
      retryable: true,
    });
  });

  it("keeps the end of a ban in the reason, and no text that somebody else wrote", () => {
    const reason = (text: string) => {
      const answer = readPurchase({ kind: "answer", status: 200, text }, CAP);
      return answer?.kind === "refused" ? answer.reason : null;
    };
    expect(reason("BANNED:'2026-11-21 10-00-00'")).toBe("BANNED:'2026-11-21 10-00-00'");
    expect(reason("BAD_KEY:secret")).toBe("BAD_KEY");
    expect(reason(`NO_BALANCE:${"1".repeat(200)}`)).toBe("NO_BALANCE");
  });
});

describe("a time of the protocol", () => {
  it("is UTC, and null when it is none", () => {
    expect(parseTime("2026-11-21 10:00:00")).toEqual(new Date("2026-11-21T10:00:00Z"));
    expect(parseTime("2026-11-21T10:00:00Z")).toEqual(new Date("2026-11-21T10:00:00Z"));
    expect(parseTime("2026-11-21T13:30:00+03:30")).toEqual(new Date("2026-11-21T10:00:00Z"));
    for (const none of [null, undefined, "", "soon", "2026-13-41 10:00:00"])
      expect(parseTime(none)).toBeNull();
  });
});
