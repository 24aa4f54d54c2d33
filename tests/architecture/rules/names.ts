import { type Rule, under, violation } from "../scan/rule";
import { child, children, nameOf } from "../scan/walk";

const GOVERNED = under(
  "app/",
  "components/",
  "lib/",
  "prisma/",
  "scripts/",
  "tests/",
  "server.mts",
  "proxy.ts",
);
const EMPTY_WORDS = /(?:^|[-.])(?:utils?|helpers?|common|managers?|misc|shared|stuff)(?=$|[-.])/;
const EMPTY_VERBS = /^(?:handle|process|manage)[A-Z]/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Words that Next reads, folders of routes and of migrations. */
const ROUTE_SEGMENT = /^(?:\(.+\)|\[.+\]|@.+|_.+|handler_api\.php)$/;

/** A name says what a thing is for: no utils, no handleX in the business; files are kebab-case. */
export const names: Rule = {
  name: "names",
  check: (files) =>
    files.filter(GOVERNED).flatMap((file) => {
      const found: ReturnType<Rule["check"]> = [];
      const segments = file.path.split("/");
      for (const segment of segments) {
        // "common" as an adjective of what follows says something (common-passwords); alone it does not.
        const plain = segment.replace(/^common-(?=[a-z])/, "");
        const empty = EMPTY_WORDS.exec(plain)?.[0];
        if (empty) found.push(violation(file, null, `"${segment}" says nothing: name what it holds`));
      }
      const base = (segments.at(-1) ?? "").replace(/\..*$/, "");
      const isData = /^(?:prisma\/(?:migrations|seed\/data)|lib\/i18n\/messages)\//.test(file.path);
      if (base && !KEBAB.test(base) && !ROUTE_SEGMENT.test(base) && !isData) {
        found.push(violation(file, null, `"${base}" is not kebab-case`));
      }
      if (!file.path.startsWith("lib/domain/") || !file.tree) return found;
      for (const node of children(file.tree, "body")) {
        const declared = node.type === "ExportNamedDeclaration" ? child(node, "declaration") : null;
        const declarations =
          declared?.type === "VariableDeclaration" ? children(declared, "declarations") : [declared];
        for (const one of declarations) {
          const name = nameOf(child(one, "id"));
          if (name && EMPTY_VERBS.test(name))
            found.push(violation(file, node.start, `${name}: use the business verb`));
        }
      }
      return found;
    }),
  broken: {
    "a drawer": [["lib/domain/wallet/utils.ts", ""]],
    "a folder as a drawer": [["components/common/card.tsx", ""]],
    "a drawer with a label": [["lib/format/date-helpers.ts", ""]],
    "a manager": [["lib/db/connection-manager.ts", ""]],
    "camel case": [["components/ui/copyButton.tsx", ""]],
    "a verb that says nothing": [
      ["lib/domain/wallet/commands/place-hold.ts", "export async function handleHold() {}"],
    ],
  },
  fine: {
    "a list of common passwords": [["lib/domain/identity/common-passwords.ts", "export const isCommon = 1;"]],
    "a route of Next": [["app/[locale]/(site)/page.tsx", "export default function Page() {}"]],
    "a test": [["tests/unit/wallet/place-hold.test.ts", ""]],
  },
};
