import { type Rule, under, violation } from "../scan/rule";
import { child, children, nameOf, stringOf, walk } from "../scan/walk";

const GOVERNED = under("app/", "components/");
const LOOK = String.raw`p[xy]?-|rounded|bg-|border(?:-(?:[xytbse]|\d))?(?:-|$)`;
const BUTTON = `${LOOK}|justify-|whitespace-|gap-|(?:inline-)?(?:flex|grid|block)$|items-`;
const CONTROL = `${LOOK}|w-(?!full$)`;

/** What each part says about itself, without a variant ("md:") before it: `className` must not say it again. */
const OWN: Record<string, string> = {
  Button: BUTTON,
  CopyButton: BUTTON,
  LinkButton: BUTTON,
  FormFoot: BUTTON,
  Panel: LOOK,
  Skeleton: "rounded|bg-",
  TextField: CONTROL,
  TextArea: CONTROL,
  PasswordField: CONTROL,
  DateField: CONTROL,
};

/** Class names are joined, not merged: of two that say the same property the style sheet's order decides, and not the reader's eye. */
export const classNames: Rule = {
  name: "class-names",
  check: (files) =>
    files.filter(GOVERNED).flatMap((file) => {
      const found: ReturnType<Rule["check"]> = [];
      if (!file.path.endsWith(".tsx") || !file.tree) return found;
      walk(file.tree, (node) => {
        if (node.type !== "JSXOpeningElement") return;
        const name = nameOf(child(node, "name")) ?? "";
        const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
        if (!own) return;
        for (const attribute of children(node, "attributes")) {
          if (nameOf(child(attribute, "name")) !== "className") continue;
          const given = stringOf(child(attribute, "value")) ?? "";
          const hit = given.split(/\s+/).find((one) => new RegExp(`^(?:${own})`).test(one));
          if (hit)
            found.push(
              violation(file, node.start, `${name} has its own ${hit}: choose its look by a prop of its own`),
            );
        }
      });
      return found;
    }),
  broken: {
    "another padding": [["components/a.tsx", 'export const A = () => <Panel className="p-3" />;']],
    "another line": [["components/a.tsx", 'export const A = () => <Panel className="flex border-bad" />;']],
    "another place of the words": [
      ["app/a.tsx", 'export const A = () => <Button className="w-full justify-between" />;'],
    ],
    "another width": [["components/a.tsx", 'export const A = () => <TextField className="w-36" />;']],
    "another corner": [["components/a.tsx", 'export const A = () => <Skeleton className="rounded-none" />;']],
  },
  fine: {
    "where it stands": [
      ["components/a.tsx", 'export const A = () => <Panel className="mx-auto flex max-w-xl gap-4" />;'],
    ],
    "another look on a narrow screen": [
      ["components/a.tsx", 'export const A = () => <Button className="self-start max-md:px-2" />;'],
    ],
    "the elements of the page itself": [
      ["components/a.tsx", 'export const A = () => <div className="rounded-none border-bad p-3" />;'],
    ],
  },
};
