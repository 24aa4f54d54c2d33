import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WithdrawalStatus } from "@/lib/domain/billing/types";
import { withdrawalPostings } from "@/lib/domain/billing/withdrawal-entries";
import { allowsStep, statusAfter, type WithdrawalStep } from "@/lib/domain/billing/withdrawal-rules";
import { requestWithdrawalSchema, WITHDRAWAL_METHODS } from "@/lib/domain/billing/withdrawal-schema";

const STEPS: WithdrawalStep[] = ["approve", "pay", "refuse", "cancel"];
const micros = fc.bigInt({ min: 0n, max: 10n ** 12n });

describe("a withdrawal", () => {
  it("ends once, is paid only after all approvals, and never goes on after its end", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }),
        fc.constantFrom(1, 2),
        (asked, needed) => {
          let status: WithdrawalStatus = "REQUESTED";
          let approvals = 0;
          let ends = 0;
          for (const step of asked) {
            if (!allowsStep(step, status)) continue;
            if (step === "approve") approvals += 1;
            else ends += 1;
            status = statusAfter(step, { approvals, needed });
            if (status === "PAID") expect(approvals).toBe(needed);
          }
          expect(ends).toBeLessThanOrEqual(1);
          expect(["PAID", "REFUSED", "CANCELED"].includes(status)).toBe(ends === 1);
          expect(approvals).toBeLessThanOrEqual(needed);
        },
      ),
    );
  });

  it("is taken back by the customer only while it waits", () => {
    const all = ["REQUESTED", "APPROVED", "PAID", "REFUSED", "CANCELED"] as const;
    expect(all.filter((status) => allowsStep("cancel", status))).toEqual(["REQUESTED"]);
  });

  it("shows postings that sum to nothing and leave no account below zero", () => {
    fc.assert(
      fc.property(
        micros,
        micros,
        micros,
        fc.constantFrom(...WITHDRAWAL_METHODS),
        (available, held, part, method) => {
          const amountMicros = (held < part ? held : part) + 1n;
          const balance = {
            availableMicros: available,
            heldMicros: held + 1n,
            debtMicros: 0n,
            currency: "USD",
          };
          const { pay, refuse } = withdrawalPostings(balance, { method, amountMicros });
          for (const entries of [pay, refuse]) {
            expect(entries.reduce((sum, entry) => sum + entry.amountMicros, 0n)).toBe(0n);
            for (const { afterMicros } of entries) expect((afterMicros ?? 0n) >= 0n).toBe(true);
          }
        },
      ),
    );
  });
});

describe("what is typed", () => {
  const typed = { method: "PIX", destination: "ana@example.com", amount: "25.00", key: "key-of-a-form" };

  it("is an amount of whole cents", () => {
    expect(requestWithdrawalSchema.parse(typed)).toMatchObject({ amountMicros: 25_000_000n });
    for (const amount of ["0", "-1", "1e3", "NaN", "", "1.001", "9999999999", "25,00", "0x10"]) {
      expect(requestWithdrawalSchema.safeParse({ ...typed, amount }).success, amount).toBe(false);
    }
  });

  it("is a known way and a place to pay to", () => {
    expect(requestWithdrawalSchema.safeParse({ ...typed, method: "CARD" }).success).toBe(false);
    expect(requestWithdrawalSchema.safeParse({ ...typed, destination: "  " }).success).toBe(false);
  });
});
