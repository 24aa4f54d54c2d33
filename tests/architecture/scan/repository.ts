import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSource, type SourceFile } from "./source-file";

/** Made by tools, or not ours: see .gitignore. */
const LEFT_OUT = new Set([
  ".data",
  ".git",
  ".next",
  "node_modules",
  "test-results",
  "lib/client",
  "lib/db/generated",
  "tests/.output",
]);
const GENERATED = /^(?:next-env\.d\.ts|\.env|\.env\.local|\.DS_Store|.*\.tsbuildinfo)$/;
const TEXT =
  /(?:^[^.]+|^\.[a-z]+|\.(?:ts|tsx|mts|mjs|cts|cjs|js|jsx|css|json|md|sql|prisma|ya?ml|sh|html))$/i;

/** Reads the working tree: what is there counts, committed or not. Pictures and fonts come with an empty text. */
export function readRepository(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  function visit(folder: string): void {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (LEFT_OUT.has(path) || LEFT_OUT.has(entry.name) || GENERATED.test(entry.name)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) {
        files.push(parseSource(path, TEXT.test(entry.name) ? readFileSync(join(root, path), "utf8") : ""));
      }
    }
  }
  visit("");
  return files;
}
