import type { Invoice } from "@/lib/db/generated/client";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { BillingDeps } from "../ports";
import { askGateway } from "./ask-gateway";
import { gatewayOf } from "./start-at-gateway";

/** Asks the gateway how an invoice stands and applies the answer. Refusals: not_found, and the gateway's own. */
export async function refreshInvoice(deps: BillingDeps, invoice: Invoice): Promise<Result> {
  const gateway = gatewayOf(deps, invoice);
  if (!gateway) return refuse("method_off");
  const applied = await askGateway(
    deps,
    gateway,
    invoice.gatewayReference ? { id: invoice.gatewayReference } : { reference: invoice.id },
  );
  return applied.ok ? ok() : applied;
}

const BATCH = 20;

/**
 * Invoices that wait are asked for again and again, in case every notification of them was lost; those also whose
 * beginning was cut off before we heard where they are paid.
 */
export async function refreshWaitingInvoices(deps: BillingDeps): Promise<number> {
  const due = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE invoices SET looked_at = now() WHERE id IN (
      SELECT i.id FROM invoices i
      WHERE i.gateway IN ('STRIPE', 'MERCADOPAGO')
        AND (i.gateway_reference IS NOT NULL
          OR (i.status = 'CREATED' AND i.created_at < app_now() - interval '60 seconds'))
        AND (i.status IN ('CREATED', 'PENDING') OR (i.status IN ('EXPIRED', 'CANCELED') AND i.updated_at > now() - interval '1 day'
          AND i.credited_micros = 0))
        AND (i.looked_at IS NULL OR i.looked_at < now() - interval '60 seconds')
      ORDER BY i.looked_at NULLS FIRST LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  // A gateway that does not answer is left alone until the next time, and holds up nobody else's.
  const silent = new Set<string>();
  for (const { id } of due) {
    const invoice = await deps.db.invoice.findUniqueOrThrow({ where: { id } });
    if (silent.has(invoice.gateway)) continue;
    const refreshed = await refreshInvoice(deps, invoice);
    if (!refreshed.ok && refreshed.reason === "gateway_unavailable") silent.add(invoice.gateway);
  }
  return due.length;
}
