import { describe, expect, it } from "vitest";
import { evaluateInvoice } from "@/lib/domain/crypto-payments/evaluate-invoice";
import { INVOICE_POLICY } from "@/lib/domain/crypto-payments/invoice-shapes";
import { at, DAY, Life, transfer, view } from "./scene";

const D = 40_000n;

function mined(confirmations: number, minute = 5, height = 101 - confirmations) {
  return { height, confirmations, minute };
}

describe("paid as asked", () => {
  it("goes from waiting through confirming to paid and credits exactly the amount", () => {
    const life = new Life();
    expect(life.see(view(1, [])).words).toEqual({ key: "waiting" });
    expect(life.see(view(2, [transfer("a", D)])).words).toEqual({
      key: "confirming",
      confirmations: 0,
      needed: 2,
    });
    expect(life.paymentStates).toEqual(["DETECTED"]);
    const first = life.see(view(5, [transfer("a", D, mined(1))]));
    expect(first.words).toEqual({ key: "confirming", confirmations: 1, needed: 2 });
    expect(life.state).toBe("PENDING NONE");
    const done = life.see(view(20, [transfer("a", D, mined(2))]));
    expect(done).toMatchObject({ words: { key: "paid" }, staffAction: "none", alerts: [] });
    expect(done.credits).toEqual([
      { key: "btc:a:0", txid: "a", index: 0, units: D, micros: 25_000_000n, basis: "locked" },
    ]);
    expect(life.state).toBe("PAID NONE");
    expect(life.paymentStates).toEqual(["SETTLED"]);
  });

  it("asks for six confirmations from a thousand dollars on, of the invoice or of the payment", () => {
    const large = new Life("BTC", { amountMicros: 1_000_000_000n, unitsDue: 1_600_000n });
    large.see(view(5, [transfer("a", 1_600_000n, mined(5))]));
    expect(large.state).toBe("PENDING NONE");
    large.see(view(6, [transfer("a", 1_600_000n, mined(6))]));
    expect(large.state).toBe("PAID NONE");
    const surplus = new Life();
    surplus.see(view(5, [transfer("a", 1_600_000n, mined(2))]));
    expect(surplus.last?.words).toEqual({ key: "confirming", confirmations: 2, needed: 6 });
  });

  it("does not trust what can be replaced, even where no confirmation is asked for", () => {
    const policy = {
      ...INVOICE_POLICY,
      confirmations: { ...INVOICE_POLICY.confirmations, BTC: [{ fromMicros: 0n, confirmations: 0 }] },
    };
    const replaceable = new Life("BTC", {}, policy);
    replaceable.see(view(2, [transfer("a", D, null, { replaceable: true })]));
    expect(replaceable.state).toBe("PENDING NONE");
    const final = new Life("BTC", {}, policy);
    final.see(view(2, [transfer("a", D)]));
    expect(final.state).toBe("PAID NONE");
  });
});

describe("underpaid", () => {
  it("waits for the rest, then is expired and the part is in the wallet at the rate of its confirmation", () => {
    const life = new Life();
    expect(life.see(view(3, [transfer("a", 30_000n)])).words).toEqual({
      key: "partly_paid",
      missingUnits: 10_000n,
    });
    expect(life.state).toBe("PENDING PAID_PARTIAL");
    life.see(view(14, [transfer("a", 30_000n, mined(2))]));
    expect(life.paymentStates).toEqual(["CONFIRMED"]);
    const end = life.see(view(16, [transfer("a", 30_000n, mined(2))]));
    expect(life.state).toBe("EXPIRED PAID_PARTIAL");
    expect(end.credits).toMatchObject([{ key: "btc:a:0", micros: 18_000_000n, basis: "current" }]);
    expect(end).toMatchObject({ words: { key: "expired_in_wallet" }, staffAction: "contact_customer" });
  });

  it("is paid within the tolerance; the shop adds what is missing", () => {
    const life = new Life("BTC", {}, { ...INVOICE_POLICY, toleranceBps: 100n });
    const end = life.see(view(5, [transfer("a", 39_600n, mined(2))]));
    expect(life.state).toBe("PAID NONE");
    expect(end.credits).toMatchObject([{ micros: 24_750_000n }]);
    expect(end.allowance).toEqual({ key: "inv:i1:tolerance", micros: 250_000n });
    // The rest comes after all: the customer does not have it twice.
    life.see(view(6, [transfer("a", 39_600n, mined(2)), transfer("b", 1_200n, mined(2))]));
    expect(life.credited + life.allowed).toBe(25_500_000n);
    expect(life.state).toBe("PAID PAID_OVER");
  });

  it("is made up for once, when it becomes paid, and never for an invoice that was paid before", () => {
    const life = new Life("BTC", { status: "PAID" }, { ...INVOICE_POLICY, toleranceBps: 100n });
    const seen = life.see(view(5, []));
    expect(seen).toMatchObject({ allowance: null, credits: [] });
  });

  it("is not paid one satoshi below the tolerance", () => {
    const life = new Life("BTC", {}, { ...INVOICE_POLICY, toleranceBps: 100n });
    life.see(view(5, [transfer("a", 39_599n, mined(2))]));
    expect(life.state).toBe("PENDING PAID_PARTIAL");
  });
});

