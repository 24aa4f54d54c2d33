import { type Rule, under } from "../scan/rule";

const GOVERNED = under("app/", "components/", "lib/", "prisma/", "scripts/", "tests/");

/** A thing is imported from where it is written: barrels hide the direction of imports and load what nobody asked for. */
export const noBarrels: Rule = {
  name: "no-barrels",
  check: (files) =>
    files.filter(GOVERNED).flatMap((file) =>
      file.imports
        .filter(({ isReExport }) => isReExport)
        .map(({ specifier, line }) => ({
          path: file.path,
          line,
          message: `passes ${specifier} on: import it from where it is written`,
        })),
    ),
  broken: {
    everything: [["lib/domain/wallet/index.ts", 'export * from "./queries";']],
    "some names": [["components/ui/all.ts", 'export { Button } from "./button";']],
    types: [["lib/domain/wallet/types.ts", 'export type { Balance } from "./balance";']],
  },
  fine: { "its own names": [["lib/a.ts", "const a = 1;\nexport { a };"]] },
};
