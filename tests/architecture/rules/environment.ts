import { type Rule, under, violation } from "../scan/rule";
import { child, memberPath, nameOf, walk } from "../scan/walk";

/** Configuration and what runs before the product does may read it (settled decision). */
const CONFIGURATION = /^[^/]+\.(?:ts|mts|mjs)$/;
const GOVERNED = under("app/", "components/", "lib/");

/** Rule 3: only lib/env.ts reads the environment. */
export const environment: Rule = {
  name: "environment",
  check: (files) =>
    files
      .filter((file) => GOVERNED(file) && file.path !== "lib/env.ts" && !CONFIGURATION.test(file.path))
      .flatMap((file) => {
        const found = file.imports
          .filter(({ specifier, names }) => /^(?:node:)?process$/.test(specifier) && names.includes("env"))
          .map(({ line }) => ({ path: file.path, line, message: "imports env: take it from deps.env" }));
        if (file.tree) {
          walk(file.tree, (node) => {
            const path = node.type === "MemberExpression" ? memberPath(node) : null;
            if (path && /^(?:globalThis\.)?process\.env$|^import\.meta\.env$/.test(path)) {
              found.push(
                violation(
                  file,
                  node.start,
                  "process.env: only lib/env.ts reads the environment; take deps.env",
                ),
              );
            }
            if (node.type === "VariableDeclarator" && nameOf(child(node, "init")) === "process") {
              found.push(
                violation(file, node.start, "takes process apart: only lib/env.ts reads the environment"),
              );
            }
          });
        }
        return found;
      }),
  broken: {
    "a read": [["lib/api/a.ts", "export const port = process.env.PORT;"]],
    "a read by another name": [
      ["lib/api/a.ts", 'export const port = process["env"];\nconst { env } = process;'],
    ],
    "an import": [["lib/api/a.ts", 'import { env } from "node:process";']],
  },
  fine: {
    "the one reader": [["lib/env.ts", "export const port = process.env.PORT;"]],
    "configuration at the root": [["next.config.mjs", "export default { dev: process.env.NODE_ENV };"]],
    "other parts of process": [["lib/a.ts", "process.exit(1);"]],
  },
};
