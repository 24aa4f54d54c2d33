import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTsv } from "@/lib/table/tsv";

/** How operators write themselves, by the protocols' codes; those that any capital fits are not listed. */
function readSpellings(): ReadonlyMap<string, string> {
  const text = readFileSync(join(process.cwd(), "prisma/seed/data/operator-names.tsv"), "utf8");
  return new Map(readTsv(text).map(({ code = "", name = "" }) => [code, name]));
}

/** From code to name: "tim" -> "TIM" as it writes itself, "mint_mobile" -> "Mint Mobile" where nothing is known. */
export function operatorNames(): (code: string) => string {
  const spellings = readSpellings();
  return (code) =>
    spellings.get(code) ??
    code.replace(
      /(^|_)([a-z])/g,
      (_all, gap: string, letter: string) => (gap ? " " : "") + letter.toUpperCase(),
    );
}