describe("two parts", () => {
  it("are paid together when both are confirmed", () => {
    const life = new Life();
    life.see(view(3, [transfer("a", 13_333n, mined(2))]));
    life.see(view(4, [transfer("a", 13_333n, mined(3)), transfer("b", 26_667n)]));
    expect(life.state).toBe("PENDING NONE");
    expect(life.last?.words).toEqual({ key: "confirming", confirmations: 0, needed: 2 });
    life.see(view(30, [transfer("a", 13_333n, mined(4)), transfer("b", 26_667n, mined(2))]));
    expect(life.state).toBe("PAID NONE");
    expect(life.credited).toBe(25_000_000n);
  });

  it("in one transaction are two receipts", () => {
    const life = new Life();
    life.see(view(3, [transfer("a", 20_000n, mined(2)), transfer("a", 20_000n, mined(2), { index: 3 })]));
    expect([...life.posted.keys()]).toEqual(["btc:a:0", "btc:a:3"]);
  });

  it("of which one is late end as paid late, not as paid", () => {
    const life = new Life();
    life.see(view(3, [transfer("a", 20_000n, mined(2))]));
    life.see(view(16, [transfer("a", 20_000n, mined(2)), transfer("b", 20_000n)]));
    expect(life.state).toBe("EXPIRED PAID_LATE");
    expect(life.last?.words).toEqual({ key: "expired_on_its_way" });
    life.see(view(30, [transfer("a", 20_000n, mined(3)), transfer("b", 20_000n, mined(2, 20))]));
    expect(life.state).toBe("EXPIRED PAID_LATE");
    expect(life.credited).toBe(24_000_000n);
  });
});

describe("overpaid", () => {
  it("is paid, and the surplus is in the wallet at the locked rate", () => {
    const life = new Life();
    life.see(view(3, [transfer("a", 48_000n, mined(2))]));
    expect(life.state).toBe("PAID PAID_OVER");
    expect(life.credited).toBe(30_000_000n);
    expect(life.last?.words).toEqual({ key: "paid_over" });
  });

  it("by a second payment that comes after the end, at the current rate", () => {
    const life = new Life();
    life.see(view(3, [transfer("a", D, mined(2))]));
    life.see(view(40, [transfer("a", D, mined(4)), transfer("b", D, mined(2, 30))]));
    expect(life.state).toBe("PAID PAID_OVER");
    expect(life.posted.get("btc:b:0")).toBe(24_000_000n);
  });
});

