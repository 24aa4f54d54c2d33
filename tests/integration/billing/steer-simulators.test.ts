import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { steerSimulator } from "@/lib/domain/operations/commands/steer-simulator";
import { steerSchema } from "@/lib/domain/operations/schema";
import { createPaymentSimulators } from "@/lib/integrations/simulator-control/payment-simulators";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  admin = (await world.person({ role: "ADMIN" })).actor;
  customer = (await world.person()).actor;
});
afterAll(() => world.close());

const press = (input: object, actor = admin) => steerSimulator(world.deps, actor, steerSchema.parse(input));

describe("the simulators' page", () => {
  it("spoils and repeats a gateway's events, and shows how the shop answered", async () => {
    const { reference } = await world.topUp(customer, 10);
    expect(
      await press({ simulator: "stripe", verb: "delivery", delivery: "wrong_signature", count: 10 }),
    ).toEqual({
      ok: true,
    });
    await world.control(world.stripe, "pay", { session: reference });
    await world.told();
    const spoilt = await world.deps.paymentSimulators.readGateway("stripe");
    expect(spoilt).toMatchObject({ delivery: "wrong_signature", fault: "none" });
    expect(spoilt?.deliveries.length).toBeGreaterThan(0);
    expect(spoilt?.deliveries.every(({ status }) => status >= 400)).toBe(true);
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    await press({ simulator: "stripe", verb: "delivery", delivery: "normal" });
    for (const { eventId } of spoilt?.deliveries ?? []) {
      await press({ simulator: "stripe", verb: "resend", eventId, times: 10, delivery: "normal" });
    }
    await world.told();
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
    const paid = (await world.deps.paymentSimulators.readGateway("stripe"))?.payments ?? [];
    expect(paid).toMatchObject([{ status: "paid", dispute: null }]);
    await press({ simulator: "stripe", verb: "dispute", object: paid[0]?.id });
    await world.told();
    const [disputed] = (await world.deps.paymentSimulators.readGateway("stripe"))?.payments ?? [];
    expect(disputed?.dispute).toMatch(/^d[pu]_/);
    await press({ simulator: "stripe", verb: "close-dispute", object: disputed?.dispute, outcome: "won" });
    await world.told();
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
  });

  it("pays, mines, takes back and misprices on the chains", async () => {
    await refreshRates(world.deps);
    const { invoiceId } = await world.topUp(customer, 10, "CRYPTO_USDT");
    const invoice = await world.invoice(invoiceId);
    const pay = { simulator: "chain", address: invoice?.address, amount: invoice?.amountAsset };
    expect(await press({ ...pay, verb: "fakeToken" })).toEqual({ ok: true });
    expect(await press({ ...pay, verb: "pay", asset: "USDT", inTwo: "on" })).toEqual({ ok: true });
    expect(await press({ simulator: "chain", verb: "mine", n: 2, chain: "tron" })).toEqual({ ok: true });
    expect(await press({ simulator: "chain", verb: "reorg", depth: 1, chain: "tron" })).toEqual({ ok: true });
    await press({ simulator: "chain", verb: "faults", kind: "429", scope: "tron", calls: 5 });
    await press({
      simulator: "chain",
      verb: "price",
      asset: "BTC",
      source: "kraken",
      usd: "90000",
      stale: "on",
    });
    const state = await world.deps.paymentSimulators.readChain();
    expect(state?.payments.map(({ what }) => what).sort()).toEqual(["Payment", "Payment", "Wrong token"]);
    expect(state?.faults).toEqual([{ kind: "429", scope: "tron", calls: 5 }]);
    expect(state?.prices).toContainEqual({
      source: "kraken",
      asset: "BTC",
      usd: "90000",
      isStale: true,
      isGarbage: false,
    });
    expect(
      await press({ simulator: "chain", verb: "replace", txid: "0".repeat(64), mode: "higher-fee" }),
    ).toEqual({ ok: false, reason: "invalid_input", details: { why: "not in the mempool" } });
  });

  it("is an administrator's, leaves a row in the audit log, and steers nothing that has real keys", async () => {
    const mine = { simulator: "chain", verb: "mine", n: 1, chain: "both" };
    const support = (await world.person({ role: "SUPPORT" })).actor;
    const rows = () => world.deps.db.auditEvent.count({ where: { action: "simulator.steered" } });
    const before = await rows();
    expect(await press(mine, support)).toMatchObject({ reason: "forbidden" });
    expect(await press(mine, customer)).toMatchObject({ reason: "forbidden" });
    expect(await rows()).toBe(before);
    expect(await press(mine)).toEqual({ ok: true });
    const last = await world.deps.db.auditEvent.findFirst({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({ targetId: "chain", actorId: admin.userId, after: { verb: "mine", n: 1 } });
    const real = {
      ...world.deps.env,
      stripe: { secretKey: "sk_live_x", webhookSecrets: ["w"], baseUrl: null },
    };
    const paymentSimulators = createPaymentSimulators(real);
    expect(paymentSimulators.played).toEqual(["mercadopago", "chain"]);
    const input = steerSchema.parse({ simulator: "stripe", verb: "fault", fault: "500" });
    expect(await steerSimulator({ ...world.deps, paymentSimulators }, admin, input)).toMatchObject({
      reason: "demo_only",
    });
    expect(await steerSimulator({ ...world.deps, mode: "production" }, admin, input)).toMatchObject({
      reason: "demo_only",
    });
    expect(createPaymentSimulators({ ...world.deps.env, simulatorSecret: null }).played).toEqual([]);
  });
});
