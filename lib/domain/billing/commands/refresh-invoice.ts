import type { Invoice } from "@/lib/db/generated/client";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { BillingDeps } from "../ports";
import { applyGatewayReport } from "./apply-gateway-report";
import { noteGatewayHealth } from "./note-gateway-health";
import { gatewayOf } from "./start-at-gateway";

/** Asks the gateway how an invoice stands and applies the answer. Refusals: not_found, and the gateway's own. */
export async function refreshInvoice(deps: BillingDeps, invoice: Invoice): Promise<Result> {
  const gateway = gatewayOf(deps, invoice);
  if (!gateway) return refuse("method_off");
  const answer = await gateway.fetchPayment(
    invoice.gatewayReference ? { id: invoice.gatewayReference } : { reference: invoice.id },
  );
  if (!answer.ok) {
    if (answer.reason === "gateway_unavailable") await noteGatewayHealth(deps, gateway.name, answer.reason);
    return refuse(answer.reason);
  }
  const applied = await applyGatewayReport(deps, answer.payment);
  return applied.ok ? ok() : applied;
}

const BATCH = 20;

/** Invoices that wait are asked for again and again, in case every notification of them was lost. */
export async function refreshWaitingInvoices(deps: BillingDeps): Promise<number> {
  const due = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE invoices SET looked_at = now() WHERE id IN (
      SELECT i.id FROM invoices i
      WHERE i.gateway IN ('STRIPE', 'MERCADOPAGO') AND i.gateway_reference IS NOT NULL
        AND (i.status = 'PENDING' OR (i.status IN ('EXPIRED', 'CANCELED') AND i.updated_at > now() - interval '1 day'
          AND i.credited_micros = 0))
        AND (i.looked_at IS NULL OR i.looked_at < now() - interval '60 seconds')
      ORDER BY i.looked_at NULLS FIRST LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  for (const { id } of due) {
    const invoice = await deps.db.invoice.findUniqueOrThrow({ where: { id } });
    await refreshInvoice(deps, invoice);
  }
  return due.length;
}
