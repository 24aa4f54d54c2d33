import { type Rule, under, violation } from "../scan/rule";
import type { SourceFile } from "../scan/source-file";
import { children } from "../scan/walk";

const PEOPLES_DOORS = under("lib/loaders/", "lib/actions/");
/** What Node runs without Next: there, server-only throws and next/headers does not exist. */
const ENTRANCES =
  /^(?:server\.mts|lib\/(?:api|jobs|cli|simulators)\/.+\.(?:ts|mts)|scripts\/.+\.(?:mts|mjs)|prisma\/seed\/.+\.ts)$/;
const ONLY_UNDER_NEXT =
  /^(?:server-only|client-only|next\/(?:headers|cache|navigation|server|link|image)|next-intl\/server)$/;

function directives(file: SourceFile): string[] {
  return children(file.tree, "body").flatMap((node) =>
    typeof node.directive === "string" ? [node.directive] : [],
  );
}

function index(files: SourceFile[]): Map<string, SourceFile> {
  return new Map(files.map((file) => [file.path.replace(/\.(?:ts|tsx|mts|mjs)$/, ""), file]));
}

/** The first import chain from a file to something that only Next can load. */
function pathToNext(
  start: SourceFile,
  known: Map<string, SourceFile>,
  safe: Set<SourceFile>,
): string[] | null {
  const seen = new Set<SourceFile>();
  function step(file: SourceFile): string[] | null {
    if (seen.has(file) || safe.has(file)) return null;
    seen.add(file);
    for (const { target, isOwn, isTypeOnly } of file.imports) {
      if (isTypeOnly) continue;
      if (!isOwn && ONLY_UNDER_NEXT.test(target)) return [file.path, target];
      const next = isOwn ? known.get(target) : undefined;
      const rest = next ? step(next) : null;
      if (rest) return [file.path, ...rest];
    }
    return null;
  }
  const found = step(start);
  if (!found) for (const file of seen) safe.add(file);
  return found;
}

/** server-only marks loaders and actions, and nothing that runs without Next may reach it. */
export const serverOnly: Rule = {
  name: "server-only",
  check: (files) => {
    const known = index(files);
    const safe = new Set<SourceFile>();
    return files.flatMap((file) => {
      const found: ReturnType<Rule["check"]> = [];
      if (!/\.(?:ts|tsx|mts|mjs)$/.test(file.path)) return found;
      const marked = file.imports.find(({ specifier }) => specifier === "server-only");
      const says = directives(file);
      if (marked && !PEOPLES_DOORS(file)) {
        found.push({
          path: file.path,
          line: marked.line,
          message: "server-only throws outside Next: only loaders and actions may say it",
        });
      }
      if (file.path.startsWith("lib/loaders/") && !marked) {
        found.push(violation(file, null, 'a loader begins with import "server-only"'));
      }
      if (says.includes("use server") && !file.path.startsWith("lib/actions/")) {
        found.push(violation(file, 0, '"use server" makes a public door: it belongs in lib/actions'));
      }
      if (
        says.includes("use client") &&
        file.path.startsWith("lib/") &&
        !file.path.startsWith("lib/client/")
      ) {
        found.push(violation(file, 0, '"use client" belongs in components or app'));
      }
      const chain = ENTRANCES.test(file.path) ? pathToNext(file, known, safe) : null;
      if (chain) found.push(violation(file, null, `reaches what only Next can load: ${chain.join(" -> ")}`));
      return found;
    });
  },
  broken: {
    "in the domain": [["lib/domain/wallet/queries.ts", 'import "server-only";']],
    "a loader without it": [["lib/loaders/wallet.ts", "export const a = 1;"]],
    "a public door by accident": [["lib/domain/wallet/a.ts", '"use server";\nexport const a = 1;']],
    "a client module in lib": [["lib/format/a.ts", '"use client";\nexport const a = 1;']],
    "a job that reaches a cookie through two files": [
      ["lib/auth/b.ts", 'import { cookies } from "next/headers";'],
      ["lib/auth/a.ts", 'import { b } from "./b";'],
      ["lib/jobs/definitions/a.ts", 'import { a } from "@/lib/auth/a";'],
    ],
  },
  fine: {
    "a loader": [["lib/loaders/wallet.ts", 'import "server-only";\nimport { cookies } from "next/headers";']],
    "a job that only knows a type": [
      ["lib/auth/a.ts", 'import { cookies } from "next/headers";\nexport type A = 1;'],
      ["lib/jobs/definitions/a.ts", 'import type { A } from "@/lib/auth/a";'],
    ],
  },
};
