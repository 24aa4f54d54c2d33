import { readFileSync } from "node:fs";
import { join } from "node:path";

const LOG = join(import.meta.dirname, "../.output/product.log");

const read = () => readFileSync(LOG, "utf8");

/** Where the log of the product under test ends now. */
export const logEnd = (): number => read().length;

/** The errors that the product has told since: those of its own log, and those of a page that threw behind its status. */
export function errorsSince(start: number): string[] {
  return read()
    .slice(start)
    .split("\n")
    .filter((line) => /"level":"(?:error|fatal)"/.test(line) || line.startsWith("⨯"))
    .map((line) => line.slice(0, 400));
}
