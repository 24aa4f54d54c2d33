import { type Rule, violation } from "../scan/rule";

const MAX_LINES = 350;
const WRITTEN_BY_HAND = /\.(?:ts|tsx|mts|mjs|css)$/;

/** Half of the files are under 60 lines; none is over 350 without a reason. */
export const fileLength: Rule = {
  name: "file-length",
  check: (files) =>
    files.flatMap((file) => {
      if (!WRITTEN_BY_HAND.test(file.path)) return [];
      const lines = file.text.trimEnd().split("\n").length;
      return lines > MAX_LINES
        ? [violation(file, null, `${lines} lines: split it by subject (at most ${MAX_LINES})`)]
        : [];
    }),
  broken: { "351 lines": [["lib/a.ts", "a();\n".repeat(MAX_LINES + 1)]] },
  fine: {
    "350 lines": [["lib/a.ts", "a();\n".repeat(MAX_LINES)]],
    data: [["prisma/seed/data/a.json", "1\n".repeat(900)]],
  },
};
