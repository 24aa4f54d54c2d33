import { posix } from "node:path";
import { child, children, type Node, nameOf, stringOf, walk } from "./walk";

export interface Import {
  /** As it is written. */
  specifier: string;
  /** From the root and without extension ("lib/env") for our own files, else the specifier. */
  target: string;
  isOwn: boolean;
  /** Gone after compilation. */
  isTypeOnly: boolean;
  isReExport: boolean;
  /** Imported names as they are called over there; "*" for everything, "default" for the default. */
  names: string[];
  line: number;
}

const EXTENSION = /\.(?:d\.)?(?:ts|tsx|mts|mjs|cts|cjs|js|jsx)$/;
const DYNAMIC_CALLS = new Set(["require", "import"]);

function resolve(from: string, specifier: string): { target: string; isOwn: boolean } {
  if (specifier.startsWith("@/")) return { target: specifier.slice(2).replace(EXTENSION, ""), isOwn: true };
  if (!/^\.\.?(?:\/|$)/.test(specifier)) return { target: specifier, isOwn: false };
  const joined = posix.normalize(posix.join(posix.dirname(from), specifier));
  return { target: joined.replace(EXTENSION, ""), isOwn: true };
}

function namesOf(node: Node): string[] {
  if (node.type === "ExportAllDeclaration") return ["*"];
  return children(node, "specifiers").map((one) => {
    if (one.type === "ImportNamespaceSpecifier") return "*";
    if (one.type === "ImportDefaultSpecifier") return "default";
    const named = child(one, one.type === "ImportSpecifier" ? "imported" : "local");
    return nameOf(named) ?? stringOf(named) ?? "?";
  });
}

function isTypeOnly(node: Node): boolean {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = children(node, "specifiers");
  return (
    specifiers.length > 0 && specifiers.every((one) => one.importKind === "type" || one.exportKind === "type")
  );
}

/** Every import, re-export and dynamic import (also `import("...")` in a type) with a literal source. */
export function readImports(path: string, tree: Node, lineOf: (offset: number) => number): Import[] {
  const found: Import[] = [];
  function add(node: Node, specifier: string | null, rest: Partial<Import>): void {
    if (specifier === null) return;
    found.push({
      specifier,
      ...resolve(path, specifier),
      isTypeOnly: false,
      isReExport: false,
      names: [],
      line: lineOf(node.start),
      ...rest,
    });
  }
  walk(tree, (node) => {
    if (node.type === "ImportDeclaration") {
      add(node, stringOf(child(node, "source")), { isTypeOnly: isTypeOnly(node), names: namesOf(node) });
    } else if (node.type === "ExportNamedDeclaration" || node.type === "ExportAllDeclaration") {
      const rest = { isTypeOnly: isTypeOnly(node), isReExport: true, names: namesOf(node) };
      add(node, stringOf(child(node, "source")), rest);
    } else if (node.type === "ImportExpression") {
      add(node, stringOf(child(node, "source")), { names: ["*"] });
    } else if (node.type === "TSImportType") {
      add(node, stringOf(child(node, "source") ?? child(node, "argument")), {
        isTypeOnly: true,
        names: ["*"],
      });
    } else if (node.type === "CallExpression" && DYNAMIC_CALLS.has(nameOf(child(node, "callee")) ?? "")) {
      add(node, stringOf(children(node, "arguments")[0] ?? null), { names: ["*"] });
    }
  });
  return found;
}
