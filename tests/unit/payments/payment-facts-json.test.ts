import { describe, expect, it } from "vitest";
import { NO_FACTS, type PaymentFacts } from "@/lib/domain/payments/gateway-payment-state";
import { readFacts, writeFacts } from "@/lib/domain/payments/payment-facts-json";

const facts: PaymentFacts = {
  stage: "DETECTED",
  receipts: { cs_1: { gatewayMicros: 133_330_000n, walletMicros: 25_000_000n } },
  refunds: { re_1: { gatewayMicros: 10_000n, walletMicros: 1_875n, status: "FAILED" } },
  disputes: {
    dp_1: { gatewayMicros: 1n, walletMicros: 0n, status: "LOST", withdrawn: true, reinstated: false },
  },
};

describe("the facts of a payment in a JSON column", () => {
  it("come back as they were", () => {
    const column: unknown = JSON.parse(JSON.stringify(writeFacts(facts)));
    expect(readFacts(column)).toEqual(facts);
    expect(readFacts(writeFacts(NO_FACTS))).toEqual(NO_FACTS);
  });

  it("are none where nothing was heard, and an error where they make no sense", () => {
    expect(readFacts(null)).toEqual(NO_FACTS);
    expect(() => readFacts({})).toThrow();
    expect(() => readFacts({ ...writeFacts(NO_FACTS), receipts: { x: { gatewayMicros: "-1" } } })).toThrow();
  });
});
