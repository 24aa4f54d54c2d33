import { describe, expect, it } from "vitest";
import { EXAMPLE_PUSH, WEBHOOK_EXAMPLES } from "@/lib/domain/webhooks/examples";
import { messageBody } from "@/lib/domain/webhooks/message-body";
import { messageIdOf } from "@/lib/domain/webhooks/message-id";
import { payloadSchemaOf, smsActivatePush } from "@/lib/domain/webhooks/payloads";
import { createEndpointSchema } from "@/lib/domain/webhooks/schema";
import { WEBHOOK_EVENTS } from "@/lib/domain/webhooks/types";

const ID = messageIdOf("01957e3c-8f2a-7c41-9d52-3f6b1e0a7c11");
const at = new Date("2026-03-14T09:26:53.000Z");

describe("the bodies of webhooks", () => {
  it.each(WEBHOOK_EVENTS)("has an example of %s that fits its own schema", (type) => {
    const told = { type, at, isSandbox: false, data: WEBHOOK_EXAMPLES[type] };
    const body = JSON.parse(messageBody("STANDARD", ID, told, true) ?? "");
    expect(payloadSchemaOf(type).strict().safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({ id: ID, type, mode: "live", isTest: true });
  });

  it("pushes as SMS-Activate does, and has no such push for other events", () => {
    const told = {
      type: "sms.received",
      at,
      isSandbox: true,
      data: WEBHOOK_EXAMPLES["sms.received"],
    } as const;
    const body = messageBody("SMS_ACTIVATE", ID, { ...told, push: EXAMPLE_PUSH });
    expect(smsActivatePush.strict().parse(JSON.parse(body ?? ""))).toEqual(EXAMPLE_PUSH);
    expect(messageBody("SMS_ACTIVATE", ID, told)).toBeNull();
  });

  it("asks for known events, and makes the push's choice by itself", () => {
    const url = "https://example.com/hook";
    expect(createEndpointSchema.safeParse({ url, events: ["order.created"] }).success).toBe(false);
    expect(createEndpointSchema.safeParse({ url, events: [] }).success).toBe(false);
    expect(createEndpointSchema.parse({ url, events: [], format: "SMS_ACTIVATE" }).events).toEqual([
      "sms.received",
    ]);
    const twice = createEndpointSchema.parse({
      url,
      events: ["order.expired", "sms.received", "sms.received"],
    });
    expect(twice.events).toEqual(["sms.received", "order.expired"]);
  });
});
