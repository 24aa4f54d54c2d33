import type { Tx } from "@/lib/db/client";

interface ReadUnder {
  panelId: string;
  serverId: string;
}

/**
 * A panel's counters are of its accounts, whatever server they are booked under. When another server of it comes first, the
 * last readings follow, or everything ever counted would be booked once more. Of two readings the newer one stays, under a
 * number that the ledger has not seen on any server of the panel.
 */
export async function adoptReadings(tx: Tx, { panelId, serverId }: ReadUnder): Promise<void> {
  const strays = await tx.$queryRaw<object[]>`
    (SELECT 1 FROM usage_readings WHERE panel_id = ${panelId}::uuid AND server_id < ${serverId}::uuid LIMIT 1)
    UNION ALL
    (SELECT 1 FROM usage_readings WHERE panel_id = ${panelId}::uuid AND server_id > ${serverId}::uuid LIMIT 1)`;
  if (strays.length === 0) return;
  await tx.$executeRaw`
    UPDATE usage_readings r SET seq = newest.seq
    FROM (SELECT subscription_id, max(seq) AS seq FROM usage_readings WHERE panel_id = ${panelId}::uuid
          GROUP BY subscription_id) newest
    WHERE r.panel_id = ${panelId}::uuid AND r.subscription_id = newest.subscription_id AND r.seq < newest.seq`;
  await tx.$executeRaw`
    DELETE FROM usage_readings r USING usage_readings newer
    WHERE r.panel_id = ${panelId}::uuid AND newer.panel_id = r.panel_id AND newer.subscription_id = r.subscription_id
      AND (newer.read_at, newer.server_id) > (r.read_at, r.server_id)`;
  await tx.$executeRaw`
    UPDATE usage_readings SET server_id = ${serverId}::uuid
    WHERE panel_id = ${panelId}::uuid AND server_id <> ${serverId}::uuid`;
}
