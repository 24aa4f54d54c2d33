import { type Rule, violation } from "../scan/rule";

const FOLDERS = new Set([
  ".ci",
  ".github",
  ".husky",
  "app",
  "components",
  "docs",
  "lib",
  "prisma",
  "public",
  "scripts",
  "tests",
]);
const FILES = new Set([
  ".editorconfig",
  ".env.example",
  ".gitattributes",
  ".gitignore",
  ".npmrc",
  ".nvmrc",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "SECURITY.md",
  "biome.json",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "prisma.config.ts",
  "proxy.ts",
  "server.mts",
  "tailwind.config.ts",
  "tsconfig.json",
]);
const PARTS_OF_LIB =
  /^lib\/(?:actions|api|auth|cli|client|db|domain|emails|format|http|i18n|integrations|jobs|loaders|observability|rate-limit|simulators|stream|table)\//;
const FILES_OF_LIB = new Set([
  "lib/deps.ts",
  "lib/env.ts",
  "lib/lifecycle.ts",
  "lib/routes.ts",
  "lib/stop-with-parent.ts",
]);

/** What lies at the root and directly in lib is a closed list: the tree is the first page of the documentation. */
export const rootEntries: Rule = {
  name: "root-entries",
  check: (files) =>
    files.flatMap((file) => {
      const [first = "", second] = file.path.split("/");
      const known = second === undefined ? FILES.has(first) : FOLDERS.has(first);
      if (!known) return [violation(file, null, `${first} does not belong at the root`)];
      if (first === "lib" && !PARTS_OF_LIB.test(file.path) && !FILES_OF_LIB.has(file.path)) {
        return [violation(file, null, "is no known part of lib")];
      }
      return [];
    }),
  broken: {
    "a file at the root": [["notes.md", ""]],
    "test configuration at the root": [["vitest.config.ts", ""]],
    "a folder at the root": [["src/a.ts", ""]],
    "a folder in lib": [["lib/services/a.ts", ""]],
  },
  fine: {
    "known ones": [
      ["server.mts", ""],
      ["docs/deploy/a.md", ""],
      ["lib/domain/wallet/types.ts", ""],
    ],
  },
};
