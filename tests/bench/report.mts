import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

export interface Line {
  what: string;
  measured: string;
  /** With its sign: "0.62 of the baseline". */
  result: string;
  target: string;
  isMet: boolean;
}

const MARKS = /(<!-- bench:start -->)[\s\S]*(<!-- bench:end -->)/;

/** One table with where and when it was measured. */
export function tableOf(lines: Line[], postgres: string, how = "medians of five alternating rounds"): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
  const date = new Date().toISOString().slice(0, 10);
  return [
    `Measured on ${date}: ${machine}, Node ${process.versions.node}, PostgreSQL ${postgres} with fsync; ${how}.`,
    "",
    "| What | Measured | Result | Target |",
    "| --- | --- | --- | --- |",
    ...lines.map(
      ({ what, measured, result, target, isMet }) =>
        `| ${what} | ${measured} | ${result} | ${target}${isMet ? "" : " (missed)"} |`,
    ),
  ].join("\n");
}

/** Puts the table between the marks of a page. */
export function writeTable(path: string, table: string): void {
  const text = readFileSync(path, "utf8");
  if (!MARKS.test(text)) throw new Error(`${path} has no marks for the table`);
  writeFileSync(
    path,
    text.replace(MARKS, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  );
}
