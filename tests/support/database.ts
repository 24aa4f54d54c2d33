import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { type Db, openDatabase } from "@/lib/db/client";

export interface TestDatabase {
  /** Connection URL, with every migration applied. */
  url: string;
  /** A client with a small pool, opened at its first use. */
  db: Db;
  /** Removes the database, also under open connections of others. */
  drop(): Promise<void>;
  /** Closes the client and removes the database. */
  close(): Promise<void>;
}

/** Two files run at once against a server with 200 connections. */
const DEFAULT_POOL_SIZE = 16;

async function maintain(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh database of this test file alone, copied from the migrated template in a few hundredths of a second. */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const { maintenanceUrl, template } = inject("testCluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await maintain(maintenanceUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const { href } = Object.assign(new URL(maintenanceUrl), { pathname: `/${name}` });
  let opened: Db | undefined;
  const drop = () => maintain(maintenanceUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return {
    url: href,
    // Most worlds have a client of their own.
    get db() {
      opened ??= openDatabase({ url: href, poolSize: options.poolSize ?? DEFAULT_POOL_SIZE });
      return opened;
    },
    drop,
    async close() {
      await opened?.$disconnect();
      await drop();
    },
  };
}
