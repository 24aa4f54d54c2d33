import { applyMigrations } from "@/lib/db/migrate";
import { destroyPostgres, ensurePostgres } from "@/scripts/postgres/cluster.mjs";
import { makeMemoryFolder } from "./test-folders.mjs";

export interface TestCluster {
  /** Connection URL of the database "postgres", from where others are made. */
  maintenanceUrl: string;
  /** Database with all migrations and nothing else, to be copied. */
  template: string;
}

/** Starts a throw-away cluster with a migrated template database. Returns it with what ends and removes it. */
export async function startTestCluster(): Promise<{ cluster: TestCluster; stop(): Promise<void> }> {
  const dataDir = await makeMemoryFolder("cluster");
  const template = "template_patchbay";
  const postgres = await ensurePostgres({ dataDir, database: template, profile: "fast" });
  await applyMigrations(postgres.url);
  return {
    cluster: { maintenanceUrl: postgres.urlOf("postgres"), template },
    stop: () => destroyPostgres(dataDir),
  };
}
