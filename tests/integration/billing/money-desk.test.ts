import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeMethod } from "@/lib/domain/billing/commands/change-method";
import { decideStray } from "@/lib/domain/billing/commands/decide-stray";
import { liftFreeze } from "@/lib/domain/billing/commands/freeze-wallet";
import { raiseAlert } from "@/lib/domain/billing/commands/raise-alert";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { resolveAlert } from "@/lib/domain/billing/commands/resolve-alert";
import { readMoneyDesk } from "@/lib/domain/billing/queries/money-desk";
import { listPayments } from "@/lib/domain/billing/queries/payments";
import { methodSettingsSchema } from "@/lib/domain/billing/schema";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;
let support: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  admin = (await world.person({ role: "ADMIN" })).actor;
  support = (await world.person({ role: "SUPPORT" })).actor;
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
});

async function stray(asset = "USD", gateway: "STRIPE" | "CRYPTO" = "STRIPE"): Promise<string> {
  const id = world.deps.ids.uuid();
  await world.deps.db.unmatchedPayment.create({
    data: { id, gateway, gatewayPaymentId: `pi_${id}`, reason: "UNKNOWN_INVOICE", asset, amount: "25" },
  });
  return id;
}

const credit = (strayId: string, amountMicros = 25_000_000n) =>
  ({
    decision: "credit",
    strayId,
    username: customer.username,
    amountMicros,
    reason: "Found by the receipt",
  }) as const;

async function alert(): Promise<string> {
  const key = `test:${world.deps.ids.uuid()}`;
  await raiseAlert(world.deps, {
    key,
    kind: "gateway_down",
    level: "CRITICAL",
    details: { gateway: "stripe" },
  });
  return (await world.deps.db.moneyAlert.findUniqueOrThrow({ where: { key } })).id;
}

