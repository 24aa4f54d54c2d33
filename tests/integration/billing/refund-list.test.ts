import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refundsExport } from "@/lib/api/exports/refunds";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { listRefunds } from "@/lib/domain/billing/queries/refunds";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;
const PAGE = { page: 1, pageSize: 25, direction: "desc" } as const;

beforeAll(async () => {
  world = await openBillingWorld();
  customer = (await world.person()).actor;
  admin = (await world.person({ role: "ADMIN" })).actor;
  const { invoiceId, reference } = await world.topUp(customer, 20);
  await world.control(world.stripe, "pay", { session: reference });
  await world.told();
  const payment = await world.deps.db.payment.findFirstOrThrow({ where: { invoiceId } });
  const key = world.deps.ids.uuid();
  const asked = { paymentId: payment.id, amountMicros: 5_000_000n, reason: "Paid twice", key };
  expect(await refundPayment(world.deps, admin, asked)).toMatchObject({ ok: true });
});
afterAll(() => world.close());

describe("everybody's refunds", () => {
  it("are found by their customer and state, and say who asked", async () => {
    const { rows } = await listRefunds(world.deps, admin, { search: customer.username }, PAGE);
    expect(
      rows.map(({ amount, reason, requestedBy, user }) => [amount, reason, requestedBy, user.id]),
    ).toEqual([["5.00", "Paid twice", admin.username, customer.userId]]);
    expect((await listRefunds(world.deps, admin, { status: "FAILED" }, PAGE)).rows).toEqual([]);
    await expect(listRefunds(world.deps, customer, {}, PAGE)).rejects.toThrow("forbidden");
  });

  it("leave with every field", async () => {
    const rows: unknown[][] = [];
    for await (const row of refundsExport.rows(world.deps, admin, {})) rows.push([...row]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveLength(refundsExport.columns.length);
  });
});
