import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { microsFor } from "@/lib/domain/crypto-payments/asset-amount";
import { INVOICE_POLICY } from "@/lib/domain/crypto-payments/invoice-shapes";
import { mergeView } from "@/lib/domain/crypto-payments/merge-view";
import type { ChainView } from "@/lib/domain/crypto-payments/types";
import { CURRENT_RATE, DAY, invoiceOf, Life, transfer, view } from "./scene";

/** How one receipt fares: seen at a minute, mined some minutes later or never, perhaps replaced or thrown out again. */
interface Receipt {
  units: bigint;
  seen: number;
  minedAfter: number | null;
  fate: "stays" | "replaced" | "vanishes" | "reorganised";
  fateAfter: number;
}

const receipt: fc.Arbitrary<Receipt> = fc.record({
  units: fc.oneof(
    fc.constantFrom(0n, 999n, 1_000n, 13_333n, 20_000n, 26_667n, 39_600n, 40_000n),
    fc.bigInt({ min: 1n, max: 5_000_000n }),
  ),
  seen: fc.integer({ min: 0, max: 60 }),
  minedAfter: fc.option(fc.integer({ min: 0, max: 120 })),
  fate: fc.constantFrom("stays", "stays", "replaced", "vanishes", "reorganised"),
  fateAfter: fc.integer({ min: 1, max: 90 }),
});

const policy = fc
  .record({ toleranceBps: fc.constantFrom(0n, 100n, 250n) })
  .map((more) => ({ ...INVOICE_POLICY, ...more }));

/** What the chain shows at a minute: a block every ten, the receipt's own story inside. */
function viewAt(minute: number, receipts: readonly Receipt[]): ChainView {
  const missing: ChainView["missing"] = [];
  const transfers = receipts.flatMap(({ units, seen, minedAfter, fate, fateAfter }, number) => {
    const txid = `t${number}`;
    if (minute < seen) return [];
    const struck = minute >= seen + fateAfter;
    if (struck && (fate === "replaced" || fate === "vanishes")) {
      missing.push({ txid, fate: fate === "replaced" ? "replaced" : "absent", by: null });
      return [];
    }
    const minedAt =
      minedAfter === null ? null : seen + minedAfter + (struck && fate === "reorganised" ? 40 : 0);
    if (minedAt === null || minute < minedAt) return [transfer(txid, units)];
    const confirmations = Math.floor((minute - minedAt) / 10) + 1;
    const hash = `${Math.floor(minedAt / 10)}-${struck && fate === "reorganised"}`;
    return [transfer(txid, units, { height: 1_000 - confirmations, confirmations, minute: minedAt, hash })];
  });
  return view(minute, transfers, { missing, tipHeight: null });
}

const ALLOWED: Record<string, string[]> = {
  DETECTED: ["CONFIRMED", "FAILED"],
  CONFIRMED: ["DETECTED", "SETTLED"],
  SETTLED: [],
  FAILED: [],
};
const INVOICE_ALLOWED: Record<string, string[]> = {
  PENDING: ["PENDING", "PAID", "EXPIRED"],
  PAID: ["PAID"],
  EXPIRED: ["EXPIRED", "PAID"],
};

