import twilio from "twilio";
import { describe, expect, it } from "vitest";
import { twilioMessage, verifyTwilioRequest } from "@/lib/integrations/sms/twilio/verify-request";

const authToken = "12345678901234567890123456789012";
const url = "https://patchbay.example/api/hooks/sms/twilio?from=trunk%201";
const params = {
  MessageSid: "SM0123456789abcdef0123456789abcdef",
  From: "+14155550100",
  To: "+14155550199",
  Body: "Your code: 123-456\nکد شما ۱۲۳",
  NumSegments: "2",
};
const signature = twilio.getExpectedTwilioSignature(authToken, url, params);

type Request = Parameters<typeof verifyTwilioRequest>[0];

const accepts = (changes: Partial<Request> = {}) =>
  verifyTwilioRequest({ authToken, url, params, signature, ...changes });

describe("a request that Twilio signed", () => {
  it("is accepted, in whatever order its fields come", () => {
    expect(accepts()).toBe(true);
    expect(accepts({ params: Object.fromEntries(Object.entries(params).reverse()) })).toBe(true);
  });

  it.each<[string, Partial<Request>]>([
    ["another text", { params: { ...params, Body: "Your code: 654-321" } }],
    ["another receiver", { params: { ...params, To: "+14155550198" } }],
    ["a field more", { params: { ...params, MediaUrl0: "https://evil.example" } }],
    ["another host", { url: url.replace("patchbay", "patchboy") }],
    ["another path", { url: url.replace("/sms/", "/mms/") }],
    ["another query", { url: url.replace("1", "2") }],
    ["no query", { url: url.split("?")[0] }],
    ["another token", { authToken: authToken.replace("1", "2") }],
    ["no signature", { signature: undefined }],
    ["an empty signature", { signature: "" }],
    ["a signature cut short", { signature: signature.slice(0, -2) }],
    ["a signature of another request", { signature: twilio.getExpectedTwilioSignature(authToken, url, {}) }],
  ])("%s is refused", (_, changes) => {
    expect(accepts(changes)).toBe(false);
  });

  it("a field that was left out is refused", () => {
    const { NumSegments: _, ...fewer } = params;
    expect(accepts({ params: fewer })).toBe(false);
  });
});

describe("an inbound message of Twilio", () => {
  it("counts its segments, one when it does not say", () => {
    expect(twilioMessage.parse(params).NumSegments).toBe(2);
    expect(twilioMessage.parse({ ...params, NumSegments: undefined }).NumSegments).toBe(1);
  });

  it.each([{ To: "WhatsApp" }, { MessageSid: "" }, { NumSegments: "many" }, { Body: undefined }])(
    "refuses %o",
    (changes) => {
      expect(twilioMessage.safeParse({ ...params, ...changes }).success).toBe(false);
    },
  );
});
