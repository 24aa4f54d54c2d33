import { expect, it } from "vitest";
import { planRefusalOf } from "@/components/billing/plan-refusal";

const plan = { isBought: false };

it.each([
  [
    "a part whose rest never came",
    { status: "EXPIRED", credited: "2.00", planRefusal: null },
    plan,
    "paid_partial",
  ],
  [
    "a part of one taken back",
    { status: "CANCELED", credited: "2.00", planRefusal: null },
    plan,
    "paid_partial",
  ],
  [
    "what was told already",
    { status: "EXPIRED", credited: "5.00", planRefusal: "paid_late" },
    plan,
    "paid_late",
  ],
  ["a part whose rest may come", { status: "PENDING", credited: "2.00", planRefusal: null }, plan, null],
  ["nothing paid", { status: "EXPIRED", credited: "0.00", planRefusal: null }, plan, null],
  ["one that bought", { status: "EXPIRED", credited: "5.00", planRefusal: null }, { isBought: true }, null],
  ["a top-up", { status: "EXPIRED", credited: "5.00", planRefusal: null }, null, null],
] as const)("says of %s", (_, invoice, of, expected) => {
  expect(planRefusalOf(invoice, of)).toBe(expected);
});
