import compile from "icu-minify/compile";

/** A sentence as it was written, the parts that it was parsed into, or a folder of both. */
export type CompiledTree = string | readonly unknown[] | { [key: string]: CompiledTree };

/** What the parser reads as more than words. A sentence that keeps one after it was parsed must not be parsed again. */
const SYNTAX = /['{}<]/;

function compileSentence(sentence: string): CompiledTree {
  const parts = compile(sentence);
  if (typeof parts === "string") return SYNTAX.test(parts) ? [parts] : parts;
  // The parser makes objects without a prototype, which cannot be given to components of the browser.
  return JSON.parse(JSON.stringify(parts)) as CompiledTree;
}

/** The same catalogue with every sentence parsed (ICU), for where no parser is at hand. */
export function compileMessages(tree: unknown): CompiledTree {
  if (typeof tree === "string") return compileSentence(tree);
  return Object.fromEntries(
    Object.entries(tree as object).map(([key, inner]) => [key, compileMessages(inner)]),
  );
}
