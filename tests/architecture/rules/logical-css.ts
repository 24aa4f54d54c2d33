import { type Rule, under, violation } from "../scan/rule";
import { child, memberPath, nameOf, stringOf, walk } from "../scan/walk";

const GOVERNED = under("app/", "components/");
/** Tailwind's physical classes, with any variants before them ("md:hover:-ml-2"). */
const CLASS =
  /(?:^|[\s"'`])(?:[\w-]+(?:\[[^\]]*\])?(?:\/[\w-]+)?:|\[[^\]]*\]:)*!?-?(?:(?:scroll-)?[mp][lr]-(?:\d|auto|px|\[)|(?:left|right)-(?:\d|auto|full|px|\[|1\/)|text-(?:left|right)(?![\w-])|float-(?:left|right)(?![\w-])|clear-(?:left|right)(?![\w-])|rounded-(?:[lr]|[tb][lr])(?:-|\b)|border-[lr](?:-|\b)|divide-[lr]\b)/;
const STYLE_KEYS =
  /^(?:margin|padding|border)(?:Left|Right)|^border(?:Top|Bottom)(?:Left|Right)Radius$|^(?:left|right)$|^scroll(?:Margin|Padding)(?:Left|Right)$/;
const CSS =
  /(?:^|[;{\s])((?:scroll-)?(?:margin|padding)-(?:left|right)|border-(?:left|right)(?:-[a-z]+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;

/** Left and right are start and end: Persian is written the other way. */
export const logicalCss: Rule = {
  name: "logical-css",
  check: (files) =>
    files.filter(GOVERNED).flatMap((file) => {
      const found: ReturnType<Rule["check"]> = [];
      if (file.path.endsWith(".css")) {
        const plain = file.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
        plain.split("\n").forEach((text, index) => {
          const hit =
            CSS.exec(text)?.[0].trim() ??
            (text.includes("@apply") ? CLASS.exec(text)?.[0].trim() : undefined);
          if (hit)
            found.push({
              path: file.path,
              line: index + 1,
              message: `${hit} is physical: use the logical property`,
            });
        });
        return found;
      }
      if (!file.tree) return found;
      walk(file.tree, (node, above) => {
        const text = stringOf(node);
        const hit = text && node.type !== "JSXExpressionContainer" ? CLASS.exec(text)?.[0].trim() : undefined;
        if (hit)
          found.push(
            violation(file, node.start, `${hit} is physical: use ms- me- ps- pe- start- end- text-start`),
          );
        if (node.type !== "Property") return;
        const key = nameOf(child(node, "key")) ?? "";
        const inStyle = above.some(
          (one) => one.type === "JSXAttribute" && nameOf(child(one, "name")) === "style",
        );
        const value = stringOf(child(node, "value")) ?? memberPath(child(node, "value"));
        if (
          inStyle &&
          (STYLE_KEYS.test(key) || (key === "textAlign" && /^(?:left|right)$/.test(value ?? "")))
        ) {
          found.push(
            violation(
              file,
              node.start,
              `style ${key} is physical: use the logical one (insetInlineStart, marginInlineEnd)`,
            ),
          );
        }
      });
      return found;
    }),
  broken: {
    margin: [["components/a.tsx", 'export const A = () => <p className="ml-2" />;']],
    "padding behind variants": [
      ["components/a.tsx", 'export const A = () => <p className="flex md:hover:-pr-[3px]" />;'],
    ],
    position: [["components/a.tsx", "export const A = (b) => <p className={`absolute left-0 ${b}`} />;"]],
    alignment: [["components/a-style.ts", 'export const a = cva("text-right");']],
    corners: [["components/a.tsx", 'export const A = () => <p className="rounded-tl-md" />;']],
    border: [["components/a.tsx", 'export const A = () => <p className="border-l" />;']],
    "an inline style": [["components/a.tsx", "export const A = () => <p style={{ marginLeft: 2 }} />;"]],
    css: [["app/globals.css", ".a {\n  padding-left: 1rem;\n}"]],
    "css alignment": [["app/globals.css", ".a { text-align: right; }"]],
  },
  fine: {
    logical: [
      [
        "components/a.tsx",
        'export const A = () => <p className="ms-2 pe-1 start-0 text-start rounded-s border-e" />;',
      ],
    ],
    "words that only look alike": [
      ["components/a.tsx", 'export const t = ["left", "html-2", "text-rights", "right of way"];'],
    ],
    "logical css": [["app/globals.css", ".a { padding-inline-start: 1rem; inset-inline: 0; /* left: 0 */ }"]],
  },
};
