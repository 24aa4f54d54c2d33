import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { destroyPostgres, ensurePostgres } from "@/scripts/postgres/cluster.mjs";
import { isAlive, noteOf, waitUntil } from "@/scripts/processes.mjs";
import { makeTestFolder } from "@/tests/support/test-folders.mjs";

let dataDir: string;

beforeEach(async () => {
  dataDir = await makeTestFolder("embedded");
});

afterEach(() => destroyPostgres(dataDir));

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("keeps its address, password and data from one start to the next", async () => {
  const first = await ensurePostgres({ dataDir });
  await run(first.url, "CREATE TABLE kept (id int)");
  await first.stop();
  expect(first.isRunning()).toBe(false);
  const second = await ensurePostgres({ dataDir });
  expect(second.url).toBe(first.url);
  expect(await run(second.url, "SELECT * FROM kept")).toEqual([]);
  await second.stop();
});

test("the last of several users ends it", async () => {
  const first = await ensurePostgres({ dataDir });
  const second = await ensurePostgres({ dataDir });
  expect(second.startedByUs).toBe(false);
  await first.stop();
  expect(await run(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await second.stop();
  expect(second.isRunning()).toBe(false);
});

test("a killed server is started again with everything that was committed", async () => {
  const server = await ensurePostgres({ dataDir });
  await run(server.url, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
  const note = noteOf(server.pid);
  process.kill(server.pid, "SIGKILL");
  expect(await waitUntil(() => !isAlive(note), 5_000)).toBe(true);
  expect(server.isRunning()).toBe(false);
  expect(await server.revive()).toBe(true);
  expect(await run(server.url, "SELECT id FROM kept")).toEqual([{ id: 7 }]);
  expect(await server.revive()).toBe(false);
  await server.stop();
});

test("a pid file that names a stranger does not stop the next start", async () => {
  const server = await ensurePostgres({ dataDir });
  await server.stop();
  writeFileSync(join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n/elsewhere\n1\n5432\n`);
  const again = await ensurePostgres({ dataDir });
  expect(again.url).toBe(server.url);
  await again.stop();
});

test("a lost password is replaced, the data stays", async () => {
  const server = await ensurePostgres({ dataDir });
  await run(server.url, "CREATE TABLE kept (id int)");
  await server.stop();
  rmSync(join(dataDir, "postgres.json"));
  const again = await ensurePostgres({ dataDir });
  expect(again.url).not.toBe(server.url);
  expect(await run(again.url, "SELECT * FROM kept")).toEqual([]);
  await again.stop();
});