describe("money that no invoice asked for", () => {
  it("is credited once, however many decide at once", async () => {
    const id = await stray();
    const answers = await Promise.all([1, 2, 3].map(() => decideStray(world.deps, admin, credit(id))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await decideStray(world.deps, admin, credit(id))).toMatchObject({ reason: "conflict" });
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
    expect(await world.deps.db.unmatchedPayment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "CREDITED",
      userId: customer.userId,
      decidedById: admin.userId,
    });
    expect(await world.deps.db.auditEvent.count({ where: { targetId: id } })).toBe(1);
    expect(await world.brokenRules()).toEqual([]);
  });

  it("is nobody's where it is a token that nobody knows: it can only be set aside", async () => {
    const id = await stray("?", "CRYPTO");
    expect(await decideStray(world.deps, admin, credit(id, 1n))).toMatchObject({
      reason: "amount_too_large",
    });
    expect(await readMoneyDesk(world.deps, admin)).toMatchObject({
      strays: expect.arrayContaining([expect.objectContaining({ id, isUnknownToken: true })]),
    });
    const aside = { decision: "dismiss", strayId: id, reason: "A false token" } as const;
    expect(await decideStray(world.deps, admin, aside)).toMatchObject({ ok: true });
  });

  it("comes from the account where it lies", async () => {
    for (const [asset, account] of [
      ["BTC", "ext:btc"],
      ["USDT", "ext:usdt"],
    ] as const) {
      const id = await stray(asset, "CRYPTO");
      expect(await decideStray(world.deps, admin, credit(id, 1_000_000n))).toMatchObject({ ok: true });
      const [row] = await world.deps.db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
        JOIN ledger_transactions t ON t.id = e.transaction_id
        WHERE a.code = ${account} AND t.idempotency_key = ${`stray:${id}`}`;
      expect(row?.n).toBe(1);
    }
  });

  it("is not more dollars than came, and nobody's without a name", async () => {
    const id = await stray();
    expect(await decideStray(world.deps, admin, credit(id, 25_010_000n))).toMatchObject({
      reason: "amount_too_large",
    });
    expect(await decideStray(world.deps, admin, { ...credit(id), username: "nobody-at-all" })).toMatchObject({
      reason: "not_found",
    });
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
  });

  it("set aside, it cannot be credited any more", async () => {
    const id = await stray();
    const aside = { decision: "dismiss", strayId: id, reason: "A test of ours" } as const;
    expect(await decideStray(world.deps, admin, aside)).toMatchObject({ ok: true });
    expect(await decideStray(world.deps, admin, credit(id))).toMatchObject({ reason: "conflict" });
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
  });
});

describe("an alert", () => {
  it("is ended by a person and opens when it is seen again", async () => {
    const id = await alert();
    expect(await resolveAlert(world.deps, admin, { alertId: id, reason: "It is back" })).toMatchObject({
      ok: true,
    });
    expect(await resolveAlert(world.deps, admin, { alertId: id, reason: "It is back" })).toMatchObject({
      reason: "not_found",
    });
    const { key } = await world.deps.db.moneyAlert.findUniqueOrThrow({ where: { id } });
    await raiseAlert(world.deps, { key, kind: "gateway_down", level: "CRITICAL" });
    const { alerts } = await readMoneyDesk(world.deps, support);
    expect(alerts.map((open) => open.id)).toContain(id);
  });
});

describe("the terms of a way of paying", () => {
  const terms = {
    method: "PIX",
    isOn: false,
    minimumMicros: 3_000_000n,
    maximumMicros: 9_000_000n,
    feeBps: 250,
  } as const;

  it("are saved for the version that was seen, and a later one is told what stands", async () => {
    const seen =
      (await readMoneyDesk(world.deps, admin)).methods.find(({ method }) => method === "PIX")?.version ?? 0;
    const first = await changeMethod(world.deps, admin, { ...terms, version: seen });
    expect(first).toMatchObject({ ok: true, version: seen + 1 });
    expect(await changeMethod(world.deps, admin, { ...terms, isOn: true, version: seen })).toMatchObject({
      reason: "changed_meanwhile",
      details: { version: seen + 1, "now:isOn": false, "now:feePercent": "2.5" },
    });
    expect(await changeMethod(world.deps, admin, { ...terms, isOn: true, version: seen + 1 })).toMatchObject({
      ok: true,
    });
  });

  it("take whatever the form takes, up to its ends, and no higher fee", async () => {
    const typed = (feePercent: string) =>
      methodSettingsSchema.safeParse({
        method: "CHECKOUT_PRO",
        version: "0",
        isOn: "on",
        minimum: "0.01",
        maximum: "999999999",
        feePercent,
      });
    const { methods } = await readMoneyDesk(world.deps, admin);
    let version = methods.find(({ method }) => method === "CHECKOUT_PRO")?.version ?? 0;
    for (const fee of ["0", "۲۰", "19.99"]) {
      const { data } = typed(fee);
      if (!data) throw new Error(fee);
      expect(await changeMethod(world.deps, admin, { ...data, version }), fee).toMatchObject({ ok: true });
      version += 1;
    }
    for (const fee of ["20.01", "99.99", "-1", ""])
      expect(
        typed(fee).error?.issues.map(({ path }) => path),
        fee,
      ).toEqual([["feePercent"]]);
  });

  it("do not have a most below the least", async () => {
    expect(await changeMethod(world.deps, admin, { ...terms, maximumMicros: 1n, version: 1 })).toMatchObject({
      reason: "invalid_input",
      details: { field: "maximum" },
    });
  });
});

describe("support", () => {
  it("sees all of it and changes nothing", async () => {
    const strayId = await stray();
    const alertId = await alert();
    const { deps } = world;
    const asked = { page: 1, pageSize: 25, direction: "desc" } as const;
    expect((await readMoneyDesk(deps, support)).strays.map(({ id }) => id)).toContain(strayId);
    expect((await listPayments(deps, support, {}, asked)).page).toBe(1);
    const key = deps.ids.uuid();
    const answers = [
      await decideStray(deps, support, credit(strayId)),
      await decideStray(deps, support, { decision: "dismiss", strayId, reason: "Not mine" }),
      await resolveAlert(deps, support, { alertId, reason: "Not mine" }),
      await liftFreeze(deps, support, { userId: customer.userId, reason: "Not mine" }),
      await refundPayment(deps, support, { paymentId: key, amountMicros: 1n, reason: "Not mine", key }),
      await changeMethod(deps, support, {
        method: "CARD",
        version: 1,
        isOn: false,
        minimumMicros: 1n,
        maximumMicros: 2n,
        feeBps: 0,
      }),
    ];
    expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual(answers.map(() => "forbidden"));
    await expect(readMoneyDesk(deps, customer)).rejects.toThrow("forbidden");
  });
});
