import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SCHEMA_FOLDER = "prisma/schema";

export const MIGRATIONS_FOLDER = "prisma/migrations";

/** The schema as it was at the newest migration: what the next one starts from. */
export const SNAPSHOT = join(MIGRATIONS_FOLDER, "schema.snapshot.prisma");

/** All schema files as one text, in an order that does not depend on the machine. */
export function readSchema(root) {
  const folder = join(root, SCHEMA_FOLDER);
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return names
    .sort()
    .map((name) => `// ${name}\n${readFileSync(join(folder, name), "utf8").trim()}\n`)
    .join("\n");
}

/** The schema at the newest migration, or null when there is none. */
export function readSnapshot(root) {
  const path = join(root, SNAPSHOT);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
