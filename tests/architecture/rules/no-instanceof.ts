import { type Rule, under, violation } from "../scan/rule";
import type { SourceFile } from "../scan/source-file";
import { child, memberPath, nameOf, walk } from "../scan/walk";

const GOVERNED = under(
  "app/",
  "components/",
  "lib/",
  "server.mts",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
);
/** Processes of their own have one world. */
const OWN_PROCESS = under("lib/cli/", "lib/simulators/");
const LIBRARY_ERRORS = /^(?:Prisma|z)\./;

/** Classes that the file declares or imports from our own code. */
function ownClasses(file: SourceFile): Set<string> {
  const own = new Set(file.imports.filter(({ isOwn }) => isOwn).flatMap(({ names }) => names));
  if (file.tree) {
    walk(file.tree, (node) => {
      const name = node.type === "ClassDeclaration" ? nameOf(child(node, "id")) : null;
      if (name) own.add(name);
    });
  }
  return own;
}

/** One process holds two copies of every module, so that instanceof fails across them: errors carry a code. */
export const noInstanceof: Rule = {
  name: "no-instanceof",
  check: (files) =>
    files
      .filter((file) => GOVERNED(file) && !OWN_PROCESS(file))
      .flatMap((file) => {
        const found: ReturnType<Rule["check"]> = [];
        if (!file.tree) return found;
        const own = ownClasses(file);
        walk(file.tree, (node) => {
          if (node.type !== "BinaryExpression" || node.operator !== "instanceof") return;
          const name = memberPath(child(node, "right")) ?? "?";
          if (!own.has(name.split(".")[0] ?? "") && !LIBRARY_ERRORS.test(name)) return;
          found.push(
            violation(
              file,
              node.start,
              `instanceof ${name} fails across the two module worlds: look at its code`,
            ),
          );
        });
        return found;
      }),
  broken: {
    "our own error": [
      [
        "lib/api/a.ts",
        'import { RefusalError } from "@/lib/x";\nexport const is = (e) => e instanceof RefusalError;',
      ],
    ],
    "an error of the same file": [
      [
        "lib/api/a.ts",
        "export class GoneError extends Error {}\nexport const is = (e) => e instanceof GoneError;",
      ],
    ],
    "a library's error": [
      ["lib/api/a.ts", "export const is = (e) => e instanceof Prisma.PrismaClientKnownRequestError;"],
    ],
  },
  fine: {
    "a library's value in the file that made it": [
      [
        "lib/domain/a/b.ts",
        'import ip from "ipaddr.js";\nexport const is = (a) => ip.process(a) instanceof ip.IPv4;',
      ],
    ],
    "the language's own": [
      ["lib/api/a.ts", "export const is = (e) => e instanceof Error || e instanceof FormData;"],
    ],
  },
};
