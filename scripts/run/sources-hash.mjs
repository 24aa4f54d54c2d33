import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../project.mjs";

/** One word for what files and folders of the project hold, and for the Node that works on them; `ignored` paths are left out. */
export function sourcesHash(paths, ignored = new Set()) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  const add = (path) => {
    const full = join(ROOT, path);
    if (ignored.has(path) || !existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
      return;
    }
    hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}
