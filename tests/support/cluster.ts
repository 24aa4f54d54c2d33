import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { applyMigrations } from "@/lib/db/migrate";
import { destroyPostgres, ensurePostgres } from "@/scripts/postgres/cluster.mjs";
import { isAlive, noteOf, readJson } from "@/scripts/processes.mjs";

/** Every run of tests has a cluster of its own in here, named after the process that made it. */
const HOME = join(tmpdir(), `patchbay-tests-${userInfo().username}`);

export interface TestCluster {
  /** Connection URL of the database "postgres", from where others are made. */
  maintenanceUrl: string;
  /** Database with all migrations and nothing else, to be copied. */
  template: string;
}

const OWNER_FILE = "owner.json";

/** What a killed run left behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(HOME)) {
    const folder = join(HOME, name);
    if (!isAlive(readJson(join(folder, OWNER_FILE)))) await destroyPostgres(folder);
  }
}

/** Starts a throw-away cluster with a migrated template database. Returns it with what ends and removes it. */
export async function startTestCluster(): Promise<{ cluster: TestCluster; stop(): Promise<void> }> {
  mkdirSync(HOME, { recursive: true });
  await removeAbandoned();
  const dataDir = join(HOME, `${process.pid}-${Date.now()}`);
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, OWNER_FILE), JSON.stringify(noteOf(process.pid)));
  const template = "template_patchbay";
  const postgres = await ensurePostgres({ dataDir, database: template, profile: "fast" });
  await applyMigrations(postgres.url);
  return {
    cluster: { maintenanceUrl: postgres.urlOf("postgres"), template },
    stop: () => destroyPostgres(dataDir),
  };
}
