import { createHmac, randomUUID } from "node:crypto";
import twilio from "twilio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { revokeSession } from "@/lib/domain/identity/commands/revoke-session";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { checkLedger } from "@/lib/domain/wallet/queries";
import { openShop } from "../integration/numbers/numbers-fixture";
import { openWorld, type Person, TEST_SECRETS, type World } from "../support/world";

let world: World;
let person: Person;
let phone = "";
let orderId = "";

beforeAll(async () => {
  world = await openWorld();
  await openShop(world.deps.db, { ownNumbers: 40 });
});

afterAll(async () => {
  expect(await checkLedger(world.deps)).toEqual({ ok: true, problems: [] });
  await world.close();
});

/** Each test has a customer who waits for a WhatsApp code on a number of our own. */
beforeEach(async () => {
  person = await world.person({ usd: 5 });
  const rented = await rentNumber(world.deps, person.actor, {
    service: "whatsapp",
    country: "BR",
    idempotencyKey: randomUUID(),
    idempotencyScope: "test",
  });
  if (!rented.ok) throw new Error(rented.reason);
  orderId = rented.order.id;
  phone = rented.order.phoneE164 ?? "";
});

interface Signing {
  secret?: string;
  timestamp?: number;
  id?: string;
}

function sendGeneric(message: Record<string, unknown> | string, signing: Signing = {}, tampered?: string) {
  const body = typeof message === "string" ? message : JSON.stringify(message);
  const {
    secret = TEST_SECRETS.HOOK_SECRETS,
    timestamp = Math.floor(Date.now() / 1000),
    id = randomUUID(),
  } = signing;
  const signature = createHmac("sha256", Buffer.from(secret, "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64");
  return world.app.request("/api/hooks/sms/generic", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": `v1,${signature}`,
    },
    body: tampered ?? body,
  });
}

const TWILIO_PATH = "/api/hooks/sms/twilio";

function sendTwilio(params: Record<string, string>, sent: Record<string, string> = params) {
  const url = `${world.deps.env.publicUrl.origin}${TWILIO_PATH}`;
  return world.app.request(TWILIO_PATH, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": twilio.getExpectedTwilioSignature(TEST_SECRETS.TWILIO_AUTH_TOKEN, url, params),
    },
    body: new URLSearchParams(sent).toString(),
  });
}

async function order() {
  const answer = await world.app.request(`/api/portal/activations/${orderId}`, {
    headers: { cookie: person.cookie },
  });
  return (await answer.json()).order;
}

const sms = (overrides: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  from: "WhatsApp",
  to: phone,
  text: "Your WhatsApp code: 482-913",
  ...overrides,
});

const twilioSms = () => ({
  MessageSid: `SM${randomUUID().replaceAll("-", "")}`,
  From: "WhatsApp",
  To: phone,
  Body: "WhatsApp code 731-204",
  NumSegments: "1",
});

