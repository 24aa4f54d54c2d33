import { describe, expect, it } from "vitest";
import { screenState, timelineOf } from "@/lib/domain/numbers/order-screen";
import type { OrderFacts } from "@/lib/domain/numbers/order-state";

const active: OrderFacts = {
  kind: "ACTIVATION",
  status: "ACTIVE",
  closeReason: null,
  firstCodeAt: null,
  lastMessageReceivedAt: null,
  resendRequestedAt: null,
  closingAt: null,
  closingReason: null,
  cancelableAt: null,
};
const at = (second: number) => new Date(second * 1_000);

describe("the word on the screen", () => {
  it.each<[Partial<OrderFacts>, string]>([
    [{ status: "PENDING" }, "connecting"],
    [{}, "waiting"],
    [{ firstCodeAt: at(1), lastMessageReceivedAt: at(1) }, "code_received"],
    [{ firstCodeAt: at(1), lastMessageReceivedAt: at(1), resendRequestedAt: at(2) }, "waiting_another"],
    [{ firstCodeAt: at(1), lastMessageReceivedAt: at(3), resendRequestedAt: at(2) }, "code_received"],
    [{ closingAt: at(1), closingReason: "USER" }, "canceling"],
    [{ status: "COMPLETED", firstCodeAt: at(1), closingAt: at(2), closingReason: "FINISHED" }, "finished"],
    [{ status: "CANCELED", closeReason: "USER" }, "canceled"],
    [{ status: "CANCELED", closeReason: "ADMIN" }, "canceled"],
    [{ status: "CANCELED", closeReason: "USED" }, "used"],
    [{ status: "EXPIRED", closeReason: "TIMEOUT" }, "expired"],
    [{ status: "FAILED", closeReason: "SUPPLIER" }, "failed"],
  ])("of %j is %s", (facts, word) => {
    expect(screenState({ ...active, ...facts })).toBe(word);
  });
});

it("the timeline tells what happened in its order, cause before effect", () => {
  const timeline = timelineOf({
    startAt: at(1),
    activatedAt: at(1),
    firstCodeAt: at(5),
    resendRequestedAt: at(6),
    closingAt: null,
    endAt: at(9),
    refundedAt: at(12),
    lateCodeAt: null,
    messageTimes: [at(3), at(8)],
  });
  expect(timeline.map(({ kind }) => kind)).toEqual([
    "requested",
    "activated",
    "message",
    "code",
    "resend",
    "message",
    "ended",
    "refunded",
  ]);
  expect(timeline[0]?.at).toBe("1970-01-01T00:00:01.000Z");
});
