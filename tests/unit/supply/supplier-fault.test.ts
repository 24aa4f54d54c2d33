import { expect, test } from "vitest";
import { supplierFault } from "@/lib/domain/supply/supplier-fault";

test.each([
  ["BAD_KEY", "keyRefused"],
  ["NO_BALANCE", "moneyGone"],
  ["BANNED:'2026-11-21 10-00-00'", "accountBlocked"],
  ["getBalance: ECONNREFUSED", "unreachable"],
  ["getPrices: TimeoutError", "late"],
  ["not understood (HTTP 502)", "garbled"],
  ["charged more than the cap", null],
  [null, null],
])("%s is %s", (error, fault) => {
  expect(supplierFault(error)).toBe(fault);
});
