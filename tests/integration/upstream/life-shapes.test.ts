import { describe, expect, it } from "vitest";
import type { SmsProvider } from "@/lib/domain/supply/ports";
import { type Script, withScripted } from "./upstream-fixture";

const ask = <T>(script: Script, use: (provider: SmsProvider) => Promise<T>): Promise<T> =>
  withScripted(script, ({ provider }) => use(provider));

const state = (script: Script) => ask(script, (provider) => provider.getState("7"));

/** An upstream of the first days: only text, no newer action. */
const plain =
  (status: string): Script =>
  (parameters) =>
    parameters.get("action") === "getStatus" ? status : "BAD_ACTION";

const unavailable = { kind: "unavailable" };

describe("the state that upstreams tell", () => {
  it("reads the documented answer as UTC", async () => {
    const sms = { dateTime: "2026-11-21 10:00:00", code: "12345", text: "code 12345" };
    expect(await state(() => ({ verificationType: 0, sms, call: null }))).toEqual({
      kind: "received",
      code: "12345",
      text: "code 12345",
      receivedAt: new Date("2026-11-21T10:00:00Z"),
    });
  });

  it.each([
    ["no text yet", { verificationType: 0, sms: null }, { kind: "waiting" }],
    ["an empty text", { verificationType: 0, sms: { code: "", text: "" } }, { kind: "waiting" }],
    [
      "the form of HeroSMS",
      { verificationType: "sms", data: { id: 1, code: "77", text: "code 77", date: "2026-11-21 10:00:00" } },
      { kind: "received", code: "77", text: "code 77", receivedAt: new Date("2026-11-21T10:00:00Z") },
    ],
    ["no text yet in that form", { verificationType: "sms", data: null }, { kind: "waiting" }],
    ["no text yet, the field left out", { verificationType: 0 }, { kind: "waiting" }],
    ["a code as number", { sms: { code: 123456 } }, { kind: "received", code: "123456", text: null }],
    [
      "a text without a code",
      { sms: { code: null, text: "hi" } },
      { kind: "received", code: null, text: "hi" },
    ],
    ["a time that is none", { sms: { code: "1", dateTime: "soon" } }, { kind: "received", receivedAt: null }],
    ["a cancelled one", "STATUS_CANCEL", { kind: "canceled" }],
    ["an unknown one", "NO_ACTIVATION", { kind: "unknown_order" }],
    ["an error as JSON", { status: "error", message: "Internal" }, unavailable],
    ["a wrong key", "BAD_KEY", unavailable],
    ["a page of a proxy", "<html>", unavailable],
    ["an empty answer", "", unavailable],
  ])("%s", async (_, answer, expected) => {
    expect(await state(() => answer)).toMatchObject(expected);
  });

  it.each([
    ["STATUS_WAIT_CODE", { kind: "waiting" }],
    ["STATUS_WAIT_RETRY:123", { kind: "waiting" }],
    ["STATUS_WAIT_RESEND", { kind: "waiting" }],
    ["STATUS_OK:12:34", { kind: "received", code: "12:34", text: null, receivedAt: null }],
    ["STATUS_CANCEL", { kind: "canceled" }],
    ["WRONG_ACTIVATION_ID", { kind: "unknown_order" }],
    ["BAD_ACTION", unavailable],
  ])("without getStatusV2, getStatus answers %s", async (answer, expected) => {
    expect(await state(plain(answer))).toMatchObject(expected);
  });
});

describe("changes that upstreams refuse", () => {
  const cancel = (script: Script) => ask(script, (provider) => provider.cancel("7"));

  it("sends the protocol's numbers", () =>
    withScripted(
      () => "ACCESS_CANCEL",
      async ({ provider, asked }) => {
        await provider.requestAnother("7");
        await provider.finish("7");
        await provider.cancel("7");
        expect(asked.map((parameters) => [parameters.get("id"), parameters.get("status")])).toEqual([
          ["7", "3"],
          ["7", "6"],
          ["7", "8"],
        ]);
      },
    ));

  it.each([
    ["EARLY_CANCEL_DENIED", { kind: "too_early" }],
    ["NO_ACTIVATION", { kind: "gone" }],
    ["WRONG_ACTIVATION_ID", { kind: "gone" }],
    ["STATUS_CANCEL", { kind: "gone" }],
    ["ERROR_SQL", unavailable],
    ["ACCESS_ACTIVATION", unavailable],
    ["<html>", unavailable],
  ])("cancel: %s", async (answer, expected) => {
    expect(await cancel(() => answer)).toMatchObject(expected);
  });

  it.each([
    ["STATUS_OK:55", { kind: "has_code", code: "55", text: null }],
    ["STATUS_CANCEL", { kind: "gone" }],
    ["NO_ACTIVATION", { kind: "gone" }],
    // It is live and not cancelled: to take it for gone would lose the code that may still come.
    ["STATUS_WAIT_CODE", unavailable],
    ["SERVER_ERROR", unavailable],
  ])("cancel: BAD_STATUS while the state is %s", async (status, expected) => {
    const script: Script = (parameters) =>
      parameters.get("action") === "setStatus" ? "BAD_STATUS" : plain(status)(parameters, undefined as never);
    expect(await cancel(script)).toMatchObject(expected);
  });

  it.each([
    ["ACCESS_RETRY_GET", { kind: "ok" }],
    ["NO_ACTIVATION", { kind: "gone" }],
    ["ERROR_SQL", unavailable],
    ["<html>", unavailable],
  ])("another text: %s", async (answer, expected) => {
    expect(
      await ask(
        () => answer,
        (provider) => provider.requestAnother("7"),
      ),
    ).toMatchObject(expected);
  });
});

describe("balance and catalogue", () => {
  it.each([
    ["ACCESS_BALANCE:12.345678", { kind: "ok", balanceMicros: 12_345_678n }],
    ["ACCESS_BALANCE:0", { kind: "ok", balanceMicros: 0n }],
    ["ACCESS_BALANCE:", unavailable],
    ["ACCESS_BALANCE:1e9", unavailable],
    ["BAD_KEY", unavailable],
  ])("balance: %s", async (answer, expected) => {
    expect(
      await ask(
        () => answer,
        (provider) => provider.balance(),
      ),
    ).toMatchObject(expected);
  });

  it("prefers what is really there, knows the other names, leaves out what has no price", async () => {
    const prices = {
      "73": { wa: { cost: "0.20", count: 90, physicalCount: 12 }, tg: { cost: 0.18, quant: "4" } },
      "6": { wa: { cost: 0.1, count: 5 }, go: { cost: "?", count: 1 } },
    };
    expect(
      await ask(
        () => prices,
        (provider) => provider.catalog(),
      ),
    ).toEqual({
      kind: "ok",
      offers: [
        { serviceCode: "wa", countryLegacyId: 6, costMicros: 100_000n, count: 5 },
        { serviceCode: "wa", countryLegacyId: 73, costMicros: 200_000n, count: 12 },
        { serviceCode: "tg", countryLegacyId: 73, costMicros: 180_000n, count: 4 },
      ],
    });
  });

  it.each(["BAD_KEY", "[]", "<html>", '{"status":"error"}'])("catalogue: %s is none", async (answer) => {
    expect(
      await ask(
        () => answer,
        (provider) => provider.catalog(),
      ),
    ).toMatchObject(unavailable);
  });
});
