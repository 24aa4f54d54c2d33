import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLock } from "../processes.mjs";
import { ROOT } from "../project.mjs";
import { servedPort } from "./address.mjs";
import { runNode } from "./command.mjs";
import { packStatic } from "./pack-static.mjs";
import { sourcesHash } from "./sources-hash.mjs";

/** What `next build` reads. Generated code follows from the schema. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.mjs",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tailwind.config.ts",
  "tsconfig.json",
];
const IGNORED = new Set(["lib/db/generated", "lib/cli", "lib/simulators"]);
/** Building reads no data and needs no secrets; these only keep a stray .env away. */
export const BUILD_ENVIRONMENT = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  PATCHBAY_MODE: "demo",
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing",
  DATA_DIR: join(tmpdir(), "patchbay-build"),
  AUTH_SECRET: "only-for-the-build-nothing-is-signed",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
};

const BUILD_TIMEOUT_MS = 15 * 60_000;

/** Beside the output it describes: whoever removes the one removes the other. */
const NOTE = join(ROOT, ".next", "patchbay-sources.hash");

function isBuilt(hash) {
  return (
    existsSync(join(ROOT, ".next", "BUILD_ID")) && existsSync(NOTE) && readFileSync(NOTE, "utf8") === hash
  );
}

/** A shop that is open reads its pages' files when they are first asked for: they must not become others under it. */
function requireClosedShop() {
  const port = servedPort(join(ROOT, ".data"));
  if (port === null) return;
  throw new Error(
    `Patchbay serves these pages on port ${port}, and its sources are others by now: stop it (Ctrl-C), then try again.`,
  );
}

/**
 * Builds the pages when a source changed since the last build. Returns "unchanged" when there was nothing to do; throws
 * where a product that runs from this folder would lose its pages.
 */
export function ensureBuilt(env) {
  const lock = join(ROOT, ".data", "build.lock");
  return withLock(
    lock,
    async () => {
      const hash = sourcesHash(SOURCES, IGNORED);
      if (isBuilt(hash)) return "unchanged";
      requireClosedShop();
      rmSync(NOTE, { force: true });
      await runNode([join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
        env: { ...env, NODE_ENV: "production" },
      });
      await packStatic(join(ROOT, ".next", "static"));
      writeFileSync(NOTE, hash);
      return "";
    },
    BUILD_TIMEOUT_MS,
  );
}
