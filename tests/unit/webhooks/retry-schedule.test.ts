import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS } from "@/lib/domain/webhooks/event-types";
import {
  DISABLE_AFTER,
  secondsUntilNextTry,
  stepOfFailing,
  triesOf,
} from "@/lib/domain/webhooks/retry-schedule";
import type { WebhookFormat } from "@/lib/domain/webhooks/types";

const HOUR = 3_600;

/** All pauses of a schedule that never succeeds, in seconds. */
function pausesOf(format: WebhookFormat, random: number): number[] {
  const pauses: number[] = [];
  for (let made = 1; ; made += 1) {
    const pause = secondsUntilNextTry(format, made, random);
    if (pause === null) return pauses;
    pauses.push(pause);
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

describe("the schedule of tries", () => {
  it("makes ten tries over 75 hours, and a tenth more at the most", () => {
    expect(pausesOf("STANDARD", 0)).toHaveLength(9);
    expect(triesOf("STANDARD")).toBe(10);
    expect(Math.floor(sum(pausesOf("STANDARD", 0)) / HOUR)).toBe(75);
    expect(sum(pausesOf("STANDARD", 1)) / HOUR).toBeLessThan(84);
  });

  it("repeats a push of SMS-Activate's kind eight times within two hours", () => {
    expect(triesOf("SMS_ACTIVATE")).toBe(8);
    expect(sum(pausesOf("SMS_ACTIVATE", 0))).toBeLessThan(2 * HOUR);
  });

  it("grows, never comes early and waits as long as it was asked to, within a day", () => {
    const made = fc.integer({ min: 1, max: 9 });
    const asked = fc.option(fc.integer({ min: -10, max: 1_000_000 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMATS),
        made,
        fc.double({ min: 0, max: 1, noNaN: true }),
        asked,
        (format, tries, random, after) => {
          const plain = secondsUntilNextTry(format, tries, 0);
          const pause = secondsUntilNextTry(format, tries, random, after);
          if (plain === null) return pause === null;
          const least = Math.max(plain, Math.min(after ?? 0, 24 * HOUR));
          return pause !== null && pause >= least && pause <= Math.max(least, plain * 1.1);
        },
      ),
    );
  });
});

describe("an endpoint that fails", () => {
  it("is warned of twice and stopped after three days", () => {
    expect(stepOfFailing(23 * HOUR, 0)).toEqual({ kind: "none" });
    expect(stepOfFailing(24 * HOUR, 0)).toEqual({ kind: "warn", warnings: 1 });
    expect(stepOfFailing(30 * HOUR, 1)).toEqual({ kind: "none" });
    expect(stepOfFailing(50 * HOUR, 1)).toEqual({ kind: "warn", warnings: 2 });
    expect(stepOfFailing(60 * HOUR, 2)).toEqual({ kind: "none" });
    expect(stepOfFailing(DISABLE_AFTER, 2)).toEqual({ kind: "disable" });
  });

  it("is stopped by the last try of a single message, after both warnings", () => {
    const steps: string[] = [];
    let [at, warnings] = [0, 0];
    for (const pause of [0, ...pausesOf("STANDARD", 0)]) {
      at += pause;
      const step = stepOfFailing(at, warnings);
      if (step.kind === "warn") warnings = step.warnings;
      steps.push(step.kind);
    }
    expect(steps.filter((kind) => kind !== "none")).toEqual(["warn", "warn", "disable"]);
    expect(steps.at(-1)).toBe("disable");
  });
});
