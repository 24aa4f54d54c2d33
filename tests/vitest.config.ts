import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./support/long-first";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Far from UTC and not by whole hours: a time that somebody formats or parses carelessly shows. */
process.env.TZ = "Asia/Kathmandu";

const SECOND = 1_000;

interface Project {
  name: string;
  /** Copies of the migrated template database, real PostgreSQL. */
  database?: boolean;
  timeoutSeconds: number;
  /** Each file in a process of its own: they kill servers and measure time. */
  isolate?: boolean;
  /** One file after the other. */
  alone?: boolean;
}

const PROJECTS: Project[] = [
  { name: "unit", timeoutSeconds: 10 },
  { name: "architecture", timeoutSeconds: 60 },
  { name: "integration", database: true, timeoutSeconds: 60 },
  { name: "api", database: true, timeoutSeconds: 60 },
  { name: "faults", database: true, timeoutSeconds: 300, isolate: true },
  { name: "cores", database: true, timeoutSeconds: 60, isolate: true, alone: true },
];

/** Faults take minutes and cores want programs of their own: they run when they are named (`--project faults`). */
const ON_REQUEST = ["faults", "cores"];
const isWanted = (name: string) =>
  !ON_REQUEST.includes(name) || process.argv.some((arg) => arg.includes(name));

export default defineConfig({
  root,
  resolve: { alias: { "@": root, "server-only": join(root, "tests/support/server-only.ts") } },
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Several runs at once would write into one file; the order is known without it.
    cache: false,
    projects: PROJECTS.filter(({ name }) => isWanted(name)).map((project) => ({
      extends: true,
      test: {
        name: project.name,
        include: [`tests/${project.name}/**/*.test.{ts,tsx}`],
        environment: "node",
        // Imports "next/server" without its extension, which only bundlers resolve.
        server: { deps: { inline: ["next-intl"] } },
        pool: "forks",
        fileParallelism: !project.alone,
        // Loading the product anew for each file costs more than its tests: they share what a process of the product shares.
        isolate: Boolean(project.isolate),
        globalSetup: project.database ? [join(root, "tests/support/global-setup.ts")] : [],
        setupFiles: [join(root, "tests/support/console-guard.ts")],
        testTimeout: project.timeoutSeconds * SECOND,
        hookTimeout: 120 * SECOND,
        restoreMocks: true,
        unstubEnvs: true,
      },
    })),
  },
});
