import { ASSET_OF, isCrypto, isTopUpMethod } from "../methods";
import type { BillingDeps } from "../ports";
import { applyChainView } from "./apply-chain-view";
import { noteChainHealth } from "./note-gateway-health";

const BATCH = 20;

/**
 * Waiting invoices are looked at every few seconds; those that are over now and then, while money may still come; and
 * rarely for two weeks more, as long as nodes may remember a payment that no block has taken.
 */
async function takeDue(deps: BillingDeps): Promise<string[]> {
  const rows = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE invoices SET looked_at = now() WHERE id IN (
      SELECT i.id FROM invoices i WHERE i.gateway = 'CRYPTO' AND (
        (i.status = 'PENDING' AND (i.looked_at IS NULL OR i.looked_at < now() - interval '4 seconds'))
        OR (i.looked_at < now() - interval '60 seconds' AND (i.monitor_until > app_now()
          OR EXISTS (SELECT 1 FROM payments p WHERE p.invoice_id = i.id AND p.status IN ('DETECTED', 'CONFIRMED'))))
        OR (i.looked_at < now() - interval '6 hours' AND i.monitor_until > app_now() - interval '14 days'))
      ORDER BY i.looked_at NULLS FIRST LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return rows.map(({ id }) => id);
}

async function look(deps: BillingDeps, id: string): Promise<void> {
  const invoice = await deps.db.invoice.findUniqueOrThrow({ where: { id }, include: { payments: true } });
  const { paymentMethod, address } = invoice;
  if (!isTopUpMethod(paymentMethod) || !isCrypto(paymentMethod) || address === null) return;
  const watcher = deps.crypto.watcher(ASSET_OF[paymentMethod]);
  const known = invoice.payments
    .filter(({ status }) => status !== "FAILED")
    .map(({ txid, inputs }) => ({ txid: txid ?? "", spends: inputs }));
  const answer = await watcher.look({ address, since: invoice.createdAt, known });
  if (answer.kind === "unavailable") {
    deps.log.warn({ invoiceId: id, error: answer.error }, "the chain could not be asked");
  }
  await noteChainHealth(deps, paymentMethod, answer.kind === "unavailable" ? answer.error : null);
  await applyChainView(deps, id, answer.kind === "ok" ? answer.view : null);
}

/** Looks at the addresses that wait for money. The row says when it was looked at last. Returns how many. */
export async function watchChain(deps: BillingDeps): Promise<number> {
  const due = await takeDue(deps);
  await Promise.all(due.map((id) => look(deps, id)));
  return due.length;
}
