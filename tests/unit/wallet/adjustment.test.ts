import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustmentEntries } from "@/lib/domain/wallet/adjustment";

describe("the entries of an adjustment", () => {
  it("pay debt first", () => {
    const { entries } = adjustmentEntries({ availableMicros: 0n, debtMicros: -30n }, 100n);
    expect(entries).toEqual([
      { account: "ext:internal", amountMicros: -100n, beforeMicros: null, afterMicros: null },
      { account: "debt", amountMicros: 30n, beforeMicros: -30n, afterMicros: 0n },
      { account: "available", amountMicros: 70n, beforeMicros: 0n, afterMicros: 70n },
    ]);
  });

  it("turn what is missing into debt, and say how much that is", () => {
    const { entries, missingMicros } = adjustmentEntries({ availableMicros: 20n, debtMicros: 0n }, -50n);
    expect(missingMicros).toBe(30n);
    expect(entries.map((entry) => [entry.account, entry.amountMicros])).toEqual([
      ["ext:internal", 50n],
      ["debt", -30n],
      ["available", -20n],
    ]);
  });

  it("always sum to nothing and never leave less than nothing available", () => {
    const money = fc.bigInt({ min: 0n, max: 10n ** 9n });
    fc.assert(
      fc.property(
        money,
        money,
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        (available, owed, amount) => {
          fc.pre(amount !== 0n);
          const balance = { availableMicros: available, debtMicros: -owed };
          const { entries, missingMicros } = adjustmentEntries(balance, amount);
          expect(entries.reduce((sum, entry) => sum + entry.amountMicros, 0n)).toBe(0n);
          for (const entry of entries) {
            if (entry.account === "available") expect(entry.afterMicros).toBeGreaterThanOrEqual(0n);
            if (entry.account === "debt") expect(entry.afterMicros).toBeLessThanOrEqual(0n);
          }
          expect(missingMicros).toBe(amount < 0n && -amount > available ? -amount - available : 0n);
        },
      ),
    );
  });
});
