import type { Invoice } from "@/lib/db/generated/client";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { chargeMicros, plainDecimal } from "@/lib/domain/kernel/charge";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import { isTopUpMethod } from "../methods";
import type { BillingDeps } from "../ports";
import { isSimulated } from "../queries/sandbox";
import { noteGatewayHealth } from "./note-gateway-health";

export function gatewayOf(deps: BillingDeps, invoice: Pick<Invoice, "gateway">): PaymentGateway | null {
  if (invoice.gateway === "STRIPE") return deps.paymentGateways.byName("stripe");
  if (invoice.gateway === "MERCADOPAGO") return deps.paymentGateways.byName("mercadopago");
  return null;
}

/** The gateway said no, or nothing: the invoice is over before it began, and whoever wants to pay begins another. */
async function giveUp(deps: BillingDeps, invoice: Invoice, failureCode: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    await tx.invoice.updateMany({
      where: { id: invoice.id, status: "CREATED" },
      data: { status: "CANCELED", failureCode, canceledAt: deps.clock.now() },
    });
    await tx.payment.updateMany({
      where: { invoiceId: invoice.id, status: "CREATED" },
      data: { status: "FAILED", failureCode },
    });
    await writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId });
  });
}

/**
 * Asks the gateway for a place to pay this invoice, under a key made from it. Never inside a transaction. When no
 * answer came the gateway may have begun all the same: money that comes later is credited as late.
 */
export async function startAtGateway(
  deps: BillingDeps,
  actor: UserActor,
  invoice: Invoice,
  localePath: string,
): Promise<Result<{ invoice: Invoice }>> {
  const gateway = gatewayOf(deps, invoice);
  if (!gateway) {
    await giveUp(deps, invoice, "method_off");
    return refuse("method_off");
  }
  const user = await deps.db.user.findUnique({ where: { id: actor.userId }, select: { email: true } });
  const timeLeftMs = invoice.expiresAt.getTime() - deps.clock.now().getTime();
  // Gateways live in real time, whatever business time is; simulated ones live in the product's.
  const { paymentMethod } = invoice;
  const isPlayed = isTopUpMethod(paymentMethod) && isSimulated(deps, paymentMethod);
  const theirNow = isPlayed ? deps.clock.now() : deps.clock.securityNow();
  const started = await gateway.startPayment({
    reference: invoice.id,
    amount: { micros: chargeMicros(plainDecimal(invoice.chargeAmount)), currency: invoice.chargeCurrency },
    description: `Invoice ${invoice.number}`,
    returnUrl: `${deps.publicOrigin}${localePath}/wallet/invoices/${invoice.id}`,
    expiresAt: new Date(theirNow.getTime() + timeLeftMs),
    idempotencyKey: `invoice:${invoice.id}`,
    customerEmail: user?.email ?? `${actor.username}@users.invalid`,
    method: invoice.paymentMethod === "PIX" ? "pix" : "hosted",
  });
  await noteGatewayHealth(deps, gateway.name, started.ok ? null : started.reason);
  if (!started.ok) {
    deps.log.warn(
      { invoiceId: invoice.id, gateway: gateway.name, reason: started.reason },
      "a payment could not be started",
    );
    await giveUp(deps, invoice, started.reason);
    return refuse(started.reason);
  }
  return inTransaction<Result<{ invoice: Invoice }>>(deps, async (tx) => {
    await tx.payment.updateMany({
      where: { invoiceId: invoice.id, status: "CREATED" },
      data: { status: "PENDING" },
    });
    const pending = await tx.invoice.update({
      where: { id: invoice.id },
      data: {
        status: invoice.status === "CREATED" ? "PENDING" : invoice.status,
        gatewayReference: started.externalId,
        gatewayUrl: started.redirectUrl ?? started.pix?.pageUrl ?? null,
        pixCode: started.pix?.copyPaste ?? null,
        version: { increment: 1 },
      },
    });
    await writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId });
    return ok({ invoice: pending });
  });
}