describe("the generic inbound hook", () => {
  it("delivers a signed message to whoever holds the number", async () => {
    expect((await sendGeneric(sms())).status).toBe(202);
    expect(await order()).toMatchObject({ code: "482913", screen: "code_received" });
  });

  it("changes nothing when the same message comes again", async () => {
    const message = sms();
    await sendGeneric(message);
    const again = await sendGeneric(message);
    expect(again.status).toBe(202);
    expect(await again.json()).toMatchObject({ duplicate: true });
    expect((await order()).messages).toHaveLength(1);
  });

  it("refuses what was changed, signed by a stranger, or is old or ahead", async () => {
    const message = sms();
    const now = Math.floor(Date.now() / 1000);
    const answers = [
      await sendGeneric(message, {}, JSON.stringify({ ...message, text: "code 000000" })),
      await sendGeneric(message, { secret: Buffer.alloc(32, 1).toString("base64") }),
      await sendGeneric(message, { timestamp: now - 302 }),
      await sendGeneric(message, { timestamp: now + 302 }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
    expect(await order()).toMatchObject({ code: null, messages: [] });
  });

  it("names what is wrong with a signed body", async () => {
    expect((await sendGeneric("{not json")).status).toBe(400);
    const answer = await sendGeneric(sms({ to: "12" }));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "invalid_input", field: "to" });
  });

  it("keeps a message for a number that nobody holds, with no owner", async () => {
    const message = sms({ to: "+5511900000000" });
    expect((await sendGeneric(message)).status).toBe(202);
    const kept = await world.deps.db.smsMessage.findFirst({ where: { providerMessageId: message.id } });
    expect(kept).toMatchObject({ userId: null, orderId: null });
    expect(Buffer.from(kept?.body ?? []).toString("utf8")).not.toContain("482");
  });

  it("keeps what comes after the end sealed and takes no money", async () => {
    await world.deps.db
      .$executeRaw`UPDATE orders SET expires_at = app_now() - interval '1 second' WHERE id = ${orderId}::uuid`;
    await expireOrders(world.deps);
    expect((await sendGeneric(sms())).status).toBe(202);
    expect(await order()).toMatchObject({ status: "EXPIRED", code: null, lateCode: true });
    const answer = await world.app.request("/api/portal/activations", { headers: { cookie: person.cookie } });
    expect(await answer.json()).toMatchObject({ balance: { available: "5.00", held: "0.00" } });
  });
});

describe("Twilio's hook", () => {
  it("accepts what the twilio package signed, once", async () => {
    const params = twilioSms();
    const first = await sendTwilio(params);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toContain("text/xml");
    expect((await sendTwilio(params)).status).toBe(200);
    expect(await order()).toMatchObject({ code: "731204", messages: [{ text: "WhatsApp code 731-204" }] });
  });

  it("refuses a changed field and a missing signature", async () => {
    const params = twilioSms();
    expect((await sendTwilio(params, { ...params, Body: "WhatsApp code 000-000" })).status).toBe(401);
    const bare = await world.app.request(TWILIO_PATH, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(params).toString(),
    });
    expect(bare.status).toBe(401);
    expect(await order()).toMatchObject({ code: null });
  });
});

describe("the stream of the waiting customer", () => {
  it("tells the code by itself, to its owner only, and ends with the session", async () => {
    const other = await world.person();
    const [mine, theirs] = await Promise.all(
      [person, other].map(async ({ cookie }) => {
        const answer = await world.app.request("/api/stream", { headers: { cookie } });
        expect(answer.headers.get("content-type")).toContain("text/event-stream");
        return readEvents(answer);
      }),
    );
    if (!mine || !theirs) throw new Error("two streams were opened");
    await sendGeneric(sms());
    const event = await mine.until((message) => message.type === "order.code_received");
    expect(event).toMatchObject({ order: { id: orderId, code: "482913" }, balance: { held: "0.00" } });
    expect(theirs.seen.some((message) => String(message.type).startsWith("order."))).toBe(false);

    await revokeSession(world.deps, person.actor, { sessionId: person.actor.sessionId ?? "" });
    expect(await mine.until((message) => message.type === "signed-out")).toEqual({ type: "signed-out" });
    await theirs.cancel();
  });
});

type Message = Record<string, unknown> & { type: string };

/** Reads server-sent events until the wanted one comes. */
async function readEvents(answer: Response) {
  const reader = answer.body?.getReader();
  if (!reader) throw new Error("the stream has no body");
  const seen: Message[] = [];
  let text = "";
  async function next(): Promise<Message> {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (!block.startsWith("data: ")) continue;
        const message = JSON.parse(block.slice(6)) as Message;
        seen.push(message);
        return message;
      }
      const part = await reader?.read();
      if (!part || part.done) throw new Error("the stream ended");
      text += new TextDecoder().decode(part.value);
    }
  }
  const hello = await next();
  expect(hello.type).toBe("hello");
  return {
    seen,
    cancel: () => reader.cancel(),
    async until(wanted: (message: Message) => boolean): Promise<Message> {
      for (;;) {
        const message = await next();
        if (wanted(message)) return message;
      }
    },
  };
}
