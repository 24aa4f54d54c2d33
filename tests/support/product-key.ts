import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../..");

/** A key of somebody's, made at the command line of the product under test as an operator makes it. */
export async function makeKey(email: string, mode: "live" | "sandbox"): Promise<string> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: readFileSync(join(ROOT, "tests/.output/product-data.txt"), "utf8"),
    PATCHBAY_MODE: "demo",
    NODE_ENV: "production",
  };
  for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL", "PUBLIC_URL", "SIMULATOR_URL"]) env[name] = "";
  const words = ["scripts/patchbay.mjs", "key", "create", "--user", email, "--mode", mode];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, env });
  return stdout.trim().split("\n").at(-1) ?? "";
}
