import { type Rule, under, violation } from "../scan/rule";
import { child, children, memberPath, type Node, nameOf, stringOf, walk } from "../scan/walk";

const GOVERNED = under("app/", "components/", "lib/");
/** The API mounts its own patterns; the front door and the proxy tell doors apart by theirs. */
const MAY = under(
  "lib/routes.ts",
  "lib/api/",
  "lib/http/",
  "lib/simulators/",
  "lib/integrations/",
  "lib/observability/",
  "lib/i18n/",
);
const ATTRIBUTES = new Set(["href", "action", "formAction", "to"]);
const CALLS =
  /(?:^|\.)(?:redirect|permanentRedirect|push|replace|prefetch|revalidatePath|getPathname|fetch|EventSource|redirectToPath)$/;

function isPath(node: Node | null): boolean {
  const text = stringOf(node);
  return text !== null && /^\/(?!\/)/.test(text) && text.length < 200;
}

function pathIn(node: Node): Node | null {
  if (node.type === "JSXAttribute" && ATTRIBUTES.has(nameOf(child(node, "name")) ?? "")) {
    const value = child(node, "value");
    return isPath(value) ? value : null;
  }
  if (node.type === "Property" && ATTRIBUTES.has(nameOf(child(node, "key")) ?? "")) {
    const value = child(node, "value");
    return isPath(value) ? value : null;
  }
  if (node.type === "CallExpression" || node.type === "NewExpression") {
    if (!CALLS.test(memberPath(child(node, "callee")) ?? "")) return null;
    const callee = memberPath(child(node, "callee")) ?? "";
    const [first = null] = children(node, "arguments");
    // text.replace("/", ...) has two arguments; a router's replace with a path has one, or options.
    const second = children(node, "arguments")[1];
    if (callee.endsWith(".replace") && second && second.type !== "ObjectExpression") return null;
    return isPath(first) ? first : null;
  }
  return null;
}

/** Rule 3: only lib/routes.ts writes internal paths. */
export const internalPaths: Rule = {
  name: "internal-paths",
  check: (files) =>
    files
      .filter((file) => GOVERNED(file) && !MAY(file))
      .flatMap((file) => {
        const found: ReturnType<Rule["check"]> = [];
        if (file.tree) {
          walk(file.tree, (node) => {
            const path = pathIn(node);
            if (path) found.push(violation(file, path.start, `${stringOf(path)}: take it from lib/routes`));
          });
        }
        return found;
      }),
  broken: {
    "a link": [["components/a.tsx", 'export const A = () => <a href="/wallet" />;']],
    "a link made of pieces": [
      ["components/a.tsx", "export const A = ({ id }) => <a href={`/numbers/${id}`} />;"],
    ],
    "a redirect": [["app/page.tsx", 'redirect("/sign-in");']],
    "a redirect of next-intl": [["app/page.tsx", 'redirect({ href: "/sign-in", locale: "en" });']],
    "a router": [["components/a.tsx", 'export const a = (router) => router.push("/wallet");']],
    "a call of the API": [["components/a.tsx", 'export const a = () => fetch("/api/portal/activations");']],
    "a stream": [["components/a.tsx", 'export const a = () => new EventSource("/api/stream");']],
  },
  fine: {
    "a route": [["components/a.tsx", "export const A = () => <a href={routes.wallet()} />;"]],
    "an outside address": [
      ["components/a.tsx", 'export const A = () => <a href="https://example.org/a" />;'],
    ],
    "text that is no path": [["lib/a.ts", 'export const a = (text: string) => text.replace("/", "-");']],
    "a picture": [["components/a.tsx", 'export const A = () => <img src="/flags/br.svg" alt="" />;']],
  },
};
