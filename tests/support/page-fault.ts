import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

/** The account and the database that the embedded server is made with. */
const OWNER = "patchbay";
const DATA = join(import.meta.dirname, "../.output/product-data.txt");

/** A connection of the test's own to the database of the product under test. */
export async function connectToProduct(): Promise<Client> {
  const home = readFileSync(DATA, "utf8");
  const { port, password } = JSON.parse(readFileSync(join(home, "postgres.json"), "utf8"));
  const client = new Client({ host: "127.0.0.1", port, user: OWNER, password, database: OWNER });
  await client.connect();
  return client;
}

/** A table that nobody else can read until it is given back. */
export interface HeldTable {
  /** Breaks the statements that wait for it, as a database that fails would; says how many. */
  fail(): Promise<number>;
  /** Gives it back. A second call does nothing. */
  release(): Promise<void>;
}

export async function holdTable(table: string): Promise<HeldTable> {
  // What is running is seen anew only outside the transaction that holds the lock.
  const [holder, watcher] = await Promise.all([connectToProduct(), connectToProduct()]);
  await holder.query("BEGIN");
  await holder.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  const own = await holder.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  let released: Promise<void> | undefined;
  return {
    async fail() {
      const { rowCount } = await watcher.query(
        `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND $1::int = ANY (pg_blocking_pids(pid))`,
        [own.rows[0]?.pid],
      );
      return rowCount ?? 0;
    },
    release() {
      released ??= Promise.all([holder.end(), watcher.end()]).then(() => undefined);
      return released;
    },
  };
}
