import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations } from "@/lib/db/migrate";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "patchbay-migrations-"));
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("applies what is missing, in order, once", async () => {
  write("2_second", "ALTER TABLE shelf ADD COLUMN height int");
  write("1_first", "CREATE TABLE shelf (id int)");
  expect(await applyMigrations(database.url, folder)).toEqual(["1_first", "2_second"]);
  expect(await applyMigrations(database.url, folder)).toEqual([]);
  write("3_third", "DROP TABLE shelf");
  expect(await applyMigrations(database.url, folder)).toEqual(["3_third"]);
});

test("processes that start together apply each migration once", async () => {
  write("1_first", "CREATE TABLE shelf (id int); SELECT pg_sleep(0.05)");
  const all = await Promise.all(Array.from({ length: 5 }, () => applyMigrations(database.url, folder)));
  expect(all.flat()).toEqual(["1_first"]);
});

test("of a refused migration nothing remains, and the error names it and the line", async () => {
  write(
    "1_first",
    "CREATE TABLE shelf (id int);\nINSERT INTO shelf VALUES (1);\nSELECT nothing_like_it FROM shelf;",
  );
  await expect(applyMigrations(database.url, folder)).rejects.toThrow(
    /Migration 1_first: column "nothing_like_it" does not exist \(line 3\)/,
  );
  expect(await query("SELECT to_regclass('shelf') AS shelf")).toEqual([{ shelf: null }]);
  write("1_first", "CREATE TABLE shelf (id int)");
  expect(await applyMigrations(database.url, folder)).toEqual(["1_first"]);
});

test("a migration that was changed after it was applied is refused", async () => {
  write("1_first", "CREATE TABLE shelf (id int)");
  await applyMigrations(database.url, folder);
  write("1_first", "CREATE TABLE shelf (id bigint)");
  await expect(applyMigrations(database.url, folder)).rejects.toThrow(
    /1_first: was changed after it was applied/,
  );
});

test("a migration that another tool left half done is refused", async () => {
  await query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '0_broken')");
  await expect(applyMigrations(database.url, folder)).rejects.toThrow(/0_broken: was begun by another tool/);
});

test("functions with semicolons in their bodies arrive whole", async () => {
  write(
    "1_first",
    "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;",
  );
  await applyMigrations(database.url, folder);
  expect(await query("SELECT two()")).toEqual([{ two: 2 }]);
});
