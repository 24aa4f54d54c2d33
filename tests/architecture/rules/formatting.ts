import { type Rule, under, violation } from "../scan/rule";
import { child, memberPath, walk } from "../scan/walk";

const GOVERNED = under("app/", "components/", "lib/");
const MAY = under("lib/format/", "lib/simulators/");
const METHODS =
  /\.(?:toFixed|toPrecision|toExponential|toLocaleString|toLocaleDateString|toLocaleTimeString)$/;
const INTL =
  /^(?:globalThis\.)?Intl\.(?:NumberFormat|DateTimeFormat|RelativeTimeFormat|DurationFormat|ListFormat|DisplayNames)$/;

/** Rule 3: only lib/format formats money and dates (and whatever else Intl writes). */
export const formatting: Rule = {
  name: "formatting",
  check: (files) =>
    files
      .filter((file) => GOVERNED(file) && !MAY(file))
      .flatMap((file) => {
        const found: ReturnType<Rule["check"]> = [];
        if (file.tree) {
          walk(file.tree, (node) => {
            if (node.type !== "CallExpression" && node.type !== "NewExpression") return;
            const path = memberPath(child(node, "callee")) ?? "";
            if (METHODS.test(path) || INTL.test(path)) {
              found.push(
                violation(file, node.start, `${path}: money, numbers and dates are written by lib/format`),
              );
            }
          });
        }
        return found;
      }),
  broken: {
    "a number": [["components/a.tsx", "export const a = (n: number) => n.toFixed(2);"]],
    "a date": [["components/a.tsx", 'export const a = (d: Date) => d.toLocaleDateString("en");']],
    "a formatter": [["app/page.tsx", 'const f = new Intl.NumberFormat("en");']],
    "an amount out of a call": [["lib/api/a.ts", "export const a = () => price().toFixed(2);"]],
  },
  fine: {
    "the one place": [["lib/format/money.ts", 'export const f = new Intl.NumberFormat("en");']],
    "asking what a locale is": [["lib/i18n/a.ts", 'export const l = new Intl.Locale("fa");']],
  },
};
