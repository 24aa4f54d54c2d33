import { Client, escapeIdentifier } from "pg";
import { applyMigrations } from "./migrate";

/** Drops the database of the URL with everything in it, also under open connections, and builds it anew. Demo and tests only. */
export async function recreateDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = "/postgres";
  const maintenance = new Client({ connectionString: url.href });
  await maintenance.connect();
  try {
    await maintenance.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    await maintenance.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`);
  } finally {
    await maintenance.end();
  }
  await applyMigrations(databaseUrl);
}
