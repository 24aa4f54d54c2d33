import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  decideStraySchema,
  invoiceIdSchema,
  refundPaymentSchema,
  startTopUpSchema,
} from "@/lib/domain/billing/schema";
import { amountRefusal } from "@/lib/domain/billing/top-up-rules";

const NOBODYS = "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

/** What people, scripts and broken clients send as an amount. */
const WRONG_AMOUNTS: unknown[] = [
  ...[
    "0",
    "0.00",
    "-5",
    "+5",
    "",
    " ",
    ".",
    ".5",
    "5.",
    "1e3",
    "1E3",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
  ],
  ...["1,5", "1 000", "1_000", "٥", "10000000000", "9".repeat(400), "5\u0000", "5\n5", "5;DROP"],
  ...[5, 5.5, Number.NaN, 10n, null, undefined, true, {}, [], ["5"]],
];
const TOO_FINE = ["0.001", "5.001", "5.000001", "5.0000000001", "0.009"];

const key = "a-key-of-a-form";
const reason = "asked for it";
const readings = (amount: unknown) => [
  startTopUpSchema.safeParse({ method: "CARD", amount, key }),
  refundPaymentSchema.safeParse({ paymentId: NOBODYS, amount, reason, key }),
  decideStraySchema.safeParse({ decision: "credit", strayId: NOBODYS, username: "somebody", amount, reason }),
];

describe("an amount that is none", () => {
  it.each(WRONG_AMOUNTS.map((amount) => [inspect(amount).slice(0, 40), amount] as const))(
    "%s comes through no door",
    (_shown, amount) => {
      for (const { success } of readings(amount)) expect(success).toBe(false);
    },
  );

  it.each(TOO_FINE)("%s is too fine, and that is said", (amount) => {
    for (const { error } of readings(amount)) {
      expect(error?.issues.map(({ message }) => message)).toContain("amount_too_fine");
    }
  });

  it("is refused behind the door as well", () => {
    const state = {
      method: "CARD",
      isOn: true,
      minimumMicros: 5_000_000n,
      maximumMicros: 1_000_000_000n,
      feeBps: 0,
      version: 1,
    } as const;
    expect(amountRefusal(state, 5_000_000n)).toBeNull();
    expect(amountRefusal(state, 1_000_000_000n)).toBeNull();
    for (const micros of [0n, -25_000_000n, 4_990_000n]) {
      expect(amountRefusal(state, micros)).toMatchObject({ reason: "amount_too_small" });
    }
    for (const micros of [1_000_010_000n, 10n ** 30n]) {
      expect(amountRefusal(state, micros)).toMatchObject({ reason: "amount_too_large" });
    }
    for (const micros of [1n, 25_000_001n, -1n, 2n ** 80n]) {
      expect(amountRefusal(state, micros)).toMatchObject({ reason: "amount_too_fine" });
    }
  });
});

describe("a way of paying, a key or an id that is none", () => {
  it("comes through no door", () => {
    const good = { method: "CARD", amount: "10.00", key };
    expect(startTopUpSchema.safeParse(good).success).toBe(true);
    for (const wrong of [
      { method: "BALANCE" },
      { method: "ADMIN" },
      { method: "card" },
      { method: "__proto__" },
      { key: "short" },
      { key: "k".repeat(101) },
      { key: null },
    ])
      expect(startTopUpSchema.safeParse({ ...good, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
    for (const invoiceId of ["", "1", "new", "..%2Fx", `${NOBODYS}0`, null])
      expect(invoiceIdSchema.safeParse({ invoiceId }).success).toBe(false);
  });
});
