import type { Tx } from "@/lib/db/client";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { subscriptionNumberOf } from "../account-name";
import type { VpnDeps } from "../ports";
import type { UsageReport } from "../types";
import { adoptReadings } from "./adopt-readings";
import { closeTraffic } from "./close-traffic";

/** Rows of one statement: arrays keep the number of parameters small. */
const CHUNK = 20_000;

interface CrossedRow {
  id: string;
  user_id: string;
  percent: number;
  told: number;
}

export interface UsageSource {
  panelId: string;
  serverId: string;
  /** The number under which the reading began; an older one than the panel's newest is not booked. */
  claim?: bigint;
}

interface Columns {
  numbers: number[];
  epochs: string[];
  up: bigint[];
  down: bigint[];
}

function columnsOf(report: UsageReport): Columns {
  const columns: Columns = { numbers: [], epochs: [], up: [], down: [] };
  const seen = new Set<number>();
  for (const reading of report.readings) {
    const number = subscriptionNumberOf(reading.username);
    if (number === null || seen.has(number)) continue;
    seen.add(number);
    columns.numbers.push(number);
    columns.epochs.push(reading.epoch ?? report.epoch);
    columns.up.push(reading.uploadBytes);
    columns.down.push(reading.downloadBytes);
  }
  return columns;
}

/** A slow reading from before a restart must not follow the one from after it. */
async function isNewest(tx: Tx, { panelId, claim }: UsageSource): Promise<boolean> {
  if (claim === undefined) return true;
  const panel = await tx.vpnPanel.findUnique({ where: { id: panelId }, select: { usageClaim: true } });
  return panel?.usageClaim === claim;
}

/**
 * The whole booking in one statement: differences to the last readings, ledger, day sums, counters of the subscriptions and
 * the last readings, all or nothing. A counter that went back within its epoch adds nothing. Returns who crossed a step.
 */
async function book(
  tx: Tx,
  { panelId, serverId }: { panelId: string; serverId: string },
  { numbers, epochs, up, down }: Columns,
): Promise<CrossedRow[]> {
  return tx.$queryRaw<CrossedRow[]>`
    WITH instant AS MATERIALIZED (SELECT app_now() AS at), seen AS (
      SELECT s.id, s.user_id, r.epoch, r.up, r.down
      FROM unnest(${numbers}::int[], ${epochs}::text[], ${up}::bigint[], ${down}::bigint[]) AS r(number, epoch, up, down)
      JOIN subscriptions s ON s.number = r.number
    ), compared AS (
      SELECT n.id, n.user_id, n.epoch, n.up, n.down,
        coalesce(l.seq, 0) + 1 AS seq,
        greatest(n.up - CASE WHEN l.epoch = n.epoch THEN l.upload_bytes ELSE 0 END, 0) AS new_up,
        greatest(n.down - CASE WHEN l.epoch = n.epoch THEN l.download_bytes ELSE 0 END, 0) AS new_down
      FROM seen n LEFT JOIN usage_readings l
        ON l.panel_id = ${panelId}::uuid AND l.server_id = ${serverId}::uuid AND l.subscription_id = n.id
    ), fresh AS (
      SELECT c.*, v.multiplier, t.at,
        (c.new_up * v.multiplier) / 100 AS counted_up, (c.new_down * v.multiplier) / 100 AS counted_down
      FROM compared c CROSS JOIN (SELECT multiplier FROM vpn_servers WHERE id = ${serverId}::uuid) v CROSS JOIN instant t
      WHERE c.new_up + c.new_down > 0
    ), entered AS (
      INSERT INTO usage_entries (panel_id, server_id, subscription_id, epoch, seq, upload_bytes, download_bytes, multiplier, read_at)
      SELECT ${panelId}::uuid, ${serverId}::uuid, id, epoch, seq, new_up, new_down, multiplier, at FROM fresh
    ), summed AS (
      INSERT INTO user_usage AS u (user_id, subscription_id, server_id, day, upload_bytes, download_bytes)
      SELECT user_id, id, ${serverId}::uuid, (at AT TIME ZONE 'UTC')::date, new_up, new_down FROM fresh
      ON CONFLICT (subscription_id, server_id, day) DO UPDATE
        SET upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes
    ), remembered AS (
      INSERT INTO usage_readings AS l (panel_id, server_id, subscription_id, epoch, seq, upload_bytes, download_bytes, read_at)
      SELECT ${panelId}::uuid, ${serverId}::uuid, id, epoch, seq, up, down, at FROM fresh
      ON CONFLICT (panel_id, server_id, subscription_id) DO UPDATE
        SET epoch = excluded.epoch, seq = excluded.seq, upload_bytes = excluded.upload_bytes,
            download_bytes = excluded.download_bytes, read_at = excluded.read_at
    ), counted AS (
      UPDATE subscriptions s
      SET used_upload_bytes = s.used_upload_bytes + f.counted_up, used_download_bytes = s.used_download_bytes + f.counted_down,
          last_online_at = f.at
      FROM fresh f WHERE s.id = f.id
      RETURNING s.id, s.user_id, s.noticed_percent AS told, s.traffic_bytes,
        s.used_upload_bytes + s.used_download_bytes AS used
    )
    SELECT id, user_id, told, CASE
        WHEN used >= traffic_bytes THEN 100
        WHEN used * 100 >= traffic_bytes * 95 THEN 95
        WHEN used * 100 >= traffic_bytes * 80 THEN 80
        ELSE 0 END::int AS percent
    FROM counted WHERE traffic_bytes IS NOT NULL
      AND (CASE WHEN used >= traffic_bytes THEN 100 WHEN used * 100 >= traffic_bytes * 95 THEN 95
           WHEN used * 100 >= traffic_bytes * 80 THEN 80 ELSE 0 END) > told`;
}

/**
 * Books one report of cumulative counters. Readers of one panel wait for each other, so that a difference is booked once;
 * a report that is repeated or was interrupted books only what is new. Who crosses a step of the ladder is told in the same
 * transaction, and whose traffic is used up is closed. Returns how many crossed.
 */
export async function bookUsage(deps: VpnDeps, source: UsageSource, report: UsageReport): Promise<number> {
  const all = columnsOf(report);
  let crossed = 0;
  for (let start = 0; start < all.numbers.length; start += CHUNK) {
    const columns = {
      numbers: all.numbers.slice(start, start + CHUNK),
      epochs: all.epochs.slice(start, start + CHUNK),
      up: all.up.slice(start, start + CHUNK),
      down: all.down.slice(start, start + CHUNK),
    };
    const count = await inTransaction(deps, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.usage.${source.panelId}`}))`;
      if (!(await isNewest(tx, source))) return 0;
      await adoptReadings(tx, source);
      const rows = await book(tx, source, columns);
      for (const { id, user_id, percent } of rows) {
        await tx.subscription.update({ where: { id }, data: { noticedPercent: percent } });
        await writeEvent(
          tx,
          "subscription.traffic_noticed",
          { subscriptionId: id, percent },
          { userId: user_id },
        );
        if (percent === 100) await closeTraffic(deps, tx, id);
      }
      return rows.length;
    });
    if (typeof count === "number") crossed += count;
  }
  return crossed;
}
