import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { genericMessage, verifyGenericHook } from "@/lib/integrations/sms/generic-hook/verify-request";

const NOW = 1_795_255_200;
const SECRET = Buffer.from("the first key of the tests").toString("base64");
const NEXT = Buffer.from("the key that comes after it").toString("base64");
const BODY = '{"id":"1","text":"کد ۱۲۳۴"}';

/** As Standard Webhooks 1.0.0 defines it, apart from the product's code. */
function sign(secret: string, id: string, timestamp: number | string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

type Request = Parameters<typeof verifyGenericHook>[0];

const signed = (changes: Partial<Request> = {}): Request => ({
  secrets: [SECRET],
  id: "msg_1",
  timestamp: String(NOW),
  signature: sign(SECRET, "msg_1", NOW, BODY),
  body: BODY,
  nowSeconds: NOW,
  ...changes,
});

const verdict = (changes: Partial<Request> = {}) => verifyGenericHook(signed(changes));

describe("a signed request of the generic hook", () => {
  it("is accepted", () => {
    expect(verdict()).toBe("ok");
  });

  it("agrees with the example of the definition", () => {
    const example = {
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      timestamp: "1614265330",
      signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      body: '{"test": 2432232314}',
      nowSeconds: 1_614_265_330,
    };
    expect(verifyGenericHook(example)).toBe("ok");
    expect(verifyGenericHook({ ...example, body: '{"test": 2432232315}' })).toBe("invalid");
  });

  it("takes keys with and without their prefix", () => {
    expect(verdict({ secrets: [`whsec_${SECRET}`] })).toBe("ok");
  });

  it.each<[string, Partial<Request>]>([
    ["another body", { body: `${BODY} ` }],
    ["another id", { id: "msg_2" }],
    ["another time", { timestamp: String(NOW + 1) }],
    ["another key", { secrets: [NEXT] }],
    ["no key at all", { secrets: [] }],
    ["no id", { id: undefined }],
    ["an empty id", { id: "" }],
    ["no time", { timestamp: undefined }],
    ["no signature", { signature: undefined }],
    ["an empty signature", { signature: "" }],
    ["a signature without its version", { signature: sign(SECRET, "msg_1", NOW, BODY).slice(3) }],
    [
      "a signature of another version",
      { signature: sign(SECRET, "msg_1", NOW, BODY).replace("v1,", "v1a,") },
    ],
    ["half a signature", { signature: sign(SECRET, "msg_1", NOW, BODY).slice(0, 20) }],
    ["a signature that is no base64", { signature: "v1,!!!" }],
    ["nothing after the version", { signature: "v1," }],
  ])("%s is invalid", (_, changes) => {
    expect(verdict(changes)).toBe("invalid");
  });

  it.each(["", "whsec_", "....", "!!", "c2hvcnQ="])(
    "%j is no key: whoever signs with it is refused",
    (secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
      const signature = `v1,${createHmac("sha256", key).update(`msg_1.${NOW}.${BODY}`).digest("base64")}`;
      expect(verdict({ secrets: [secret], signature })).toBe("invalid");
      expect(verdict({ secrets: [secret, SECRET] })).toBe("ok");
    },
  );

  it("any changed character of the body is noticed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.string({ unit: "binary", maxLength: 40 }),
        (one, other) => {
          const signature = sign(SECRET, "msg_1", NOW, one);
          expect(verdict({ body: one, signature })).toBe("ok");
          fc.pre(Buffer.from(one).compare(Buffer.from(other)) !== 0);
          expect(verdict({ body: other, signature })).toBe("invalid");
        },
      ),
    );
  });

  it.each([
    [0, "ok"],
    [300, "ok"],
    [-300, "ok"],
    [301, "stale"],
    [-301, "stale"],
    [86_400, "stale"],
  ])("%i seconds away: %s", (seconds, expected) => {
    const timestamp = NOW + seconds;
    const signature = sign(SECRET, "msg_1", timestamp, BODY);
    expect(verdict({ timestamp: String(timestamp), signature })).toBe(expected);
  });

  it("an old request with a wrong signature is told nothing about its age", () => {
    expect(verdict({ timestamp: String(NOW - 900) })).toBe("invalid");
  });

  it.each(["", "soon", "1e9", "-1", "1795255200.5", " 1795255200", "0x6b", "9".repeat(13), "٣"])(
    "the time %j is invalid even when it was signed",
    (timestamp) => {
      expect(verdict({ timestamp, signature: sign(SECRET, "msg_1", timestamp, BODY) })).toBe("invalid");
    },
  );

  it("both keys are good while they are rotated, and the old one no longer after", () => {
    const [old, next] = [SECRET, NEXT].map((secret) => sign(secret, "msg_1", NOW, BODY));
    expect(verdict({ secrets: [SECRET, NEXT], signature: old })).toBe("ok");
    expect(verdict({ secrets: [SECRET, NEXT], signature: next })).toBe("ok");
    expect(verdict({ secrets: [NEXT], signature: next })).toBe("ok");
    expect(verdict({ secrets: [NEXT], signature: old })).toBe("invalid");
  });

  it("one good signature among several is enough", () => {
    const good = sign(SECRET, "msg_1", NOW, BODY);
    const bad = sign(NEXT, "msg_1", NOW, BODY);
    expect(verdict({ signature: `${bad} v1a,ed25519 ${good}` })).toBe("ok");
    expect(verdict({ signature: `${good} ${bad}` })).toBe("ok");
    expect(verdict({ signature: `${bad} ${bad}` })).toBe("invalid");
  });
});

describe("the message of the generic hook", () => {
  const message = { id: "1", from: "WhatsApp", to: "+5511987654321", text: "code 1" };

  it("may name when it came", () => {
    expect(genericMessage.safeParse(message).success).toBe(true);
    expect(genericMessage.safeParse({ ...message, receivedAt: "2026-11-21T10:00:00Z" }).success).toBe(true);
  });

  it.each([
    [{ to: "5511987654321" }],
    [{ to: "+0511987654321" }],
    [{ from: "" }],
    [{ id: "x".repeat(129) }],
    [{ text: "x".repeat(10_001) }],
    [{ receivedAt: "yesterday" }],
  ])("refuses %o", (changes) => {
    expect(genericMessage.safeParse({ ...message, ...changes }).success).toBe(false);
  });
});
