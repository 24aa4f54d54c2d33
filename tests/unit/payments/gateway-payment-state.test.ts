import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyGatewayPayment,
  type ExpectedPayment,
  NO_FACTS,
  type PaymentOutcome,
} from "@/lib/domain/payments/gateway-payment-state";
import type { GatewayPayment } from "@/lib/domain/payments/types";

const AT = new Date("2026-11-21T10:00:00Z");
const charge = { micros: 25_000_000n, currency: "USD" };
const part = { micros: 10_000_000n, currency: "USD" };

const expected: ExpectedPayment = {
  gateway: "stripe",
  reference: "topup-1",
  charge,
  walletMicros: 25_000_000n,
  facts: NO_FACTS,
};

const pending: GatewayPayment = {
  gateway: "stripe",
  externalId: "cs_1",
  reference: "topup-1",
  status: "PENDING",
  amount: charge,
  receipts: [],
  refunds: [],
  disputes: [],
  isLive: false,
  failure: null,
  raw: {},
};
const receipt = { id: "cs_1", amount: charge, at: AT };
const refund = { id: "re_1", amount: part, status: "SUCCEEDED" as const, at: AT };
const dispute = {
  id: "dp_1",
  amount: charge,
  status: "OPEN" as const,
  fundsWithdrawn: false,
  fundsReinstated: false,
  reason: "fraudulent",
  respondBy: null,
  at: AT,
};
const settled: GatewayPayment = { ...pending, status: "SETTLED", receipts: [receipt] };

/** What the gateway said at the moment of each of the seven events; a slow reader may apply any of them at any time. */
const SEVEN: Record<string, GatewayPayment> = {
  completed: { ...pending, status: "DETECTED" },
  async_succeeded: settled,
  refund_created: { ...settled, refunds: [{ ...refund, status: "PENDING" }] },
  dispute_created: { ...settled, refunds: [refund], disputes: [dispute] },
  funds_withdrawn: { ...settled, refunds: [refund], disputes: [{ ...dispute, fundsWithdrawn: true }] },
  funds_reinstated: {
    ...settled,
    refunds: [refund],
    disputes: [{ ...dispute, fundsWithdrawn: true, fundsReinstated: true }],
  },
  closed: {
    ...settled,
    refunds: [refund],
    disputes: [{ ...dispute, status: "WON", fundsWithdrawn: true, fundsReinstated: true }],
  },
};

