import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideStray } from "@/lib/domain/billing/commands/decide-stray";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { compareBooks } from "@/lib/domain/reconciliation/queries/compare-books";
import { openWorld, type World } from "@/tests/support/world";
import { type Booked, type BookedGateway, type ForgedBooks, forgedBooks } from "./forged-books";

let world: World;
let books: ForgedBooks;
let admin: UserActor;
/** What the test before has left on purpose. */
let known = new Set<string>();

beforeAll(async () => {
  world = await openWorld();
  books = forgedBooks(world);
  admin = (await world.person({ role: "ADMIN" })).actor;
});
afterAll(() => world.close());

async function found(): Promise<string[]> {
  await books.toldUntilNow();
  const { findings } = await compareBooks(world.deps, 0);
  const fresh = findings.filter(({ kind, subject }) => !known.has(`${kind} ${subject}`));
  known = new Set(findings.map(({ kind, subject }) => `${kind} ${subject}`));
  return fresh.map(({ kind }) => kind);
}

const MONEY = { STRIPE: ["USD", "10"], MERCADOPAGO: ["BRL", "54"], CRYPTO: ["BTC", "0.001"] } as const;

/** Kept as unmatched. Stripe's list of movements names the charge, the unmatched payment names the session. */
async function stray(gateway: BookedGateway, gatewayPaymentId: string, invoice?: Booked): Promise<string> {
  const id = world.deps.ids.uuid();
  const [asset, amount] = MONEY[gateway];
  const reason = invoice ? "AFTER_MONITORING" : "UNKNOWN_INVOICE";
  const row = {
    id,
    gateway,
    gatewayPaymentId,
    asset,
    amount,
    reason,
    invoiceId: invoice?.invoiceId,
  } as const;
  await world.deps.db.unmatchedPayment.create({ data: row });
  return id;
}

/** An invoice that nobody has paid. */
const unpaid = (gateway: BookedGateway, gatewayReference?: string) =>
  books.invoice(gateway, { status: "EXPIRED", creditedMicros: 0n, gatewayReference });

async function matchTo({ invoiceId }: Booked, strayId: string): Promise<void> {
  const { version } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const asked = { decision: "match", strayId, invoiceId, version, amountMicros: 10_000_000n } as const;
  expect(await decideStray(world.deps, admin, { ...asked, reason: "By the receipt" })).toMatchObject({
    ok: true,
  });
}

async function creditTo({ userId }: Booked, strayId: string): Promise<void> {
  const { username } = await world.deps.db.user.findUniqueOrThrow({ where: { id: userId } });
  const asked = { decision: "credit", strayId, username, amountMicros: 10_000_000n } as const;
  expect(await decideStray(world.deps, admin, { ...asked, reason: "By the receipt" })).toMatchObject({
    ok: true,
  });
}

const receiptOfNobody = (gateway: "STRIPE" | "MERCADOPAGO", objectId: string) => {
  const [currency, amount] = MONEY[gateway];
  return books.movement({ gateway, kind: "RECEIPT", objectId, currency, amount });
};

describe.each(["STRIPE", "MERCADOPAGO"] as const)("money of %s that staff decided about", (gateway) => {
  const ids = (name: string) => ({
    receipt: `${gateway}-${name}`,
    stray: gateway === "STRIPE" ? `cs_${name}` : `${gateway}-${name}`,
  });

  it("is in order when nobody's receipt was matched to an invoice", async () => {
    const { receipt, stray: paymentId } = ids("matched");
    await receiptOfNobody(gateway, receipt);
    await matchTo(await unpaid(gateway), await stray(gateway, paymentId));
    expect(await found()).toEqual([]);
  });

  it("is in order when nobody's receipt was credited to a wallet", async () => {
    const { receipt, stray: paymentId } = ids("credited");
    await receiptOfNobody(gateway, receipt);
    await creditTo(await unpaid(gateway), await stray(gateway, paymentId));
    expect(await found()).toEqual([]);
  });

  it("is in order when one invoice's receipt was matched to another, or to itself, or credited", async () => {
    for (const name of ["other", "itself", "wallet"]) {
      const { receipt, stray: paymentId } = ids(name);
      const paid = await unpaid(gateway, gateway === "STRIPE" ? paymentId : undefined);
      await books.receipt(paid, { objectId: receipt });
      const strayId = await stray(gateway, paymentId, paid);
      if (name === "wallet") await creditTo(paid, strayId);
      else await matchTo(name === "itself" ? paid : await unpaid(gateway), strayId);
    }
    expect(await found()).toEqual([]);
  });

  it("hides nothing else about the invoice it was matched to", async () => {
    const { receipt, stray: paymentId } = ids("hides");
    await receiptOfNobody(gateway, receipt);
    const target = await unpaid(gateway);
    await matchTo(target, await stray(gateway, paymentId));
    await books.receipt(target, { objectId: `${receipt}-second` });
    expect(await found()).toEqual(["PAID_NOT_CREDITED"]);
  });
});

describe("coins that staff decided about", () => {
  it("are in order when they were matched to the invoice of their address", async () => {
    const paid = await unpaid("CRYPTO");
    await books.receipt(paid);
    await matchTo(paid, await stray("CRYPTO", paid.receiptId, paid));
    expect(await found()).toEqual([]);
  });
});
