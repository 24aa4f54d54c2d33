import { parseSync } from "oxc-parser";
import { type Import, readImports } from "./imports";
import type { Node } from "./walk";

/** One file of the repository, or an example made up for a rule's own test. */
export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
  /** The syntax tree; null for what is no TypeScript or JavaScript. */
  tree: Node | null;
  imports: Import[];
  lineOf(offset: number): number;
}

const CODE = /\.(?:ts|tsx|mts|mjs|cts|cjs|js|jsx)$/;

/** Parsed at the first question and kept: most rules look at few files. */
export function parseSource(path: string, text: string): SourceFile {
  let tree: Node | null | undefined;
  let imports: Import[] | undefined;
  function parse(): Node | null {
    if (!CODE.test(path)) return null;
    const result = parseSync(path, text);
    const [problem] = result.errors;
    if (problem) throw new Error(`${path} cannot be parsed: ${problem.message}`);
    return result.program as unknown as Node;
  }
  function lineOf(offset: number): number {
    return text.slice(0, offset).split("\n").length;
  }
  return {
    path,
    text,
    lineOf,
    get tree() {
      if (tree === undefined) tree = parse();
      return tree;
    },
    get imports() {
      imports ??= this.tree ? readImports(path, this.tree, lineOf) : [];
      return imports;
    },
  };
}
