import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { destroyPostgres, ensurePostgres } from "@/scripts/postgres/cluster.mjs";
import { readJson } from "@/scripts/processes.mjs";
import type { TestDatabase } from "../support/database";
import { makeTestFolder } from "../support/test-folders.mjs";

export interface DurableCluster {
  database: TestDatabase;
  /** Ends the server the hard way: SIGKILL as a power cut, SIGQUIT as an immediate shutdown. */
  strike(signal: "SIGKILL" | "SIGQUIT"): void;
  isRunning(): boolean;
  /** Starts it again: same port, same data. */
  revive(): Promise<void>;
}

/** A PostgreSQL of this test alone, which keeps what it has committed, with the product's tables. */
export async function startDurableCluster(): Promise<DurableCluster> {
  const dataDir = await makeTestFolder("durable");
  const postgres = await ensurePostgres({ dataDir, profile: "durable" });
  await applyMigrations(postgres.url);
  const db = openDatabase({ url: postgres.url, poolSize: 4 });
  const folder = readJson<{ folder: string }>(join(dataDir, "postgres.json"))?.folder ?? "";
  const drop = () => destroyPostgres(dataDir);
  return {
    database: {
      url: postgres.url,
      db,
      drop,
      async close() {
        await db.$disconnect();
        await drop();
      },
    },
    strike(signal) {
      const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, signal);
    },
    isRunning: () => postgres.isRunning(),
    revive: async () => void (await postgres.revive()),
  };
}
