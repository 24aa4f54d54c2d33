import { Client } from "pg";
import type { World } from "../support/world";
import { until } from "./processes";

export interface HeldRow {
  /** Waits until somebody else cannot go on because of it. */
  isWaitedFor(): Promise<void>;
  letGo(): Promise<void>;
}

/** Holds rows under a lock, so that a process comes no further than the statement that needs one of them. */
export async function holdRow({ database, deps }: World, select: string, id: string): Promise<HeldRow> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("BEGIN");
  const { rowCount } = await client.query(`${select} FOR UPDATE`, [id]);
  if (rowCount === 0) throw new Error(`no row to hold: ${select}`);
  const waiting = async () => {
    const rows = await deps.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (rows[0]?.count ?? 0) > 0;
  };
  return {
    isWaitedFor: () => until(waiting, `somebody waits for ${select}`),
    letGo: () => client.end(),
  };
}