describe("late", () => {
  it("stays expired; the money is in the wallet", () => {
    const life = new Life();
    life.see(view(16, []));
    expect(life.state).toBe("EXPIRED NONE");
    life.see(view(17, [transfer("a", D)]));
    expect(life.state).toBe("EXPIRED PAID_LATE");
    expect(life.credited).toBe(0n);
    life.see(view(40, [transfer("a", D, mined(2, 20))]));
    expect(life.state).toBe("EXPIRED PAID_LATE");
    expect(life.credited).toBe(24_000_000n);
  });

  it("waits for a rate where there is none", () => {
    const life = new Life("BTC", {}, INVOICE_POLICY, null);
    life.see(view(16, []));
    const waiting = life.see(view(40, [transfer("a", D, mined(2, 20))]));
    expect(waiting).toMatchObject({
      credits: [],
      alerts: [{ kind: "rate_missing" }],
      staffAction: "restore_rates",
    });
    expect(life.paymentStates).toEqual(["CONFIRMED"]);
    life.currentRate = 60_000n * 10n ** 12n;
    life.see(null, 41);
    expect(life.credited).toBe(24_000_000n);
  });

  it("is not late when it was seen in time and confirmed hours afterwards", () => {
    const life = new Life();
    life.see(view(14, [transfer("a", D)]));
    life.see(view(60, [transfer("a", D)]));
    expect(life.state).toBe("PENDING NONE");
    life.see(view(600, [transfer("a", D, mined(2, 590))]));
    expect(life.state).toBe("PAID NONE");
  });
});

describe("nobody looked", () => {
  it("expires nothing until somebody has looked after the deadline: a restart or a dead source loses no payment", () => {
    const life = new Life();
    life.see(view(10, []));
    const blind = life.see(null, 30);
    expect(blind).toMatchObject({
      words: { key: "checking" },
      alerts: [{ kind: "chain_silent" }],
      staffAction: "check_chain",
    });
    expect(life.state).toBe("PENDING NONE");
    life.see(view(31, [transfer("a", D, mined(2, 12))]));
    expect(life.state).toBe("PAID NONE");
  });

  it("gives the watchers their time after a start", () => {
    const { invoice, policy } = new Life();
    const input = { invoice, payments: [], view: view(16, []), now: at(16), currentRate: null, policy };
    expect(evaluateInvoice({ ...input, expireNotBefore: at(17) }).invoice.status).toBe("PENDING");
    expect(evaluateInvoice({ ...input, expireNotBefore: at(16) }).invoice.status).toBe("EXPIRED");
  });
});

describe("never confirmed", () => {
  it("fails at the deadline and asks for a person when it confirms after all", () => {
    const life = new Life();
    life.see(view(5, [transfer("a", D)]));
    life.see(view(15 + DAY - 1, [transfer("a", D)]));
    expect(life.state).toBe("PENDING NONE");
    const end = life.see(view(15 + DAY, [transfer("a", D)]));
    expect(life.state).toBe("EXPIRED UNCONFIRMED");
    expect(life.paymentStates).toEqual(["FAILED unconfirmed"]);
    expect(end).toMatchObject({
      words: { key: "expired_unconfirmed" },
      alerts: [{ kind: "never_confirmed" }],
    });
    const after = life.see(view(16 + DAY, [transfer("a", D, mined(1, 15 + DAY))]));
    expect(after.strays).toMatchObject([{ key: "btc:a:0", kind: "confirmed_after_failure", value: "40000" }]);
    expect(after.staffAction).toBe("place_receipt");
    expect(life.credited).toBe(0n);
  });

  it("is not decided while nobody looks", () => {
    const life = new Life();
    life.see(view(5, [transfer("a", D)]));
    life.see(null, 20 + DAY);
    expect(life.state).toBe("PENDING NONE");
    expect(life.paymentStates).toEqual(["DETECTED"]);
  });
});

describe("replaced", () => {
  const gone = { missing: [{ txid: "a", fate: "replaced" as const, by: "thief" }] };

  it("by a transaction that does not pay us: waiting again", () => {
    const life = new Life();
    life.see(view(2, [transfer("a", D, null, { replaceable: true })]));
    const after = life.see(view(4, [], gone));
    expect(life.state).toBe("PENDING NONE");
    expect(life.paymentStates).toEqual(["FAILED replaced"]);
    expect(after).toMatchObject({ words: { key: "waiting" }, notes: ["replaced"] });
    life.see(view(16, []));
    expect(life.state).toBe("EXPIRED NONE");
  });

  it("after the end: expired, and nothing of it counts", () => {
    const life = new Life();
    life.see(view(14, [transfer("a", D)]));
    life.see(view(40, [], gone));
    expect(life.state).toBe("EXPIRED NONE");
  });

  it("by one with a higher fee that pays us too: it keeps the time of the first", () => {
    const life = new Life();
    life.see(view(14, [transfer("a", D, null, { replaceable: true })]));
    life.see(view(20, [transfer("b", D)], { missing: [{ txid: "a", fate: "replaced", by: "b" }] }));
    expect(life.state).toBe("PENDING NONE");
    life.see(view(40, [transfer("b", D, mined(2, 35))]));
    expect(life.state).toBe("PAID NONE");
    expect(life.credited).toBe(25_000_000n);
    expect(life.paymentStates).toEqual(["FAILED replaced", "SETTLED"]);
  });
});

