import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/tests/support/world";
import type { VpnWorld } from "./vpn-world";

/** An invoice for a plan whose money is in the wallet already. */
export async function paidInvoice(
  { deps }: VpnWorld,
  person: Person,
  planId: string,
  over: Partial<Prisma.InvoiceUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await deps.db.invoice.create({
    data: {
      id: randomUUID(),
      userId: person.actor.userId,
      purpose: "PLAN",
      planId,
      gateway: "SANDBOX",
      paymentMethod: "CARD",
      status: "PAID",
      amountMicros: 5_000_000n,
      creditedMicros: 5_000_000n,
      chargeCurrency: "USD",
      chargeAmount: "5",
      seller: {},
      idempotencyKey: randomUUID(),
      expiresAt: new Date(Date.now() + 3_600_000),
      paidAt: new Date(),
      ...over,
    },
  });
  return id;
}
