import type { SourceFile } from "./source-file";

export interface Violation {
  path: string;
  /** 0 where the whole file is meant. */
  line: number;
  /** What is wrong and where it belongs instead. */
  message: string;
}

/** A file that does not exist: path and text. */
export type Example = readonly [path: string, text: string];

export interface Rule {
  name: string;
  check(files: SourceFile[]): Violation[];
  /** Each is a small tree that breaks the rule: the check must find something in its last file. */
  broken: Record<string, Example[]>;
  /** Trees that come close and are right. */
  fine: Record<string, Example[]>;
}

/** A violation of one file, at the offset of a node or at no line. */
export function violation(file: SourceFile, at: number | null, message: string): Violation {
  return { path: file.path, line: at === null ? 0 : file.lineOf(at), message };
}

/** Files whose path begins with one of these ("lib/domain/" for a folder, "lib/env.ts" for one file). */
export function under(...prefixes: string[]): (file: { path: string }) => boolean {
  return ({ path }) => prefixes.some((prefix) => path.startsWith(prefix));
}
