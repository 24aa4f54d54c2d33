import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDecimal } from "@/lib/domain/kernel/money";
import { postingWord } from "@/lib/domain/wallet/postings";
import { grantSchema, MAX_MOVE_MICROS, walletLinesSchema } from "@/lib/domain/wallet/schema";

const key = "a-key-of-the-form";
const userId = "0190f6c0-0000-7000-8000-000000000001";

const grantOf = (amount: unknown) => grantSchema.safeParse({ userId, amount, reason: "A gesture", key });
const problemOf = (amount: unknown) => grantOf(amount).error?.issues[0]?.message;

describe("grantSchema", () => {
  it("reads whole cents as micro-units", () => {
    const most = MAX_MOVE_MICROS / 10_000n;
    fc.assert(
      fc.property(fc.bigInt({ min: -most, max: most }), (cents) => {
        if (cents === 0n) return;
        const micros = cents * 10_000n;
        expect(grantOf(toDecimal(micros)).data?.amountMicros).toBe(micros);
      }),
    );
  });

  it.each(["", "0.001", "1,50", "+5", "1e3", "0x10", ".5", "5.", "NaN", "٢٥", "0", "0.00"])(
    "refuses %j",
    (amount) => {
      expect(problemOf(amount)).toBe("amount_invalid");
    },
  );

  it("takes the limit and nothing above it", () => {
    expect(problemOf("10000.00")).toBeUndefined();
    expect(problemOf("10000.01")).toBe("amount_too_large");
  });

  it("takes both signs within the limit, with a reason", () => {
    const grant = (amount: string, reason = "goodwill") =>
      grantSchema.safeParse({ userId, amount, reason, key }).data?.amountMicros;
    expect(grant("-3.50")).toBe(-3_500_000n);
    expect(grant("25")).toBe(25_000_000n);
    expect(grant("-10000.01")).toBeUndefined();
    expect(grant("25", "  ")).toBeUndefined();
  });
});

describe("walletLinesSchema", () => {
  it("starts at the first page and refuses what is no page", () => {
    expect(walletLinesSchema.parse({})).toEqual({ page: 1, pageSize: 25 });
    expect(walletLinesSchema.parse({ page: "3", type: "REFUND" })).toMatchObject({ page: 3, type: "REFUND" });
    expect(walletLinesSchema.safeParse({ page: "0" }).success).toBe(false);
    expect(walletLinesSchema.safeParse({ pageSize: "1000" }).success).toBe(false);
  });
});

describe("postingWord", () => {
  it("has a word for every kind, also for one that it does not know", () => {
    expect(postingWord("hold.voided")).toBe("released");
    expect(postingWord("toString")).toBe("moved");
  });
});
