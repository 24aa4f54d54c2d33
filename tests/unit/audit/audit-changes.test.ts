import { describe, expect, it } from "vitest";
import { auditFieldKind } from "@/components/audit/audit-field";
import { auditChanges } from "@/lib/domain/audit/changes";

describe("what changed between two records", () => {
  it("is told field by field, those inside others by their path, what stayed the same last", () => {
    expect(
      auditChanges(
        { same: 1, value: { brl: "5", gone: "x" } },
        { same: 1, value: { brl: "6" }, list: ["a"] },
      ),
    ).toEqual([
      { field: "value.brl", before: "5", after: "6" },
      { field: "value.gone", before: "x", after: null },
      { field: "list", before: null, after: ["a"] },
      { field: "same", before: 1, after: 1 },
    ]);
  });

  it("says nothing of what is null on both sides", () => {
    expect(auditChanges({ at: null }, { at: null, list: [] })).toEqual([]);
    expect(auditChanges(null, null)).toEqual([]);
  });
});

describe("a value of the trail", () => {
  it.each([
    ["offer", "currentPriceMicros", "400000", "micros"],
    ["user", "amount", "25.00", "dollars"],
    ["simulator", "amount", "0.001", "plain"],
    ["price_batch", "spec.amount", "10", "plain"],
    ["setting", "value.topUpPerDay", "100", "dollars"],
    ["offer", "bulkDiscounts", "10: 0.30", "discounts"],
    ["job", "runRequestedAt", "2026-11-21T10:00:00.000Z", "time"],
    ["provider", "name", "2026", "plain"],
    ["order", "number", 1204, "code"],
    ["invoice", "invoiceId", "0198", "link"],
  ])("of %s.%s is shown as what it is", (target, field, value, kind) => {
    expect(auditFieldKind(target, field, value)).toMatchObject({ kind });
  });

  it("has its words by the thing and the field", () => {
    expect(auditFieldKind("user", "status", "ACTIVE")).toEqual({ kind: "words", path: "users.status" });
    expect(auditFieldKind("invoice", "status", "PAID")).toEqual({ kind: "words", path: "billing.status" });
  });
});
