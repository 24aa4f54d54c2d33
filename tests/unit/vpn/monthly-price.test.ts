import { expect, it } from "vitest";
import { monthlyOf } from "@/components/vpn/period-name";

it("divides a year by its twelve months and a quarter by three, as the price beside it reads", () => {
  expect(monthlyOf(44_990_000n, 365)).toBe(3_749_166n);
  expect(monthlyOf(12_990_000n, 90)).toBe(4_330_000n);
  expect(monthlyOf(4_990_000n, 30)).toBe(4_990_000n);
  expect(monthlyOf(6_000_000n, 60)).toBe(3_000_000n);
});
