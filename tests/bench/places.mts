import { Client } from "pg";
import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { checkLedger } from "@/lib/domain/wallet/queries";
import { destroyPostgres, ensurePostgres } from "@/scripts/postgres/cluster.mjs";
import { productEnvironment } from "../faults/processes";
import { addOwnNumbers, openShop } from "../faults/shop";
import { makeTestFolder } from "../support/test-folders.mjs";
import { openWorld, type World } from "../support/world";
import { fillPast, settleTables } from "./fill.mjs";

/** A shop with a past of so many orders, on a database of its own. */
export interface Place {
  orders: number;
  world: World;
  /** Of a production server on it. */
  env: NodeJS.ProcessEnv;
}

const NUMBERS = 30_000;

/** One durable cluster for the whole bench. */
export async function openCluster() {
  const dataDir = await makeTestFolder("bench");
  const postgres = await ensurePostgres({ dataDir, profile: "durable" });
  const client = new Client({ connectionString: postgres.urlOf("postgres") });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  return {
    version: rows[0]?.server_version.split(" ")[0] ?? "",
    /** An empty shop on a database of its own. */
    async openEmpty(name: string): Promise<Omit<Place, "orders">> {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
      const url = postgres.urlOf(name);
      await applyMigrations(url);
      const db = openDatabase({ url, poolSize: 2 });
      const close = () => db.$disconnect();
      const world = await openWorld({ DATABASE_POOL_SIZE: "16" }, { url, db, close, drop: close });
      return { world, env: serverEnvironment(url) };
    },
    async open(orders: number, options: { isSpread?: boolean } = {}): Promise<Place> {
      const name = `bench_${orders}`;
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
      return openPlace(postgres.urlOf(name), orders, options.isSpread ?? false);
    },
    async close() {
      await client.end();
      await destroyPostgres(dataDir);
    },
  };
}

function serverEnvironment(url: string): NodeJS.ProcessEnv {
  return { ...productEnvironment(url), NODE_ENV: "production", LOG_LEVEL: "info", PASSWORD_COST: "12" };
}

async function openPlace(url: string, orders: number, isSpread: boolean): Promise<Place> {
  await applyMigrations(url);
  const db = openDatabase({ url, poolSize: 2 });
  const close = () => db.$disconnect();
  const world = await openWorld({ DATABASE_POOL_SIZE: "16" }, { url, db, close, drop: close });
  await openShop(world.deps);
  await fillPast(url, orders, isSpread);
  // Rents are sold from a shelf that does not run dry.
  for (let made = 0; made < NUMBERS; made += 5_000)
    await addOwnNumbers(world.deps, { service: "wa", country: "BR", count: 5_000 });
  await settleTables(url);
  const { ok, problems } = await checkLedger(world.deps);
  if (!ok) throw new Error(`the past does not balance: ${JSON.stringify(problems).slice(0, 2_000)}`);
  return { orders, world, env: serverEnvironment(url) };
}
