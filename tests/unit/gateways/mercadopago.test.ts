import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crc16 } from "@/lib/simulators/mercadopago/br-code";
import { amount, deadUrl, hosted, openMercadoPago, pix } from "./mercadopago-fixture";

let all: Awaited<ReturnType<typeof openMercadoPago>>;
beforeEach(async () => {
  all = await openMercadoPago();
});
afterEach(() => all.close());

const act = (url: string | undefined, form: Record<string, string>) =>
  fetch(url ?? "", { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

describe("MercadoPago's SDK against the simulator: Checkout Pro", () => {
  it("a card is refused, then another one pays", async () => {
    const { externalId, redirectUrl } = await all.started(hosted);
    expect(await all.fetched({ id: externalId })).toMatchObject({ status: "PENDING", amount, receipts: [] });
    expect(await (await fetch(redirectUrl ?? "")).text()).toContain("This is a simulator of MercadoPago");
    expect((await act(redirectUrl, { action: "card", card: "FUND" })).status).toBe(200);
    expect(await all.fetched({ id: externalId })).toMatchObject({
      status: "PENDING",
      failure: "cc_rejected_insufficient_amount",
    });
    const paid = await act(redirectUrl, { action: "card", card: "APRO" });
    expect(paid.headers.get("location")).toMatch(
      /^http:\/\/127\.0\.0\.1:3000\/wallet\/return\?id=1&.*status=approved/,
    );
    const payment = await all.fetched({ id: externalId });
    expect(payment).toMatchObject({
      status: "SETTLED",
      reference: "topup-1",
      receipts: [{ amount }],
      failure: null,
    });
    expect(JSON.stringify(payment.raw)).not.toContain("customer@patchbay.test");
    const [receipt] = payment.receipts;
    for (const lookup of [{ reference: "topup-1" }, { id: receipt?.id ?? "" }])
      expect(await all.fetched(lookup)).toMatchObject({ status: "SETTLED", receipts: [{ id: receipt?.id }] });
  });

  it("a review is detected, then approved or rejected", async () => {
    const good = await all.started(hosted);
    await act(good.redirectUrl, { action: "card", card: "CONT" });
    expect(await all.fetched({ id: good.externalId })).toMatchObject({ status: "DETECTED" });
    const bad = await all.started({ ...hosted, reference: "topup-2", idempotencyKey: "topup:2" });
    await act(bad.redirectUrl, { action: "card", card: "CALL" });
    expect(await all.fetched({ id: bad.externalId })).toMatchObject({ status: "DETECTED", failure: null });
    all.time.movedMs = 9_000;
    expect(await all.fetched({ id: good.externalId })).toMatchObject({ status: "SETTLED" });
    expect(await all.fetched({ id: bad.externalId })).toMatchObject({
      status: "PENDING",
      failure: "cc_rejected_call_for_authorize",
    });
    all.time.movedMs = 3_700_000;
    expect(await all.fetched({ id: bad.externalId })).toMatchObject({ status: "EXPIRED" });
  });

  it("what is paid twice are two receipts", async () => {
    const { externalId } = await all.started(hosted);
    await all.control("pay", { preference: externalId });
    await all.control("pay", { preference: externalId });
    expect((await all.fetched({ reference: "topup-1" })).receipts).toHaveLength(2);
  });
});

describe("MercadoPago's SDK against the simulator: Pix", () => {
  it("a code is shown, paid in the pretended bank, and settles", async () => {
    const { externalId, pix: code } = await all.started(pix);
    if (!code) throw new Error("no Pix code");
    expect(code.copyPaste).toContain("br.gov.bcb.pix");
    expect(code.copyPaste).toContain("5406133.33");
    expect(code.copyPaste.slice(-4)).toBe(crc16(code.copyPaste.slice(0, -4)));
    expect(Buffer.from(code.qrPngBase64, "base64").subarray(1, 4).toString()).toBe("PNG");
    expect(Math.abs(code.expiresAt.getTime() - pix.expiresAt.getTime())).toBeLessThan(1_000);
    expect(await all.fetched({ id: externalId })).toMatchObject({ status: "PENDING", amount });
    const found = await act(`${all.simulator.url}/bank`, { code: code.copyPaste });
    expect(found.headers.get("location")).toBe(`payments/${externalId}/ticket`);
    await act(code.pageUrl ?? "", { action: "pay" });
    expect(await all.fetched({ id: externalId })).toMatchObject({
      status: "SETTLED",
      receipts: [{ id: externalId, amount }],
    });
  });

  it("the checksum is the one of the standard", () => {
    expect(crc16("123456789")).toBe("29B1");
  });

  it("a code that nobody paid expires and cannot be paid any more", async () => {
    const { externalId, pix: code } = await all.started(pix);
    all.time.movedMs = 3_700_000;
    await act(code?.pageUrl ?? "", { action: "pay" });
    expect(await all.fetched({ id: externalId })).toMatchObject({ status: "EXPIRED", receipts: [] });
  });

  it("the same key gives the same payment, also in parallel, and no key sticks to a later call", async () => {
    const same = await Promise.all(Array.from({ length: 10 }, () => all.started(pix)));
    expect(new Set(same.map(({ externalId }) => externalId)).size).toBe(1);
    const other = await all.started({ ...pix, reference: "topup-2", idempotencyKey: "topup:2" });
    expect(other.externalId).not.toBe(same[0]?.externalId);
    expect(
      await all.gateway.startPayment({ ...pix, amount: { ...amount, micros: 10_000_000n } }),
    ).toMatchObject({
      ok: false,
      reason: "gateway_key_reused",
    });
  });

  it("refunds in part and in whole, once per key; a chargeback is a dispute", async () => {
    const { externalId } = await all.started(pix);
    await all.control("pay", { payment: externalId });
    const part = { externalId, amount: { ...amount, micros: 33_330_000n }, idempotencyKey: "refund:1" };
    const first = await all.gateway.refund(part);
    expect(first).toMatchObject({ ok: true, refund: { status: "SUCCEEDED", amount: part.amount } });
    expect(await all.gateway.refund(part)).toEqual(first);
    expect(await all.gateway.refund({ ...part, amount, idempotencyKey: "refund:2" })).toMatchObject({
      ok: false,
      reason: "gateway_rejected",
    });
    const rest = await all.gateway.refund({
      ...part,
      amount: { ...amount, micros: 100_000_000n },
      idempotencyKey: "refund:3",
    });
    if (!rest.ok) throw new Error(rest.detail);
    expect(await all.fetched({ id: externalId })).toMatchObject({ status: "SETTLED", refunds: [{}, {}] });
    await all.control("refund-failed", { payment: externalId, refund: rest.refund.id });
    expect(await all.fetched({ id: externalId })).toMatchObject({
      refunds: [{ status: "SUCCEEDED" }, { status: "FAILED" }],
    });
    await all.control("chargeback", { payment: externalId });
    expect(await all.fetched({ id: externalId })).toMatchObject({
      disputes: [{ status: "OPEN", fundsWithdrawn: true, fundsReinstated: false }],
    });
    await all.control("close-chargeback", { payment: externalId, outcome: "won" });
    const hook = all.receiver.received.findLast(({ rawBody }) => rawBody.includes("chargeback"));
    const verdict = hook && all.gateway.verifyWebhook(hook);
    if (!verdict?.ok) throw new Error("no good notification of the chargeback");
    expect(verdict.event.kind).toBe("dispute");
    expect(await all.fetched({ id: verdict.event.objectId })).toMatchObject({
      reference: "topup-1",
      disputes: [{ status: "WON", fundsReinstated: true }],
    });
  });

  it("a preference is refunded by its own id", async () => {
    const { externalId } = await all.started(hosted);
    expect(await all.gateway.refund({ externalId, amount, idempotencyKey: "refund:0" })).toMatchObject({
      ok: false,
      reason: "gateway_rejected",
    });
    await all.control("pay", { preference: externalId });
    expect(await all.gateway.refund({ externalId, amount, idempotencyKey: "refund:1" })).toMatchObject({
      ok: true,
    });
  });

  it("lists what changed since a cursor", async () => {
    const { externalId } = await all.started(pix);
    const first = await all.gateway.listEventsSince(null);
    if (!first.ok) throw new Error(first.detail);
    expect(first.events).toMatchObject([
      { objectId: externalId, reference: "topup-1", type: "payment.pending" },
    ]);
    all.time.movedMs = 60_000;
    await all.control("pay", { payment: externalId });
    const second = await all.gateway.listEventsSince(first.cursor);
    if (!second.ok) throw new Error(second.detail);
    expect(second.events).toMatchObject([{ objectId: externalId, type: "payment.approved" }]);
    expect(second.events[0]?.eventId).not.toBe(first.events[0]?.eventId);
  });
});

describe("MercadoPago in trouble", () => {
  it.each(["429", "500", "garbage", "refuse"])("%s is a typed refusal", async (fault) => {
    await all.control("fault", { fault });
    const refused = { ok: false, reason: "gateway_unavailable" };
    expect(await all.gateway.startPayment(pix)).toMatchObject(refused);
    expect(await all.gateway.startPayment(hosted)).toMatchObject(refused);
    expect(await all.gateway.fetchPayment({ reference: "topup-1" })).toMatchObject(refused);
    expect(await all.gateway.listEventsSince(null)).toMatchObject(refused);
    await all.control("fault", { fault: "none" });
    await all.started(pix);
    expect(all.simulator.account.payments.size).toBe(1);
  });

  it("an answer that got lost may have happened, and the same key finds it", async () => {
    await all.control("fault", { fault: "lost", count: 1, delayMs: 1_000 });
    expect(await all.open({ timeoutMs: 300 }).startPayment(pix)).toMatchObject({
      ok: false,
      reason: "gateway_unavailable",
      mayHaveHappened: true,
    });
    await all.started(pix);
    expect(all.simulator.account.payments.size).toBe(1);
  });

  it("a dead host, a wrong token, an unknown object, another account and an odd amount are told apart", async () => {
    expect(await all.open({ baseUrl: await deadUrl() }).startPayment(pix)).toMatchObject({
      reason: "gateway_unavailable",
      mayHaveHappened: false,
    });
    expect(await all.open({ accessToken: "TEST-wrong" }).startPayment(pix)).toMatchObject({
      reason: "gateway_misconfigured",
    });
    for (const lookup of [
      { id: "1" },
      { id: "no-such-preference" },
      { id: "chargeback:1" },
      { reference: "none" },
    ])
      expect(await all.gateway.fetchPayment(lookup)).toMatchObject({ reason: "gateway_not_found" });
    const { externalId } = await all.started(pix);
    expect(await all.open({ collectorId: 1 }).fetchPayment({ id: externalId })).toMatchObject({
      reason: "gateway_not_found",
    });
    for (const odd of [
      { ...amount, micros: 1n },
      { ...amount, micros: 0n },
      { ...amount, currency: "USD" },
    ])
      expect(await all.gateway.startPayment({ ...pix, amount: odd })).toMatchObject({
        reason: "gateway_amount_unsupported",
      });
  });

  it("two addresses in one process are not confused", async () => {
    const dead = all.open({ baseUrl: await deadUrl() });
    const [down, up] = await Promise.all([
      dead.fetchPayment({ reference: "x" }),
      all.gateway.startPayment(pix),
    ]);
    expect(down).toMatchObject({ reason: "gateway_unavailable" });
    expect(up).toMatchObject({ ok: true });
  });
});
