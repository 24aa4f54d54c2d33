import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signNotification } from "@/lib/simulators/mercadopago/signature";
import { openMercadoPago, pix, WEBHOOK_SECRET } from "./mercadopago-fixture";

let all: Awaited<ReturnType<typeof openMercadoPago>>;
beforeEach(async () => {
  all = await openMercadoPago();
});
afterEach(() => all.close());

describe("MercadoPago's notifications", () => {
  async function notified(signature: object = {}, delivery = "normal") {
    await all.control("signature", signature);
    await all.control("delivery", { delivery });
    const idempotencyKey = `topup:${all.simulator.account.payments.size}`;
    const { externalId } = await all.started({ ...pix, idempotencyKey });
    await all.control("pay", { payment: externalId });
    const hook = all.receiver.received.findLast(({ rawBody }) => rawBody.includes("payment.updated"));
    if (!hook) throw new Error("no notification came");
    return { externalId, hook };
  }

  it.each(["s", "ms"])("are taken with a time in %s", async (unit) => {
    const { externalId, hook } = await notified({ unit });
    expect(hook.query).toMatchObject({ "data.id": externalId, type: "payment", source_news: "webhooks" });
    expect(all.gateway.verifyWebhook(hook)).toMatchObject({
      ok: true,
      event: { kind: "payment", type: "payment.updated", objectId: externalId, isUnsigned: false },
    });
    const ts = Number(/ts=(\d+)/.exec(hook.headers["x-signature"] ?? "")?.[1]);
    const signedAt = unit === "ms" ? ts : ts * 1_000;
    const at = (seconds: number) =>
      all.gateway.verifyWebhook({ ...hook, now: new Date(signedAt + seconds * 1_000) });
    expect(at(300)).toMatchObject({ ok: true });
    expect(at(301)).toMatchObject({ ok: false, reason: "stale" });
    expect(at(-300)).toMatchObject({ ok: true });
    expect(at(-301)).toMatchObject({ ok: false, reason: "from_future" });
  });

  it.each([
    ["wrong_signature", "signature_wrong"],
    ["stale", "stale"],
    ["future", "from_future"],
  ])("%s is refused", async (delivery, reason) => {
    const { hook } = await notified({}, delivery);
    expect(all.gateway.verifyWebhook(hook)).toMatchObject({ ok: false, reason });
  });

  it("of another payment, another request, without a signature or without a meaning are refused", async () => {
    const { hook } = await notified();
    const { headers, query } = hook;
    for (const tampered of [
      { ...hook, query: { ...query, "data.id": "1" } },
      { ...hook, query: {} },
      { ...hook, headers: { ...headers, "x-request-id": "another" } },
      { ...hook, headers: { ...headers, "x-signature": "ts=1,v1=é" } },
      { ...hook, headers: { ...headers, "x-signature": "nonsense" } },
    ])
      expect(all.gateway.verifyWebhook(tampered)).toMatchObject({ ok: false, reason: "signature_wrong" });
    expect(all.gateway.verifyWebhook({ ...hook, headers: {} })).toMatchObject({
      reason: "signature_missing",
    });
    for (const rawBody of ["", "{", "[]", '{"id":1}'])
      expect(all.gateway.verifyWebhook({ ...hook, rawBody })).toMatchObject({ reason: "body_unreadable" });
    const unkeyed = all.open({ webhookSecrets: [""] });
    expect(unkeyed.verifyWebhook(hook)).toMatchObject({ ok: false, reason: "signature_wrong" });
  });

  it("an id with letters is taken as it is and lower-cased", async () => {
    for (const lowerCase of [true, false]) {
      const { url, headers } = signNotification({
        url: "http://merchant/hook",
        secret: WEBHOOK_SECRET,
        dataId: "ORD01JQ4S4KY8HWQ6NA5PXB65B3D3",
        type: "order",
        nowMs: Date.now(),
        style: { unit: "ms", lowerCase, isMissing: false },
        spoilt: { wrongSecret: false, skewSeconds: 0 },
      });
      const verdict = all.gateway.verifyWebhook({
        rawBody: JSON.stringify({ id: 1, type: "order", data: { id: "ORD01JQ4S4KY8HWQ6NA5PXB65B3D3" } }),
        headers,
        query: Object.fromEntries(new URL(url).searchParams),
        now: new Date(),
      });
      expect(verdict).toMatchObject({ ok: true, event: { kind: "other" } });
    }
  });

  it("are let through unsigned only where the configuration observes", async () => {
    const { hook } = await notified({ isMissing: true });
    expect(all.gateway.verifyWebhook(hook)).toMatchObject({ reason: "signature_missing" });
    expect(all.open({ signature: "observe" }).verifyWebhook(hook)).toMatchObject({
      ok: true,
      event: { isUnsigned: true },
    });
    const old = await notified({ isMissing: false }, "stale");
    expect(all.open({ signature: "observe" }).verifyWebhook(old.hook)).toMatchObject({ reason: "stale" });
  });
});
