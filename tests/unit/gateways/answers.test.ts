import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskAnswer } from "@/lib/integrations/payments/mask";
import { fromMinorUnits, toMinorUnits } from "@/lib/integrations/payments/minor-units";

describe("amounts at a gateway", () => {
  it("go there and back in every currency", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom("usd", "brl", "eur", "jpy"),
        (minor, currency) => {
          const amount = fromMinorUnits(minor, currency);
          expect(amount.currency).toBe(currency.toUpperCase());
          expect(toMinorUnits(amount)).toBe(minor);
        },
      ),
    );
  });

  it.each([
    [25_000_001n, "USD"],
    [9_999n, "USD"],
    [1_500_000n, "JPY"],
    [0n, "USD"],
    [-10_000n, "USD"],
    [25_000_000n, "usd"],
    [10n ** 30n, "USD"],
  ])("%s micros of %s are not chargeable", (micros, currency) => {
    expect(toMinorUnits({ micros, currency })).toBeNull();
  });

  it("an unknown currency is not understood", () => {
    expect(() => fromMinorUnits(100, "xts")).toThrow("unknown currency XTS");
  });
});

describe("a gateway's answer in the back office", () => {
  it("holds ids and amounts, no person and no secret", () => {
    const masked = maskAnswer({
      id: "pi_1",
      amount: 2_500,
      client_secret: "pi_1_secret_2",
      customer_email: "a@b.test",
      payer: { email: "a@b.test" },
      card: { last4: "4242", fingerprint: "x" },
      charges: [{ id: "ch_1", billing_details: { name: "A" }, receipt_url: null }],
    });
    expect(masked).toEqual({
      id: "pi_1",
      amount: 2_500,
      client_secret: "***",
      customer_email: "***",
      payer: "***",
      card: { last4: "4242", fingerprint: "***" },
      charges: [{ id: "ch_1", billing_details: "***", receipt_url: null }],
    });
  });

  it("is bounded in depth, length and width", () => {
    let deep: unknown = "end";
    for (let level = 0; level < 50; level += 1) deep = { deep };
    const text = JSON.stringify(maskAnswer({ deep, long: "x".repeat(10_000), wide: Array(1_000).fill(1) }));
    expect(text.length).toBeLessThan(1_000);
  });
});
