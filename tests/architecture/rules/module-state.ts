import { type Rule, under, violation } from "../scan/rule";
import type { SourceFile } from "../scan/source-file";
import { child, children, memberPath, type Node, nameOf, walk } from "../scan/walk";

/** Code that server.mts and Next both load. The command line and the simulators are processes of their own. */
const GOVERNED = under("app/", "components/", "lib/", "proxy.ts", "instrumentation.ts");
const OWN_PROCESS = under("lib/cli/", "lib/simulators/");
const COLLECTIONS = new Set(["Map", "Set", "WeakMap", "WeakSet", "Array"]);
const LIVING =
  /^(?:Pool|Client|PrismaClient|PrismaPg|PgBoss|Redis|Registry|Counter|Gauge|Histogram|EventEmitter|AsyncLocalStorage|Worker|LRUCache|AbortController|QueryClient|RateLimiter\w*)$/;
const MUTATORS = /\.(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill)$/;

function topLevel(tree: Node): Node[] {
  return children(tree, "body").map((node) =>
    node.type === "ExportNamedDeclaration" ? (child(node, "declaration") ?? node) : node,
  );
}

/** Names that some call or assignment in the file changes. */
function changedNames(tree: Node): Set<string> {
  const changed = new Set<string>();
  walk(tree, (node) => {
    if (node.type === "CallExpression") {
      const path = memberPath(child(node, "callee")) ?? "";
      if (MUTATORS.test(path)) changed.add(path.split(".")[0] ?? "");
    }
    const target =
      node.type === "AssignmentExpression"
        ? child(node, "left")
        : node.type === "UpdateExpression"
          ? child(node, "argument")
          : null;
    const path = memberPath(target);
    if (path?.includes(".")) changed.add(path.split(".")[0] ?? "");
    if (node.type === "UnaryExpression" && node.operator === "delete") {
      changed.add((memberPath(child(node, "argument")) ?? "").split(".")[0] ?? "");
    }
  });
  return changed;
}

function stateOf(declaration: Node, init: Node | null, changed: Set<string>): string | null {
  const name = nameOf(child(declaration, "id")) ?? "it";
  if (init?.type === "TSAsExpression" || init?.type === "TSSatisfiesExpression") {
    return stateOf(declaration, child(init, "expression"), changed);
  }
  if (init?.type === "NewExpression") {
    const made = (memberPath(child(init, "callee")) ?? "").split(".").at(-1) ?? "";
    if (LIVING.test(made)) return `${name} = new ${made}`;
    const isEmpty = children(init, "arguments").length === 0;
    if (COLLECTIONS.has(made) && (isEmpty || changed.has(name))) return `${name} = new ${made}`;
  }
  const isLiteral = init?.type === "ObjectExpression" || init?.type === "ArrayExpression";
  return isLiteral && changed.has(name) ? `${name} is changed` : null;
}

function check(file: SourceFile): ReturnType<Rule["check"]> {
  if (!file.tree) return [];
  const changed = changedNames(file.tree);
  const hint = "a process holds two copies of this module; keep state in deps (lib/deps.ts)";
  return topLevel(file.tree).flatMap((node) => {
    if (node.type === "ExpressionStatement") {
      const call = memberPath(child(child(node, "expression"), "callee")) ?? "";
      return /^(?:globalThis\.)?set(?:Interval|Timeout|Immediate)$/.test(call)
        ? [violation(file, node.start, `${call} at the top: ${hint}`)]
        : [];
    }
    if (node.type !== "VariableDeclaration" || node.declare === true) return [];
    if (node.kind !== "const")
      return [violation(file, node.start, `top-level ${String(node.kind)}: ${hint}`)];
    return children(node, "declarations").flatMap((declaration) => {
      const state = stateOf(declaration, child(declaration, "init"), changed);
      return state ? [violation(file, declaration.start, `${state}: ${hint}`)] : [];
    });
  });
}

/** State lives on globalThis, once per process, or it exists twice. */
export const moduleState: Rule = {
  name: "module-state",
  check: (files) => files.filter((file) => GOVERNED(file) && !OWN_PROCESS(file)).flatMap(check),
  broken: {
    "a variable": [["lib/http/a.ts", "let count = 0;\nexport const next = () => ++count;"]],
    "an exported variable": [["lib/http/a.ts", "export let count = 0;"]],
    "a cache": [["lib/loaders/a.ts", "const cache = new Map<string, string>();"]],
    "a table that is filled later": [
      ["lib/a.ts", 'const seen = new Set(["a"]);\nexport const f = (x) => seen.add(x);'],
    ],
    "a pool": [["lib/db/a.ts", 'import { Pool } from "pg";\nexport const pool = new Pool({});']],
    "a registry": [["lib/observability/a.ts", "const r = new prom.Registry();"]],
    "an object as a cache": [
      ["lib/a.ts", "const cache: R = {};\nexport const f = (k, v) => { cache[k] = v; };"],
    ],
    "a list that grows": [["lib/a.ts", "const list: string[] = [];\nexport const f = (x) => list.push(x);"]],
    "a timer": [["lib/a.ts", "setInterval(() => {}, 1000);"]],
  },
  fine: {
    "constants and what a function keeps": [
      [
        "lib/a.ts",
        'const KNOWN = new Set(["a"]);\nconst TABLE = { a: 1 } as const;\nexport function make() { const seen = new Map(); let n = 0; return () => seen.set(n++, KNOWN.has("a") && TABLE); }',
      ],
    ],
    "a process of its own": [["lib/simulators/sms/a.ts", "const orders = new Map();"]],
  },
};
