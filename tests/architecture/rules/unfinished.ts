import { type Rule, violation } from "../scan/rule";

/** Written in pieces, so that this file does not break its own rule. */
const PATTERNS: [RegExp, string][] = [
  [
    new RegExp(`\\b(?:${["TO", "DO"].join("")}|${["FIX", "ME"].join("")}|${["HA", "CK"].join("")})\\b`),
    "finish it, or write an issue",
  ],
  [
    new RegExp(`(?<![\\w.])/${"work"}/[a-z]|/${"home"}/[a-z]+/|/${"Users"}/[A-Za-z]+/`),
    "is a path of one machine",
  ],
  [new RegExp(`\\bts-(?:${"ignore"}|${"nocheck"})\\b`), "hides a type error"],
  [new RegExp(`\\b(?:${"lorem"} ipsum)\\b`, "i"), "is filler"],
];
const READ = /\.(?:ts|tsx|mts|mjs|css|md|json|sql|prisma|ya?ml|sh)$|^\.[\w.]+$/;
const DATA =
  /^(?:prisma\/seed\/data\/|package-lock\.json$|public\/|tests\/architecture\/rules\/unfinished\.ts$)/;

/** The repository holds finished work and speaks of the product alone. */
export const unfinished: Rule = {
  name: "unfinished",
  check: (files) =>
    files
      .filter(({ path }) => READ.test(path.split("/").at(-1) ?? "") && !DATA.test(path))
      .flatMap((file) =>
        PATTERNS.flatMap(([pattern, why]) => {
          const hit = pattern.exec(file.text);
          return hit ? [violation(file, hit.index, `"${hit[0]}" ${why}`)] : [];
        }),
      ),
  broken: {
    "work left over": [["lib/a.ts", `// ${["TO", "DO"].join("")}: later`]],
    "a path of one machine": [["docs/a.md", `See /${"work"}/main/docs.`]],
    "a hidden type error": [["lib/a.ts", `// @ts-${"ignore"}\na();`]],
  },
  fine: { "words that contain them": [["lib/a.ts", "export const todos = 'https://example.org/work/1';"]] },
};
