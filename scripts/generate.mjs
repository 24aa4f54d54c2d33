import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./project.mjs";

/**
 * Generates the Prisma client. `prisma generate` looks for its schema engine first and would download it, though it never
 * runs it: any program will do where no other was named.
 */
export function generateClient() {
  const env = { ...process.env };
  env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
  env.PRISMA_HIDE_UPDATE_MESSAGE = "1";
  env.CHECKPOINT_DISABLE = "1";
  const run = spawnSync(process.execPath, [join(ROOT, "node_modules/prisma/build/index.js"), "generate"], {
    cwd: ROOT,
    env,
    encoding: "utf8",
  });
  if (run.status !== 0)
    throw new Error(`The database client could not be generated:\n${run.stdout}${run.stderr}`);
}

if (process.argv[1] === import.meta.filename) generateClient();
