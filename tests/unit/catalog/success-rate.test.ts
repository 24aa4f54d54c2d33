import { expect, it } from "vitest";
import { describeSample } from "@/lib/domain/catalog/success-rate";

it("says nothing under five orders, and no wait without a code", () => {
  expect(describeSample({ sampleSize: 4, withCode: 4, medianWaitSeconds: 9 })).toEqual({
    successRate: null,
    medianWaitSeconds: null,
  });
  expect(describeSample({ sampleSize: 5, withCode: 4, medianWaitSeconds: 9 })).toEqual({
    successRate: 0.8,
    medianWaitSeconds: 9,
  });
  expect(describeSample({ sampleSize: 5, withCode: 0, medianWaitSeconds: null })).toEqual({
    successRate: 0,
    medianWaitSeconds: null,
  });
});