function permutations<T>(list: T[]): T[][] {
  if (list.length <= 1) return [list];
  return list.flatMap((item, at) => permutations(list.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** Applies reports one after the other and books every posting once, as the ledger does. */
function run(reports: GatewayPayment[]) {
  let facts = expected.facts;
  let last: PaymentOutcome | undefined;
  const ledger = new Map<string, bigint>();
  for (const report of reports) {
    last = applyGatewayPayment({ ...expected, facts }, report);
    facts = last.facts;
    for (const { key, kind, walletMicros } of last.postings) {
      const isIncoming = kind === "credit" || kind === "refund_reversed" || kind === "dispute_reinstated";
      const amount = isIncoming ? walletMicros : -walletMicros;
      if (ledger.has(key)) expect(ledger.get(key)).toBe(amount);
      ledger.set(key, amount);
    }
  }
  if (!last) throw new Error("nothing was applied");
  return {
    status: last.status,
    disputeState: last.disputeState,
    facts: last.facts,
    ledger: [...ledger].sort(([left], [right]) => (left < right ? -1 : 1)),
    sum: [...ledger.values()].reduce((total, amount) => total + amount, 0n),
  };
}

describe("a payment at a gateway", () => {
  it("ends the same in all 5040 orders of the seven events", () => {
    const seven = Object.values(SEVEN);
    const orders = permutations(seven);
    expect(orders).toHaveLength(5_040);
    const wanted = run(seven);
    expect(wanted).toMatchObject({ status: "SETTLED", disputeState: "WON", sum: 15_000_000n });
    expect(wanted.ledger.map(([key]) => key)).toEqual([
      "stripe:dispute:dp_1:reinstated",
      "stripe:dispute:dp_1:withdrawn",
      "stripe:receipt:cs_1",
      "stripe:refund:re_1",
    ]);
    for (const order of orders) expect(run(order)).toEqual(wanted);
  });

  it("ends the same in 200 random orders with duplicates and a refund that failed", () => {
    const failed = { ...refund, id: "re_2", status: "FAILED" as const };
    const reports = [
      ...Object.values(SEVEN),
      { ...settled, refunds: [{ ...failed, status: "PENDING" as const }] },
      { ...settled, refunds: [refund, failed] },
      { ...pending, status: "EXPIRED" as const },
    ];
    const wanted = run(reports);
    expect(wanted.sum).toBe(15_000_000n);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(reports, { minLength: reports.length }),
        fc.array(fc.constantFrom(...reports), { maxLength: 12 }),
        (order, again) => {
          expect(run([...order, ...again])).toEqual(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("credits each receipt once, also when it was paid twice", () => {
    const twice = { ...settled, receipts: [receipt, { ...receipt, id: "cs_1b" }] };
    const outcome = applyGatewayPayment(expected, twice);
    expect(outcome.postings.map(({ key }) => key)).toEqual(["stripe:receipt:cs_1", "stripe:receipt:cs_1b"]);
    expect(outcome.alerts).toEqual(["amount_differs"]);
  });

  it("takes money that comes after it failed or expired", () => {
    expect(run([{ ...pending, status: "EXPIRED" }, settled])).toMatchObject({
      status: "SETTLED",
      sum: 25_000_000n,
    });
    expect(
      run([
        { ...pending, status: "FAILED" },
        { ...pending, status: "DETECTED" },
      ]).status,
    ).toBe("FAILED");
  });

  it("is refunded when all of it went back, and settled again when that failed", () => {
    const whole = { ...refund, amount: charge };
    expect(run([{ ...settled, refunds: [{ ...whole, status: "PENDING" }] }]).status).toBe("SETTLED");
    const refunded = { ...settled, refunds: [whole] };
    expect(run([refunded])).toMatchObject({ status: "REFUNDED", sum: 0n });
    const failed = { ...settled, refunds: [{ ...whole, status: "FAILED" as const }] };
    expect(run([refunded, failed])).toMatchObject({ status: "SETTLED", sum: 25_000_000n });
    expect(run([failed, refunded])).toMatchObject({ status: "SETTLED", sum: 25_000_000n });
  });

  it("books nothing from another's payment or in another currency, and says so", () => {
    const foreign = applyGatewayPayment(expected, { ...settled, reference: "topup-2" });
    expect(foreign).toMatchObject({ status: "CREATED", postings: [], alerts: ["foreign_reference"] });
    const brl = { micros: 25_000_000n, currency: "BRL" };
    const other = applyGatewayPayment(expected, {
      ...settled,
      amount: brl,
      receipts: [{ ...receipt, amount: brl }],
    });
    expect(other).toMatchObject({ status: "CREATED", postings: [], alerts: ["currency_differs"] });
  });

  it("converts the whole charge to the whole promise and never more than its part", () => {
    const inBrl = {
      ...expected,
      charge: { micros: 133_330_000n, currency: "BRL" },
      walletMicros: 25_000_000n,
    };
    fc.assert(
      fc.property(fc.bigInt({ min: 10_000n, max: 200_000_000n }), (micros) => {
        const amount = { micros, currency: "BRL" };
        const [credit] = applyGatewayPayment(inBrl, {
          ...settled,
          amount: inBrl.charge,
          receipts: [{ ...receipt, amount }],
        }).postings;
        const exact = micros * 25_000_000n;
        const got = (credit?.walletMicros ?? 0n) * 133_330_000n;
        expect(got <= exact && exact - got < 133_330_000n).toBe(true);
      }),
    );
  });
});
