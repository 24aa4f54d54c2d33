import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CloseReason,
  canCancel,
  canFinish,
  canReportUsed,
  canRequestAnother,
  closingRefusal,
  isLive,
  type OrderEvent,
  type OrderFacts,
  transition,
} from "@/lib/domain/numbers/order-state";

const REASONS: CloseReason[] = ["USER", "USED", "TIMEOUT", "SUPPLIER", "ADMIN", "FINISHED"];

const fresh: OrderFacts = {
  kind: "ACTIVATION",
  status: "PENDING",
  closeReason: null,
  firstCodeAt: null,
  lastMessageReceivedAt: null,
  resendRequestedAt: null,
  closingAt: null,
  closingReason: null,
  cancelableAt: null,
};
const active: OrderFacts = { ...fresh, status: "ACTIVE" };
const withCode: OrderFacts = { ...active, firstCodeAt: new Date(0) };

const event: fc.Arbitrary<OrderEvent> = fc.oneof(
  fc.constantFrom<OrderEvent>(
    { kind: "activated" },
    { kind: "code_received" },
    { kind: "message_received" },
    { kind: "resend_asked" },
    { kind: "closing_given_up" },
  ),
  fc.record({
    kind: fc.constantFrom("closing_claimed" as const, "closed" as const),
    reason: fc.constantFrom(...REASONS),
  }),
);

/** What the commands write after an accepted event. */
function written(
  order: OrderFacts,
  happened: OrderEvent,
  status: OrderFacts["status"],
  closeReason: CloseReason | null,
): OrderFacts {
  const next = { ...order, status, closeReason: closeReason ?? order.closeReason };
  if (happened.kind === "code_received") next.firstCodeAt ??= new Date(1);
  if (happened.kind === "closing_claimed")
    Object.assign(next, { closingAt: new Date(2), closingReason: happened.reason });
  if (happened.kind === "closing_given_up") Object.assign(next, { closingAt: null, closingReason: null });
  return next;
}

describe("any sequence of events", () => {
  it("resolves the hold at most once, captures exactly with a code, and never leaves an end", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let order = fresh;
        let captured = 0;
        let released = 0;
        for (const happened of events) {
          const step = transition(order, happened);
          if (!step.ok) continue;
          if (!isLive(order)) throw new Error(`${order.status} moved by ${happened.kind}`);
          captured += step.money === "capture" ? 1 : 0;
          released += step.money === "release" ? 1 : 0;
          order = written(order, happened, step.status, step.closeReason);
        }
        expect(captured + released).toBeLessThanOrEqual(1);
        expect(captured === 1).toBe(order.firstCodeAt !== null);
        expect(released === 1).toBe(!isLive(order) && order.firstCodeAt === null);
        expect(isLive(order)).toBe(order.closeReason === null);
        if (order.status === "COMPLETED") expect(captured).toBe(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it("offers only what the machine then accepts", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let order = fresh;
        for (const happened of events) {
          const step = transition(order, happened);
          if (step.ok) order = written(order, happened, step.status, step.closeReason);
          if (canCancel(order)) expect(closingRefusal(order, "USER")).toBeNull();
          if (canReportUsed(order)) expect(closingRefusal(order, "USED")).toBeNull();
          if (canFinish(order)) expect(closingRefusal(order, "FINISHED")).toBeNull();
          if (canRequestAnother(order)) expect(transition(order, { kind: "resend_asked" }).ok).toBe(true);
        }
      }),
    );
  });
});

describe("the end", () => {
  it.each<[OrderFacts, CloseReason, string, string, string]>([
    [fresh, "SUPPLIER", "FAILED", "SUPPLIER", "release"],
    [active, "USER", "CANCELED", "USER", "release"],
    [active, "USED", "CANCELED", "USED", "release"],
    [active, "ADMIN", "CANCELED", "ADMIN", "release"],
    [active, "FINISHED", "CANCELED", "USER", "release"],
    [active, "TIMEOUT", "EXPIRED", "TIMEOUT", "release"],
    [withCode, "TIMEOUT", "COMPLETED", "TIMEOUT", "none"],
    [withCode, "FINISHED", "COMPLETED", "FINISHED", "none"],
    [
      { ...withCode, closingReason: "USER", closingAt: new Date(0) },
      "TIMEOUT",
      "COMPLETED",
      "FINISHED",
      "none",
    ],
  ])("of %j by %s is %s (%s), money: %s", (order, reason, status, closeReason, money) => {
    expect(transition(order, { kind: "closed", reason })).toEqual({ ok: true, status, closeReason, money });
  });

  it("says why it may not come yet", () => {
    expect(closingRefusal(fresh, "USER")).toBe("order_pending");
    expect(closingRefusal(withCode, "USER")).toBe("has_code");
    expect(closingRefusal(withCode, "USED")).toBe("has_code");
    expect(closingRefusal(withCode, "TIMEOUT")).toBeNull();
    expect(closingRefusal({ ...active, closingAt: new Date(0) }, "USER")).toBe("order_closing");
    expect(closingRefusal({ ...active, status: "EXPIRED" }, "USER")).toBe("order_closed");
    expect(transition(active, { kind: "resend_asked" })).toMatchObject({ reason: "no_code" });
  });
});
