// Runs before anything is installed: only what Node itself brings may be imported here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { linkLibraries, nativeFolder } from "./postgres/binaries.mjs";
import { ROOT } from "./project.mjs";
import { stage } from "./run/progress.mjs";
import { readSchema } from "./schema/files.mjs";

const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Patchbay needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages ?? {};
  } catch {
    return null;
  }
}

/** True when node_modules holds what the lockfile names. npm writes its own copy of the lockfile last of all. */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = present[path];
    if (found) return found.version === entry.version;
    return entry.optional === true || entry.devOptional === true;
  });
}

function install() {
  const cli = process.env.npm_execpath ?? "";
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const run = /npm-cli\.c?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], { cwd: ROOT, encoding: "utf8" })
    : spawnSync("npm", args, { cwd: ROOT, encoding: "utf8", shell: process.platform === "win32" });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`npm ci failed:\n${run.stdout}${run.stderr}`);
}

const GENERATED = "lib/db/generated";
const GENERATED_FROM = join(GENERATED, "schema.hash");

/** What the generated client depends on: the schema and the generator. */
function schemaHash() {
  const generator = readFileSync(join(ROOT, "node_modules/prisma/package.json"), "utf8");
  return createHash("sha256").update(readSchema(ROOT)).update(generator).digest("hex");
}

function isGenerated() {
  const note = join(ROOT, GENERATED_FROM);
  if (!existsSync(note) || readFileSync(note, "utf8") !== schemaHash()) return false;
  return readdirSync(join(ROOT, GENERATED)).includes("client.ts");
}

/** The libraries' links may lack on a machine that has no embedded server of its own: DATABASE_URL serves there. */
function linkPostgres() {
  try {
    linkLibraries(nativeFolder());
  } catch (error) {
    if (!/no embedded PostgreSQL/.test(error.message)) throw error;
  }
}

async function main() {
  checkNode();
  if (!isInstalled()) await stage("Installing packages", install);
  linkPostgres();
  if (isGenerated()) return;
  const { generateClient } = await import("./generate.mjs");
  await stage("Generating the database client", () => {
    generateClient();
    writeFileSync(join(ROOT, GENERATED_FROM), schemaHash());
  });
}

try {
  await main();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
