import type { ImportReport } from "@/lib/domain/supply/types";

export interface Stored {
  stored: number;
  of: number;
}

type Line = Stored | { report: ImportReport } | { failed: true };

/** The whole lines of what an import has answered so far. */
function linesOf(text: string): Line[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** How far an import is; null before its first rows are stored. */
export function storedOf(text: string): Stored | null {
  return linesOf(text).findLast((line) => "stored" in line) ?? null;
}

/** The report at the end; null where there is none: then nothing was kept. */
export function reportIn(text: string): ImportReport | null {
  const last = linesOf(text).at(-1);
  return last && "report" in last ? last.report : null;
}
