import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project.mjs";
import { diffSchemas } from "./schema/engine.mjs";
import { MIGRATIONS_FOLDER, readSchema, readSnapshot, SNAPSHOT } from "./schema/files.mjs";

const USAGE = `Usage: npm run migration -- <name>      write the SQL for what changed in prisma/schema
       npm run migration -- <name> --empty   a migration to write by hand
       npm run migration -- --check          fail when prisma/schema has changes without a migration`;

function isEmpty(sql) {
  return sql.replaceAll(/^--.*$/gm, "").trim() === "";
}

function timestamp(date) {
  return date.toISOString().replaceAll(/\D/g, "").slice(0, 14);
}

function write(name, sql) {
  const folder = join(MIGRATIONS_FOLDER, `${timestamp(new Date())}_${name}`);
  mkdirSync(join(ROOT, folder), { recursive: true });
  writeFileSync(join(ROOT, folder, "migration.sql"), sql);
  return join(folder, "migration.sql");
}

async function main(args) {
  const flags = args.filter((arg) => arg.startsWith("--"));
  const [name] = args.filter((arg) => !arg.startsWith("--"));
  const check = flags.includes("--check");
  if (!check && !/^[a-z][a-z0-9_]*$/.test(name ?? "")) {
    throw new Error(`A migration needs a name like add_invoices.\n${USAGE}`);
  }
  const schema = readSchema(ROOT);
  const sql = await diffSchemas(readSnapshot(ROOT), schema);
  if (check) {
    if (isEmpty(sql)) return console.log("The migrations are up to date with the schema.");
    throw new Error(`prisma/schema changed without a migration (npm run migration -- <name>):\n${sql}`);
  }
  if (isEmpty(sql) && !flags.includes("--empty")) {
    throw new Error("The schema did not change since the last migration. Add --empty to write one by hand.");
  }
  const path = write(name, isEmpty(sql) ? "-- Written by hand: say why first.\n" : sql);
  writeFileSync(join(ROOT, SNAPSHOT), schema);
  console.log(`${path}\nRead it, add constraints and triggers by hand, then commit it with ${SNAPSHOT}.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
