import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disputeNews, invoiceNews } from "@/lib/domain/billing/money-news";
import { INVOICE_EXCEPTIONS, INVOICE_STATUSES } from "@/lib/domain/billing/schema";
import type { InvoiceException, InvoiceStatus } from "@/lib/domain/billing/types";

const moment = (status: InvoiceStatus, exception: InvoiceException, usd: number) => ({
  status,
  exception,
  creditedMicros: BigInt(usd) * 1_000_000n,
});
const open = moment("PENDING", "NONE", 0);

describe("what of an invoice is news", () => {
  it.each([
    ["paid as asked", open, moment("PAID", "NONE", 25), "invoicePaid", 25],
    ["marked paid by staff", open, moment("PAID", "MARKED", 25), "invoicePaid", 25],
    ["paid too much", open, moment("PAID", "PAID_OVER", 30), "invoiceOverpaid", 30],
    ["paid again", moment("PAID", "NONE", 25), moment("PAID", "PAID_OVER", 50), "invoiceOverpaid", 25],
    ["a part", open, moment("PENDING", "PAID_PARTIAL", 0), "invoicePartly", 0],
    [
      "ran out with a part",
      moment("PENDING", "PAID_PARTIAL", 0),
      moment("EXPIRED", "PAID_PARTIAL", 10),
      "invoiceEndedPartly",
      10,
    ],
    ["late", moment("EXPIRED", "NONE", 0), moment("EXPIRED", "PAID_LATE", 25), "invoiceLate", 25],
    ["after a cancel", moment("CANCELED", "NONE", 0), moment("CANCELED", "PAID_LATE", 25), "invoiceLate", 25],
    ["never confirmed", open, moment("EXPIRED", "UNCONFIRMED", 0), "invoiceUnconfirmed", 0],
  ] as const)("%s", (_name, before, after, news, usd) => {
    expect(invoiceNews(before, after)).toEqual({ news, amountMicros: BigInt(usd) * 1_000_000n });
  });

  it.each([
    ["it ran out unpaid", open, moment("EXPIRED", "NONE", 0)],
    ["it was taken back", open, moment("CANCELED", "NONE", 0)],
    ["it was refunded", moment("PAID", "NONE", 25), moment("REFUNDED", "NONE", 25)],
    ["the part is still there", moment("PENDING", "PAID_PARTIAL", 0), moment("PENDING", "PAID_PARTIAL", 0)],
  ])("nothing when %s", (_name, before, after) => {
    expect(invoiceNews(before, after)).toBeNull();
  });

  it("tells of every cent that comes into the wallet, whatever the states, unless it is given back", () => {
    const any = fc.record({
      status: fc.constantFrom(...INVOICE_STATUSES),
      exception: fc.constantFrom(...INVOICE_EXCEPTIONS),
      creditedMicros: fc.bigInt(0n, 10n ** 12n),
    });
    fc.assert(
      fc.property(any, any, fc.bigInt(1n, 10n ** 12n), (before, after, more) => {
        const creditedMicros = before.creditedMicros + more;
        const told = invoiceNews(before, { ...after, creditedMicros });
        expect(told?.amountMicros ?? null).toBe(after.status === "REFUNDED" ? null : more);
      }),
    );
  });
});

describe("what of a dispute is news", () => {
  it("is its beginning, once, and its end", () => {
    expect(disputeNews("NONE", "OPEN")).toBe("disputeOpened");
    expect(disputeNews("NONE", "FUNDS_WITHDRAWN")).toBe("disputeOpened");
    expect(disputeNews("OPEN", "FUNDS_WITHDRAWN")).toBeNull();
    expect(disputeNews("FUNDS_WITHDRAWN", "FUNDS_REINSTATED")).toBeNull();
    expect(disputeNews("FUNDS_REINSTATED", "WON")).toBe("disputeWon");
    expect(disputeNews("NONE", "LOST")).toBe("disputeLost");
    expect(disputeNews("WON", "OPEN")).toBe("disputeOpened");
    expect(disputeNews("LOST", "LOST")).toBeNull();
  });
});
