import { TRANSACTION_OPENERS } from "../layers";
import { type Rule, under, violation } from "../scan/rule";
import { child, children, memberPath, type Node, walk } from "../scan/walk";

/** What deps offers without leaving the process. */
const HARMLESS = new Set(["clock", "ids", "cipher", "log", "mode", "env"]);
/** Waits, or goes out, whatever it is called on. */
const OUTSIDE =
  /^(?:fetch|globalThis\.fetch|setTimeout|(?:\w+\.)?smsProviders?\b.*|(?:\w+\.)?(?:mailer|passwords|notifications)\..+)$/;

function isFunction(node: Node | null): node is Node {
  return node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression";
}

function wrong(path: string): string | null {
  if (OUTSIDE.test(path))
    return `${path}() inside a transaction: reserve, commit, call, then settle or release`;
  const [, port] = /^(?:\w+\.)?deps\.(\w+)\./.exec(path) ?? [];
  if (!port || HARMLESS.has(port)) return null;
  return port === "db"
    ? `${path}() inside a transaction uses a second connection: use tx`
    : `${path}() inside a transaction: reserve, commit, call, then settle or release`;
}

/** Rule 8: no external call while a transaction is open (as far as one file shows). */
export const transactions: Rule = {
  name: "transactions",
  check: (files) =>
    files.filter(under("lib/", "prisma/seed/")).flatMap((file) => {
      const found: ReturnType<Rule["check"]> = [];
      if (!file.tree || file.path === "lib/domain/kernel/transaction.ts") return found;
      walk(file.tree, (node) => {
        if (
          node.type !== "CallExpression" ||
          !TRANSACTION_OPENERS.test(memberPath(child(node, "callee")) ?? "")
        )
          return;
        for (const work of children(node, "arguments").filter(isFunction)) {
          walk(work, (inner) => {
            const called =
              inner.type === "CallExpression"
                ? child(inner, "callee")
                : inner.type === "TaggedTemplateExpression"
                  ? child(inner, "tag")
                  : null;
            const message = wrong(memberPath(called) ?? "");
            if (message) found.push(violation(file, inner.start, message));
          });
        }
      });
      return found;
    }),
  broken: {
    "a port": [
      [
        "lib/domain/numbers/commands/rent-number.ts",
        "export const a = (deps) => inTransaction(deps, async (tx) => { await deps.mailer.send({}); });",
      ],
    ],
    "a provider that was picked before": [
      [
        "lib/domain/numbers/commands/a-b.ts",
        "export const a = (deps) => inTransaction(deps, (tx) => deps.smsProviders.forProvider(p).buy({}));",
      ],
    ],
    "the network": [
      ["lib/domain/a/b.ts", 'export const a = (deps) => deps.db.$transaction(async () => fetch("x"));'],
    ],
    "slow hashing": [
      [
        "lib/domain/a/b.ts",
        'export const a = (deps) => inTransaction(deps, () => deps.passwords.hash("x"));',
      ],
    ],
    "a second connection": [
      ["lib/domain/a/b.ts", "export const a = (deps) => inTransaction(deps, () => deps.db.order.count());"],
    ],
    "a second connection with SQL": [
      [
        "lib/domain/a/b.ts",
        "export const a = (deps) => inTransaction(deps, () => deps.db.$queryRaw`SELECT 1`);",
      ],
    ],
  },
  fine: {
    "what stays in the process": [
      [
        "lib/domain/a/b.ts",
        "export const a = (deps) => inTransaction(deps, (tx) => tx.order.create({ id: deps.ids.uuid(), body: deps.cipher.encrypt(b) }));",
      ],
    ],
    "before and after": [
      [
        "lib/domain/a/b.ts",
        "export const a = async (deps) => { await deps.mailer.send({}); await inTransaction(deps, (tx) => tx.order.count()); };",
      ],
    ],
  },
};
