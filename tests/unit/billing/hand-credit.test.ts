import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterHandCredit, livePayment, missingMicros } from "@/lib/domain/billing/hand-credit";
import { INVOICE_EXCEPTIONS, INVOICE_STATUSES } from "@/lib/domain/billing/schema";

const invoices = fc.record({
  status: fc.constantFrom(...INVOICE_STATUSES),
  exception: fc.constantFrom(...INVOICE_EXCEPTIONS),
  amountMicros: fc.bigInt(1n, 10_000_000_000n),
  creditedMicros: fc.bigInt(0n, 10_000_000_000n),
});

describe("money written down for an invoice", () => {
  it("never lessens what was credited, and pays exactly where nothing is missing", () => {
    fc.assert(
      fc.property(invoices, fc.bigInt(-5n, 20_000_000_000n), (invoice, micros) => {
        const after = afterHandCredit(invoice, micros);
        if (after === null) return;
        expect(micros > 0n).toBe(true);
        expect(after.creditedMicros).toBe(invoice.creditedMicros + micros);
        expect(after.status === "PAID").toBe(missingMicros({ ...invoice, ...after }) === 0n);
      }),
    );
  });

  it("goes nowhere for one that is paid or given back, nor in part for one that waits", () => {
    const asked = { exception: "NONE", amountMicros: 20n, creditedMicros: 0n } as const;
    for (const status of ["PAID", "REFUNDED"] as const)
      expect(afterHandCredit({ ...asked, status }, 20n)).toBeNull();
    expect(afterHandCredit({ ...asked, status: "PENDING" }, 19n)).toBeNull();
    expect(afterHandCredit({ ...asked, status: "EXPIRED" }, 19n)).toMatchObject({
      status: "EXPIRED",
      exception: "PAID_PARTIAL",
    });
    expect(afterHandCredit({ ...asked, status: "CANCELED" }, 20n)).toMatchObject({
      status: "PAID",
      exception: "MARKED",
    });
  });

  it("is warned of by a payment that was seen, or that can still be made", () => {
    const now = new Date("2026-11-21T12:00:00Z");
    const invoice = { status: "PENDING", expiresAt: new Date("2026-11-21T12:10:00Z"), payments: [] } as const;
    expect(livePayment(invoice, now)).toBe("open");
    expect(livePayment({ ...invoice, status: "EXPIRED" }, now)).toBeNull();
    expect(livePayment({ ...invoice, expiresAt: now }, now)).toBeNull();
    expect(livePayment({ ...invoice, status: "EXPIRED", payments: [{ status: "DETECTED" }] }, now)).toBe(
      "moving",
    );
  });
});