describe("reorganised", () => {
  it("goes back to detected, then confirms in another block", () => {
    const life = new Life();
    life.see(view(5, [transfer("a", D, mined(1))]));
    const back = life.see(view(6, [transfer("a", D)]));
    expect(back.steps).toEqual([{ txid: "a", index: 0, ordinal: 0, to: "DETECTED" }]);
    expect(life.state).toBe("PENDING NONE");
    life.see(view(9, [transfer("a", D, { height: 101, confirmations: 2, minute: 8 })], { tipHeight: 102 }));
    expect(life.state).toBe("PAID NONE");
  });

  it("out of sight: does not count, fails no sooner than at the deadline, and comes back", () => {
    const life = new Life();
    life.see(view(5, [transfer("a", D, mined(1))]));
    life.see(view(6, [], { missing: [{ txid: "a", fate: "absent", by: null }] }));
    expect(life.paymentStates).toEqual(["DETECTED"]);
    expect(life.last?.words).toEqual({ key: "waiting" });
    life.see(view(7, [transfer("a", D)]));
    expect(life.last?.words).toMatchObject({ key: "confirming" });
  });

  it("and replaced goes through detected", () => {
    const life = new Life();
    life.see(view(5, [transfer("a", D, mined(1))]));
    const end = life.see(view(6, [], { missing: [{ txid: "a", fate: "replaced", by: "x" }] }));
    expect(end.steps.map(({ to }) => to)).toEqual(["DETECTED", "FAILED"]);
  });

  it("is not believed of a source that is behind", () => {
    const life = new Life();
    life.see(view(5, [transfer("a", D, mined(1))]));
    life.see(view(6, [transfer("a", D)], { tipHeight: 99 }));
    expect(life.paymentStates).toEqual(["CONFIRMED"]);
  });

  it("after it was credited: an alert, and a person takes it back", () => {
    const life = new Life();
    life.see(view(5, [transfer("a", D, mined(2))]));
    const undone = life.see(view(30, [transfer("a", D)]));
    expect(undone).toMatchObject({
      alerts: [{ key: "btc:a:0:undone", kind: "settled_payment_reorganised" }],
      staffAction: "reverse_credit",
    });
    expect(life.see(view(31, [], { missing: [{ txid: "a", fate: "replaced", by: "x" }] })).staffAction).toBe(
      "reverse_credit",
    );
    expect(life.paymentStates).toEqual(["SETTLED"]);
    expect(life.state).toBe("PAID NONE");
    expect(life.credited).toBe(25_000_000n);
  });
});

describe("a view that comes late", () => {
  it("takes nothing back that a newer one has shown", () => {
    const life = new Life();
    life.see(view(9, [transfer("a", D, mined(1))]));
    life.see(view(8, [transfer("a", D)]), 10);
    expect(life.paymentStates).toEqual(["CONFIRMED"]);
    life.see(view(7, [], { missing: [{ txid: "a", fate: "replaced", by: "x" }] }), 10);
    expect(life.paymentStates).toEqual(["CONFIRMED"]);
  });

  it("tells that a payment was there in time", () => {
    const life = new Life();
    life.see(view(10, []));
    life.see(view(9, [transfer("a", D)]), 11);
    expect(life.last?.words).toEqual({ key: "waiting" });
    life.see(view(16, [transfer("a", D)]));
    expect(life.state).toBe("PENDING NONE");
    life.see(view(40, [transfer("a", D, mined(2, 30))]));
    expect(life.state).toBe("PAID NONE");
  });
});
