import { describe, expect, it } from "vitest";
import { isDeclined } from "@/components/billing/invoice-screen";
import { mayBePaid } from "@/components/billing/payable-amount";

const BOUNDS = { minimum: "5.00", maximum: "500.00" };

describe("an amount that may be paid", () => {
  it.each([
    [5_000_000n, true],
    [300_000_000n, true],
    [4_990_000n, false],
    [5_123_000n, false],
    [300_010_000n, false],
    [99_999_000_000n, false],
    [0n, false],
  ])("%s: %s", (micros, expected) => {
    expect(mayBePaid(micros, BOUNDS, "300.00")).toBe(expected);
    expect(mayBePaid(micros, { ...BOUNDS, maximum: "300.00" }, "900.00")).toBe(expected);
  });
});

describe("a payment that was looked at and then refused", () => {
  const payment = (status: string, failureCode: string | null) =>
    ({ status, failureCode }) as Parameters<typeof isDeclined>[0];

  it("is declined, and on its way before", () => {
    expect(isDeclined(payment("DETECTED", "cc_rejected_call_for_authorize"))).toBe(true);
    expect(isDeclined(payment("DETECTED", null))).toBe(false);
    expect(isDeclined(payment("SETTLED", null))).toBe(false);
  });
});
