import { describe, expect, it } from "vitest";
import { endRule, groupCode } from "@/components/numbers/activation-screen";

describe("what the end of the window brings", () => {
  it.each([
    ["connecting", "ruleConnecting"],
    ["waiting", "rule"],
    ["code_received", "ruleCode"],
    ["waiting_another", "ruleAnother"],
    ["canceling", "ruleClosing"],
  ] as const)("of an order that is %s: %s", (screen, rule) => expect(endRule(screen)).toBe(rule));

  it.each(["finished", "canceled", "used", "expired", "failed"] as const)(
    "is nothing for one that is %s",
    (screen) => expect(endRule(screen)).toBeNull(),
  );
});

it("groups the digits of a code and leaves other codes alone", () => {
  expect(groupCode("482913")).toBe("482 913");
  expect(groupCode("G-48291")).toBe("G-48291");
});
