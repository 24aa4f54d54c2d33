import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { ADVISORY_LOCKS } from "./advisory-locks";

/** Migrations are read from the project: every process runs in its folder. */
const MIGRATIONS_FOLDER = "prisma/migrations";

/** Prisma's own table, so that `prisma migrate deploy` and this are interchangeable. */
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** A migration that cannot be applied; the message names it and what the database said. */
export class MigrationError extends Error {
  constructor(name: string, message: string, cause?: unknown) {
    super(`Migration ${name}: ${message}`, { cause });
    this.name = "MigrationError";
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const broken = rows.find((row) => !row.finished);
  if (broken) {
    throw new MigrationError(
      broken.name,
      "was begun by another tool and never finished. Repair the database, then mark it with `prisma migrate resolve`.",
    );
  }
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = "position" in error ? Number(error.position) : Number.NaN;
  const line = position > 0 ? ` (line ${sql.slice(0, position).split("\n").length})` : "";
  const detail = "detail" in error && error.detail ? ` ${String(error.detail)}` : "";
  return `${error.message}${line}.${detail}`;
}

/** Script and record are one transaction: a kill in between leaves nothing half done. */
async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new MigrationError(name, describe(error, sql), error);
  }
}

/**
 * Applies what is missing of prisma/migrations to the database and returns the names of what was applied, oldest first.
 * Processes that start together wait for each other. Throws a MigrationError when one is refused: nothing of it remains.
 */
export async function applyMigrations(databaseUrl: string, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = await readMigrations(resolve(folder));
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCKS.migrate]);
    await client.query("SET client_min_messages = warning");
    await client.query(CREATE_TABLE);
    const applied = await readApplied(client);
    const added: string[] = [];
    for (const migration of migrations) {
      const known = applied.get(migration.name);
      if (known === migration.checksum) continue;
      if (known)
        throw new MigrationError(migration.name, "was changed after it was applied; add a new one instead.");
      await applyOne(client, migration);
      added.push(migration.name);
    }
    return added;
  } finally {
    // Closing the connection gives the lock back.
    await client.end();
  }
}
