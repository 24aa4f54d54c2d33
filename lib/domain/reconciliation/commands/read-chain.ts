import type { BillingDeps } from "@/lib/domain/billing/ports";
import { unitsToDecimal } from "@/lib/domain/crypto-payments/asset-amount";
import { receiptKey } from "@/lib/domain/crypto-payments/payment-identity";
import type { ChainView, CryptoAsset } from "@/lib/domain/crypto-payments/types";
import type { RunSource } from "../types";

/** Addresses of one comparison, those looked at longest ago first: public nodes count calls. */
const MAX_ADDRESSES = 200;
const AT_ONCE = 4;

/** An address is looked at for so long after its invoice was made: people pay late, never months later. */
const DAYS = 30;

interface WatchedAddress {
  id: string;
  asset: CryptoAsset;
  address: string;
  required: number;
  createdAt: Date;
}

/** What is on the chain at one address takes the place of what was there the last time. */
async function keep(
  deps: BillingDeps,
  { id, asset, required }: WatchedAddress,
  view: ChainView,
): Promise<number> {
  const rows = view.transfers
    // An output without its final place, or too young, is for the watcher alone.
    .filter(
      ({ index, confirmations, block, units }) =>
        index !== null && block && units > 0n && confirmations >= required,
    )
    .map(({ txid, index, ordinal, units, block }) => ({
      object_id: receiptKey(asset, txid, index, ordinal),
      amount: unitsToDecimal(asset, units),
      moved_at: block?.time.toISOString(),
    }));
  await deps.db.$executeRaw`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (object_id text, amount numeric, moved_at timestamptz)),
    kept AS (
      INSERT INTO gateway_movements (gateway, kind, object_id, invoice_id, currency, amount, moved_at)
      SELECT 'CRYPTO', 'RECEIPT', object_id, ${id}::uuid, ${asset}, amount, moved_at FROM told
      ON CONFLICT (gateway, kind, object_id) DO UPDATE SET amount = excluded.amount, moved_at = excluded.moved_at, seen_at = now()),
    gone AS (
      DELETE FROM gateway_movements m WHERE m.gateway = 'CRYPTO' AND m.invoice_id = ${id}::uuid
        AND NOT EXISTS (SELECT 1 FROM told t WHERE t.object_id = m.object_id))
    INSERT INTO reconciled_addresses (invoice_id, looked_at) VALUES (${id}::uuid, ${view.asOf})
    ON CONFLICT (invoice_id) DO UPDATE SET looked_at = excluded.looked_at`;
  return rows.length;
}

/** Looks at the addresses of invoices again, whatever the watcher made of them. */
export async function readChain(deps: BillingDeps): Promise<RunSource> {
  const due = await deps.db.$queryRaw<WatchedAddress[]>`
    SELECT i.id, i.asset::text AS asset, i.address, greatest(i.required_confirmations, 1) AS required,
      i.created_at AS "createdAt"
    FROM invoices i LEFT JOIN reconciled_addresses a ON a.invoice_id = i.id
    WHERE i.gateway = 'CRYPTO' AND i.address IS NOT NULL AND i.created_at > app_now() - make_interval(days => ${DAYS}::int)
    ORDER BY a.looked_at NULLS FIRST, i.created_at DESC LIMIT ${MAX_ADDRESSES}`;
  let movements = 0;
  let failed: string | null = null;
  const queue = [...due];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next && failed === null; next = queue.shift()) {
        const { address, asset, createdAt } = next;
        const answer = await deps.crypto.watcher(asset).look({ address, since: createdAt, known: [] });
        if (answer.kind === "ok") movements += await keep(deps, next, answer.view);
        else failed = answer.error;
      }
    }),
  );
  if (failed !== null) deps.log.warn({ error: failed }, "the chain could not be read for the comparison");
  return {
    gateway: "CRYPTO",
    answer: failed === null ? "read" : "unavailable",
    reason: failed === null ? null : "chain_unreachable",
    movements,
    from: due.map(({ createdAt }) => createdAt.toISOString()).sort()[0] ?? null,
    to: deps.clock.now().toISOString(),
  };
}
