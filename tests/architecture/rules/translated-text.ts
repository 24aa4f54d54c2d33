import { type Rule, under, violation } from "../scan/rule";
import { child, children, type Node, nameOf, stringOf, walk } from "../scan/walk";

const GOVERNED = under("app/", "components/", "lib/emails/");
const LETTER = /\p{L}/u;
/** Read by people, aloud or on the screen. */
const ATTRIBUTES = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "alt",
  "label",
  "placeholder",
  "title",
]);
/** Names that no language translates. */
const NAMES = new Set(["Patchbay"]);
/** What is shown in these is code or a key, the same in every language. */
const VERBATIM = new Set(["code", "kbd", "pre", "samp", "CodeBlock"]);

function isText(value: string | null): value is string {
  return value !== null && LETTER.test(value.replaceAll("${}", "")) && !NAMES.has(value.trim());
}

function tagOf(element: Node | undefined): string {
  return nameOf(child(child(element ?? null, "openingElement"), "name")) ?? "";
}

/** String literals that a JSX expression shows: itself, or the arms of && and ?:. */
function shown(node: Node | null): Node[] {
  if (!node) return [];
  if (node.type === "ConditionalExpression")
    return [...shown(child(node, "consequent")), ...shown(child(node, "alternate"))];
  if (node.type === "LogicalExpression") return shown(child(node, "right"));
  return stringOf(node) === null ? [] : [node];
}

/** Every word a person sees comes from the messages, in every language (as far as syntax shows it). */
export const translatedText: Rule = {
  name: "translated-text",
  check: (files) =>
    files
      .filter((file) => GOVERNED(file) && file.path.endsWith(".tsx"))
      .flatMap((file) => {
        const found: ReturnType<Rule["check"]> = [];
        const add = (node: Node, text: string) =>
          found.push(
            violation(
              file,
              node.start,
              `"${text.trim().slice(0, 40)}" is written by hand: put it into the messages`,
            ),
          );
        if (!file.tree) return found;
        walk(file.tree, (node, above) => {
          if (node.type === "JSXElement" || node.type === "JSXFragment") {
            if ([...above, node].some((one) => VERBATIM.has(tagOf(one)))) return;
            for (const part of children(node, "children")) {
              if (part.type === "JSXText" && isText(String(part.value))) add(part, String(part.value));
              if (part.type !== "JSXExpressionContainer") continue;
              for (const literal of shown(child(part, "expression"))) {
                const text = stringOf(literal);
                if (isText(text)) add(literal, text);
              }
            }
          }
          if (node.type !== "JSXAttribute" || !ATTRIBUTES.has(nameOf(child(node, "name")) ?? "")) return;
          const value = child(node, "value");
          const literals =
            value?.type === "JSXExpressionContainer" ? shown(child(value, "expression")) : shown(value);
          for (const literal of literals) {
            const text = stringOf(literal);
            if (isText(text)) add(literal, text);
          }
        });
        return found;
      }),
  broken: {
    "a sentence": [["components/a.tsx", "export const A = () => <p>Waiting for a code</p>;"]],
    "a sentence in braces": [["components/a.tsx", 'export const A = () => <p>{"Waiting"}</p>;']],
    "one of two": [["components/a.tsx", 'export const A = ({ b }) => <p>{b ? "Yes" : <i />}</p>;']],
    "a label for the screen reader": [
      ["components/a.tsx", 'export const A = () => <p aria-label="Close" />;'],
    ],
    "a placeholder": [["components/a.tsx", "export const A = () => <input placeholder={`Search`} />;"]],
    "a word in Persian": [["components/a.tsx", "export const A = () => <p>سلام</p>;"]],
  },
  fine: {
    "a message": [
      ["components/a.tsx", 'export const A = ({ t }) => <p title={t("a")}>{t("waiting")} · {12}</p>;'],
    ],
    "the name and an example of code": [
      ["components/a.tsx", "export const A = () => <p>Patchbay <code>curl https</code></p>;"],
    ],
  },
};
