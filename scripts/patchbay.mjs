import { spawn } from "node:child_process";
import { composeEnvironment, loadEnvFile } from "./demo-environment.mjs";
import { ROOT } from "./project.mjs";
import { runningPort } from "./run/address.mjs";
import { migrate, openDatabase } from "./run/database.mjs";
import { programArgs } from "./run/programs.mjs";

const HELP = new Set(["--help", "-h", "help", "--version"]);

/** Runs the CLI with everything it needs; stdout is the CLI's alone. */
async function runCli(args, env) {
  const program = await programArgs("cli");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, ...args], {
      cwd: ROOT,
      env,
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  });
}

async function main(args) {
  const helpOnly = args.length === 0 || args.some((arg) => HELP.has(arg));
  if (helpOnly) return runCli(args, process.env);
  loadEnvFile();
  const database = await openDatabase(process.env);
  try {
    const env = await composeEnvironment(process.env, database.url);
    // Links are printed as the product that runs gives them out.
    const port = runningPort(env.DATA_DIR);
    if (port !== null) env.PORT = String(port);
    env.NODE_ENV ??= "production";
    env.LOG_LEVEL ??= "silent";
    // Under a product that runs, the tables are as it knows them.
    if (database.embedded && port === null) await migrate(env);
    return await runCli(args, env);
  } finally {
    await database.stop();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.output || error.message);
  process.exitCode = 1;
}
