import { applyMigrations } from "@/lib/db/migrate";

const url = process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL;
try {
  if (!url) throw new Error("DATABASE_URL is not set.");
  const applied = await applyMigrations(url);
  console.log(applied.length === 0 ? "up to date" : `applied ${applied.join(", ")}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
