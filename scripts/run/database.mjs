import { dataDirOf } from "../demo-environment.mjs";
import { ensurePostgres } from "../postgres/cluster.mjs";
import { runProgram } from "./command.mjs";
import { say } from "./progress.mjs";

/** The database in use: the one of DATABASE_URL, else the embedded one, which is started. */
export async function openDatabase(env) {
  if (env.DATABASE_URL) {
    return {
      url: env.DATABASE_URL,
      embedded: false,
      isRunning: () => true,
      revive: async () => false,
      stop: async () => {},
    };
  }
  const postgres = await ensurePostgres({ dataDir: dataDirOf(env), say: (line) => say(`  ${line}`) });
  return { ...postgres, embedded: true };
}

/** Applies missing migrations. Returns what was done in a few words. */
export function migrate(env) {
  return runProgram("migrate", [], { env });
}
