import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { withLock } from "../processes.mjs";
import { ROOT } from "../project.mjs";
import { sourcesHash } from "./sources-hash.mjs";

/** What runs beside the pages, by name. */
const PROGRAMS = {
  server: "server.mts",
  simulators: "lib/simulators/main.ts",
  cli: "lib/cli/main.ts",
  migrate: "scripts/migrate.mts",
  environment: "scripts/check-environment.mts",
};
/** What they are made of; their packages stay where they are. */
const SOURCES = [
  "lib",
  "prisma/schema",
  ...Object.values(PROGRAMS).filter((path) => !path.startsWith("lib/")),
  "scripts/run/programs.mjs",
  "package-lock.json",
  "tsconfig.json",
];
/** Follows from the schema. */
const IGNORED = new Set(["lib/db/generated"]);

/** Removed with the pages by whoever removes `.next`, and kept by a new build of them. */
const FOLDER = join(ROOT, ".next", "cache", "programs");
const NOTE = join(FOLDER, "sources.hash");

/** They know their own path, which would be another in a bundle. */
const scriptsStayOutside = {
  name: "scripts stay outside",
  setup(build) {
    build.onResolve({ filter: /^@\/scripts\// }, ({ path }) => ({
      path: relative(FOLDER, join(ROOT, path.slice(2))).replaceAll("\\", "/"),
      external: true,
    }));
  },
};

async function bundle() {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(PROGRAMS).map(([out, path]) => ({ in: path, out })),
    outdir: FOLDER,
    outExtension: { ".js": ".mjs" },
    alias: { "@": ROOT },
    plugins: [scriptsStayOutside],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    // An error names the file and the line that we wrote.
    sourcemap: true,
    sourcesContent: false,
    logLevel: "error",
  });
}

/**
 * The arguments with which Node runs a program. Each is one file, made anew when a source changed: a thousand files that are
 * translated one by one take it three times the processor time until it is ready.
 */
export function programArgs(name) {
  return withLock(join(ROOT, ".data", "programs.lock"), async () => {
    const hash = sourcesHash(SOURCES, IGNORED);
    if (!existsSync(NOTE) || readFileSync(NOTE, "utf8") !== hash) {
      await bundle();
      writeFileSync(NOTE, hash);
    }
    return ["--enable-source-maps", join(FOLDER, `${name}.mjs`)];
  });
}
