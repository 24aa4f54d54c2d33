import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";

const BATCH = 100;
/** A payment made in the last seconds is still on its way here: so much is waited before a bill is over. */
const GRACE_SECONDS = 120;

interface DueRow {
  id: string;
  user_id: string;
}

/** Business time decides. What has been seen already (detected, confirming) is waited for. */
async function expireBatch(tx: Tx): Promise<DueRow[]> {
  const due = await tx.$queryRaw<DueRow[]>`
    UPDATE invoices SET status = 'EXPIRED', version = version + 1, updated_at = now() WHERE id IN (
      SELECT i.id FROM invoices i
      WHERE i.status IN ('CREATED', 'PENDING') AND i.expires_at < app_now() - make_interval(secs => ${GRACE_SECONDS})
        AND i.gateway <> 'CRYPTO'
        AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.invoice_id = i.id AND p.status IN ('DETECTED', 'CONFIRMED'))
      ORDER BY i.expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id, user_id`;
  if (due.length === 0) return due;
  await tx.payment.updateMany({
    where: { invoiceId: { in: due.map(({ id }) => id) }, status: { in: ["CREATED", "PENDING"] } },
    data: { status: "EXPIRED" },
  });
  for (const { id, user_id } of due)
    await writeEvent(tx, "invoice.changed", { invoiceId: id }, { userId: user_id });
  return due;
}

/** Ends what nobody paid in time; the chain's own invoices end with their watcher. Returns how many. */
export async function expireInvoices(deps: KernelDeps): Promise<number> {
  const expired = await inTransaction(deps, expireBatch);
  return Array.isArray(expired) ? expired.length : 0;
}