describe("whatever happens on the chain", () => {
  it("credits at most what settled, each receipt once, and moves along allowed edges only", () => {
    fc.assert(
      fc.property(
        fc.array(receipt, { maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 15 + 2 * DAY }), { maxLength: 12 }),
        policy,
        (receipts, moments, rules) => {
          const life = new Life("BTC", {}, rules);
          const states = new Map<string, string>();
          for (const minute of [...moments, 15, 16, 100, 16 + DAY, 30 + 2 * DAY].sort((a, b) => a - b)) {
            const before = life.invoice.status;
            const { steps, invoice } = life.see(viewAt(minute, receipts));
            expect(INVOICE_ALLOWED[before]).toContain(invoice.status);
            for (const { txid, to } of steps) {
              const from = states.get(txid);
              expect(from ? ALLOWED[from] : ["DETECTED"]).toContain(to);
              states.set(txid, to);
            }
            // The better of both rates is the most that a receipt can be worth.
            let most = 0n;
            for (const payment of life.payments) {
              if (payment.status !== "SETTLED") continue;
              const locked = (payment.units * 25_000_000n) / 40_000n + 1n;
              const current = microsFor("BTC", payment.units, CURRENT_RATE.BTC);
              most += locked > current ? locked : current;
            }
            expect(life.credited <= most).toBe(true);
            expect(life.allowed <= (25_000_000n * rules.toleranceBps) / 10_000n).toBe(true);
            if (invoice.status === "PAID") expect(life.credited + life.allowed >= 25_000_000n).toBe(true);
            else expect(life.allowed).toBe(0n);
          }
          expect(life.invoice.status).not.toBe("PENDING");
          expect(life.payments.every(({ status }) => status === "SETTLED" || status === "FAILED")).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("late or in time is told by the time of a payment, whichever was first: the look that ends an invoice or the one that shows it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 35 }),
        fc.array(fc.integer({ min: 15, max: 39 }), { maxLength: 3 }),
        fc.boolean(),
        (minute, blindLooks, isLongMined) => {
          const shown = (at: number, confirmations: number) =>
            view(at, [transfer("a", 40_000n, { height: 100 - confirmations, confirmations, minute })]);
          const life = new Life();
          // A source that is behind shows nothing, also after the deadline.
          for (const blind of [...blindLooks].sort((a, b) => a - b)) life.see(view(blind, []));
          if (!isLongMined) life.see(shown(40, 1));
          life.see(shown(41, 2));
          const straight = new Life();
          straight.see(shown(41, 2));
          expect([life.state, life.credited]).toEqual([straight.state, straight.credited]);
          expect(life.state).toBe(minute <= 15 ? "PAID NONE" : "EXPIRED PAID_LATE");
        },
      ),
    );
  });

  it("a quiet time between does not matter: looking more often ends in the same state", () => {
    const inTime = receipt.map((one) => ({ ...one, seen: one.seen % 14, fate: "stays" as const }));
    fc.assert(
      fc.property(
        fc.array(inTime, { maxLength: 4 }),
        fc.array(fc.integer({ min: 14, max: 400 })),
        (receipts, moments) => {
          const often = new Life();
          for (const minute of [14, ...[...moments].sort((a, b) => a - b), 16 + DAY])
            often.see(viewAt(minute, receipts));
          const seldom = new Life();
          for (const minute of [14, 16 + DAY]) seldom.see(viewAt(minute, receipts));
          expect([often.state, often.credited]).toEqual([seldom.state, seldom.credited]);
        },
      ),
    );
  });
});

describe("the order of what is told", () => {
  const story = fc.array(receipt, { minLength: 1, maxLength: 4 });

  it("does not matter, nor how often: the newest view decides, the oldest tells the time", () => {
    fc.assert(
      fc.property(
        story,
        fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 2, maxLength: 6 }),
        fc.array(fc.nat(5), { maxLength: 12 }),
        (receipts, minutes, shuffle) => {
          const inOrder = [...minutes].sort((a, b) => a - b);
          const last = viewAt(14, receipts);
          const straight = new Life();
          for (const minute of inOrder) straight.see(viewAt(minute, receipts));
          straight.see(last);
          const mixed = new Life();
          for (const pick of shuffle) mixed.see(viewAt(inOrder[pick % inOrder.length] ?? 14, receipts));
          for (const minute of [...inOrder].reverse()) mixed.see(viewAt(minute, receipts));
          mixed.see(last);
          for (const life of [straight, mixed]) {
            life.see(viewAt(16, receipts));
            life.see(viewAt(30 + 2 * DAY, receipts));
          }
          const end = (life: Life) => [life.state, life.credited, life.allowed];
          expect(end(mixed)).toEqual(end(straight));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of the transfers inside a view does not matter either", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 90 }), (receipts, minute) => {
        const seen = viewAt(minute, receipts);
        const reversed = { ...seen, transfers: [...seen.transfers].reverse() };
        const one = new Life();
        const other = new Life();
        one.see(seen);
        other.see(reversed);
        expect(other.state).toBe(one.state);
        expect([...other.posted].sort()).toEqual([...one.posted].sort());
      }),
    );
  });

  it("a view taken in twice is taken in once", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 90 }), (receipts, minute) => {
        const seen = viewAt(minute, receipts);
        const invoice = invoiceOf("BTC");
        const once = mergeView(invoice, [], seen, INVOICE_POLICY);
        const twice = mergeView(
          { ...invoice, checkedAt: once.checkedAt },
          once.payments,
          seen,
          INVOICE_POLICY,
        );
        expect(twice).toEqual(once);
      }),
    );
  });
});
