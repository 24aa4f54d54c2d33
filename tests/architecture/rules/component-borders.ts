import { SHARED_COMPONENTS, SHOWN_MODULES } from "../layers";
import { type Rule, under, violation } from "../scan/rule";
import { nameOf, stringOf, walk } from "../scan/walk";

const SHARED = new RegExp(`^components/(?:${SHARED_COMPONENTS.join("|")})/`);
/** ui knows no word of the business; the shell around pages may name pages, so only ui is read word by word. */
const WORDLESS = under(
  "components/ui/",
  "components/data-table/",
  "components/data-grid/",
  "components/charts/",
);
const WORDS =
  /(?:^|[^a-z])(?:wallet|invoice|sms|vpn|ledger|rental|rent|supplier|provider(?=s?(?:$|[^a-z]))|refund|ticket|otp|activation|subscription|top-?up|phone|payment|customer)s?(?:$|[^a-z])/i;

/** fooBarBaz -> "foo bar baz", so that a word is found inside a name. */
function spaced(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
}

/** Rule 4: shared components know no module; a module's components know their own schema, types and actions. */
export const componentBorders: Rule = {
  name: "component-borders",
  check: (files) =>
    files.filter(under("components/")).flatMap((file) => {
      const isShared = SHARED.test(file.path);
      const own = file.path.split("/")[1] ?? "";
      const shownModules = [own, ...(SHOWN_MODULES[own] ?? [])];
      const found: ReturnType<Rule["check"]> = [];
      for (const { target, line } of file.imports) {
        const [, area, module, rest] = /^lib\/(domain|actions)\/([^/]+)(?:\/(.+))?$/.exec(target) ?? [];
        if (area && isShared && module !== "kernel") {
          found.push({
            path: file.path,
            line,
            message: `${target}: a shared component takes plain values as props`,
          });
        } else if (area === "actions" && !shownModules.includes(module ?? "")) {
          found.push({
            path: file.path,
            line,
            message: `${target}: components/${own} uses lib/actions/${shownModules} only`,
          });
        } else if (
          area === "domain" &&
          module !== "kernel" &&
          !(shownModules.includes(module ?? "") && /^(?:schema|types|staff-types)$/.test(rest ?? ""))
        ) {
          const message = `${target}: components/${own} sees lib/domain/${shownModules}/{schema,types} only; take the rest as props`;
          found.push({ path: file.path, line, message });
        }
        const shown = /^components\/([^/]+)\//.exec(target)?.[1];
        if (isShared && shown && !(SHARED_COMPONENTS as readonly string[]).includes(shown)) {
          found.push({
            path: file.path,
            line,
            message: `${target}: a shared component imports no module's component`,
          });
        }
      }
      if (WORDLESS(file) && file.tree) {
        walk(file.tree, (node) => {
          const text =
            node.type === "Identifier" || node.type === "JSXIdentifier" ? nameOf(node) : stringOf(node);
          if (text && WORDS.test(spaced(text))) {
            found.push(
              violation(
                file,
                node.start,
                `"${text.slice(0, 40)}": a primitive knows no word of the business`,
              ),
            );
          }
        });
      }
      return found;
    }),
  broken: {
    "a primitive imports types of a module": [
      ["components/ui/price.tsx", 'import type { Balance } from "@/lib/domain/wallet/types";'],
    ],
    "a primitive speaks of the business": [
      ["components/ui/card.tsx", "export const WalletCard = () => null;"],
    ],
    "a primitive's words": [["components/ui/card.tsx", 'export const label = "refund";']],
    "the shell imports a module's component": [
      ["components/layout/shell.tsx", 'import { P } from "@/components/wallet/p";'],
    ],
    "a component imports a query": [
      ["components/wallet/a.tsx", 'import { getBalance } from "@/lib/domain/wallet/queries";'],
    ],
    "a component uses another module": [
      ["components/wallet/a.tsx", 'import type { O } from "@/lib/domain/numbers/types";'],
    ],
    "a component acts for another module": [
      ["components/wallet/a.tsx", 'import { a } from "@/lib/actions/numbers";'],
    ],
  },
  fine: {
    "its own schema, types and actions, the kernel": [
      [
        "components/wallet/a.tsx",
        'import { s } from "@/lib/domain/wallet/schema";\nimport { a } from "@/lib/actions/wallet";\nimport { toDecimal } from "@/lib/domain/kernel/money";',
      ],
    ],
    "words that only look alike": [
      ["components/ui/a.tsx", "export const parent = (currents: string[]) => currents.sort(ordered);"],
    ],
  },
};
