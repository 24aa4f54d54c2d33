import { describe, expect, it } from "vitest";
import { pollOf } from "@/lib/api/handler-api/quick-door";
import { amountOf } from "@/lib/api/handler-api/refusal-errors";
import { bareCode } from "@/lib/api/handler-api/wire-values";

const PATH = "/stubs/handler_api.php?";

describe("the address of a poll", () => {
  it.each([
    "api_key=k&action=getStatus&id=7",
    "id=7&api_key=k&action=getStatus",
    "action=getStatus&id=7&api_key=k&",
  ])("is understood: %s", (query) => {
    expect(pollOf(PATH + query)).toEqual({ apiKey: "k", id: "7" });
  });

  it.each([
    "",
    "api_key=k&action=getStatus",
    "api_key=k&action=getStatusV2&id=7",
    "api_key=k&action=getStatu&id=7",
    "api_key=k&action=getStatus&id=7&id=8",
    "api_key=k&api_key=l&action=getStatus&id=7",
    "api_key=k&action=getStatus&action=setStatus&id=7",
    "api_key=k&action=getStatus&id=7&forward=1",
    "api_key=k&&action=getStatus&id=7",
    "api_key=&action=getStatus&id=7",
    `api_key=${"k".repeat(400)}&action=getStatus&id=7`,
  ])("is left to the API app: %s", (query) => {
    expect(pollOf(PATH + query)).toBeNull();
  });

  it("is this path's alone", () => {
    expect(pollOf("/stubs/other.php?api_key=k&action=getStatus&id=7")).toBeNull();
    expect(pollOf("/stubs/handler_api.php")).toBeNull();
  });
});

describe("words of the protocol", () => {
  it.each([
    ["0.25", 250_000n],
    ["12", 12_000_000n],
    ["0.30000000000000004", 300_000n],
    ["1.", 1_000_000n],
    ["", null],
    ["-1", null],
    ["1e3", null],
    ["۱", null],
    ["9".repeat(13), null],
  ])("reads the amount %j", (words, micros) => {
    expect(amountOf(words)).toBe(micros);
  });

  it("lets a code cut no answer in two", () => {
    expect(bareCode("12:34 56\n")).toBe("123456");
  });
});
