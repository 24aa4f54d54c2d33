import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
/** Well formed, and nobody's. */
export const NOBODYS_ID = "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

export interface BuiltAction {
  id: string;
  name: string;
  /** A page that can call it. */
  path: string;
}

/** Every action as the production build knows it. */
export function builtActions(): BuiltAction[] {
  const manifest: {
    node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
  } = JSON.parse(readFileSync(join(ROOT, ".next/server/server-reference-manifest.json"), "utf8"));
  return Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
    const page = Object.keys(workers)[0] ?? "";
    const parts = page.split("/").filter((part) => !/^(?:app|page|\[locale\]|\(.*\))$/.test(part));
    return { id, name: exportedName, path: `/${parts.join("/").replaceAll(/\[\w+\]/g, NOBODYS_ID)}` };
  });
}

/** The id by which the build knows an action. */
export function actionId(name: string): string {
  const found = builtActions().find((action) => action.name === name);
  if (!found) throw new Error(`the build has no ${name}`);
  return found.id;
}
