import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./support/long-first.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Far from UTC and not by whole hours: a time that somebody formats or parses carelessly shows. */
process.env.TZ = "Asia/Kathmandu";

const SECOND = 1_000;

const IS_CI = ["1", "true"].includes(process.env.CI ?? "");
/** Who waits for a whole run is not sent away for one moment of a busy machine; `npm test` names what needed it. */
const SECOND_TRIES = IS_CI ? 1 : 0;

interface Project {
  name: string;
  /** Of tests/: the name, unless it is said. */
  folder?: string;
  /** Only these files of the folder. */
  files?: readonly string[];
  /** All but these. */
  without?: readonly string[];
  /** Copies of the migrated template database, real PostgreSQL. */
  database?: boolean;
  timeoutSeconds: number;
  /** Each file in a process of its own: they kill servers and measure time. */
  isolate?: boolean;
  /** One file after the other, when the other projects are through. */
  alone?: boolean;
  /** Files at once, where two would leave the processor waiting for the database. */
  workers?: number;
}

/** Faults that measure a time, or a race that has to be even: nothing may run beside them. */
const TIMED = ["two-processes", "refund-limit", "late-sms-race", "postgres-restart"];

/** What passes is quick. A limit only ends what hangs: a busy machine may take ten times as long. */
const PROJECTS: Project[] = [
  { name: "unit", timeoutSeconds: 30 },
  { name: "architecture", timeoutSeconds: 60 },
  { name: "integration", database: true, timeoutSeconds: 240, workers: 3 },
  { name: "api", database: true, timeoutSeconds: 240 },
  { name: "faults", database: true, timeoutSeconds: 300, without: TIMED },
  {
    name: "faults-timed",
    folder: "faults",
    files: TIMED,
    database: true,
    timeoutSeconds: 300,
    alone: true,
  },
  { name: "cores", database: true, timeoutSeconds: 60, isolate: true, alone: true },
];

/** Faults take minutes and cores want programs of their own: they run when they are named (`--project faults`). */
const ON_REQUEST = ["faults", "cores"];
const isWanted = ({ name, folder = name }: Project) =>
  !ON_REQUEST.includes(folder) || process.argv.some((arg) => arg.includes(folder));

const pathsOf = ({ name, folder = name }: Project, files: readonly string[] = ["**/*"]) =>
  files.map((file) => `tests/${folder}/${file}.test.{ts,tsx}`);

export default defineConfig({
  root,
  resolve: { alias: { "@": root, "server-only": join(root, "tests/support/server-only.ts") } },
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Several runs at once would write into one file; the order is known without it.
    cache: false,
    // The stages of one run read the same product: what the first compiled, the next need not. Elsewhere it would only grow.
    experimental: { fsModuleCache: IS_CI },
    projects: PROJECTS.filter(isWanted).map((project) => ({
      extends: true,
      test: {
        name: project.name,
        include: pathsOf(project, project.files),
        exclude: pathsOf(project, project.without ?? []),
        environment: "node",
        // Imports "next/server" without its extension, which only bundlers resolve.
        server: { deps: { inline: ["next-intl"] } },
        pool: "forks",
        // What a test makes lives for milliseconds: in a young generation of the usual size a tenth of the time goes to collecting it.
        execArgv: ["--max-semi-space-size=64"],
        fileParallelism: !project.alone,
        maxWorkers: project.workers,
        sequence: { groupOrder: project.alone ? 1 : 0 },
        // Loading the product anew for each file costs more than its tests: they share what a process of the product shares.
        isolate: Boolean(project.isolate),
        globalSetup: project.database ? [join(root, "tests/support/global-setup.ts")] : [],
        setupFiles: ["console-guard", "same-examples"].map((name) => join(root, `tests/support/${name}.ts`)),
        testTimeout: project.timeoutSeconds * SECOND,
        hookTimeout: 240 * SECOND,
        // Whoever waits for a condition waits until it holds: how fast the machine is, is nobody's question.
        expect: { poll: { timeout: 20 * SECOND, interval: 20 } },
        retry: project.database ? SECOND_TRIES : 0,
        restoreMocks: true,
        unstubEnvs: true,
      },
    })),
  },
});
