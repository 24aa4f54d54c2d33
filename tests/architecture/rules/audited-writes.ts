import { TRANSACTION_OPENERS } from "../layers";
import { type Rule, violation } from "../scan/rule";
import type { SourceFile } from "../scan/source-file";
import { child, children, memberPath, type Node, walk } from "../scan/walk";

const COMMAND = /^lib\/domain\/(?!kernel\/|audit\/)[^/]+\/commands(?:\.ts$|\/)/;
/** recordChange writes both inside one SQL statement. */
const TELLS = new Set(["writeEvent", "writeEvents", "writeAudit", "recordChange"]);

/** A transaction around a function written here; one that is only passed on belongs to the caller. */
function opensTransaction(tree: Node): boolean {
  return someCall(
    tree,
    (path, call) =>
      TRANSACTION_OPENERS.test(path) &&
      children(call, "arguments").some(({ type }) => type.endsWith("FunctionExpression")),
  );
}

function someCall(tree: Node, test: (path: string, call: Node) => boolean): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.type === "CallExpression") found ||= test(memberPath(child(node, "callee")) ?? "", node);
  });
  return found;
}

/** Does the file, or a command that it imports, write an event or an audit row? */
function tells(file: SourceFile, known: Map<string, SourceFile>, seen = new Set<SourceFile>()): boolean {
  if (seen.has(file) || !file.tree) return false;
  seen.add(file);
  if (someCall(file.tree, (path) => TELLS.has(path))) return true;
  return file.imports.some(({ target, isTypeOnly }) => {
    const next = isTypeOnly ? undefined : known.get(`${target}.ts`);
    return next !== undefined && COMMAND.test(next.path) && tells(next, known, seen);
  });
}

/** Rule 7, as far as it shows: a command that opens a transaction writes an event or an audit row, itself or through another command. */
export const auditedWrites: Rule = {
  name: "audited-writes",
  check: (files) => {
    const known = new Map(files.map((file) => [file.path, file]));
    return files
      .filter((file) => COMMAND.test(file.path) && file.tree !== null && opensTransaction(file.tree))
      .filter((file) => !tells(file, known))
      .map((file) =>
        violation(file, null, "opens a transaction and writes neither an event nor an audit row"),
      );
  },
  broken: {
    "a silent change": [
      [
        "lib/domain/wallet/commands/grant-credit.ts",
        "export const a = (deps) => inTransaction(deps, (tx) => tx.user.update({}));",
      ],
    ],
    "a command that only imports the type of one that tells": [
      ["lib/domain/wallet/commands/place-hold.ts", "export const p = (tx) => writeEvent(tx);"],
      [
        "lib/domain/wallet/commands/grant-credit.ts",
        'import type { P } from "./place-hold";\nexport const a = (deps) => inTransaction(deps, (tx) => tx.user.update({}));',
      ],
    ],
  },
  fine: {
    "a transaction around somebody else's work": [
      [
        "lib/domain/wallet/commands/post-once.ts",
        "export const a = (deps, work) => inTransaction(deps, work);",
      ],
    ],
    "a change that is told": [
      [
        "lib/domain/wallet/commands/grant-credit.ts",
        "export const a = (deps) => inTransaction(deps, (tx) => writeAudit(tx, {}));",
      ],
    ],
    "told by the command it calls": [
      ["lib/domain/wallet/commands/deposit-money.ts", "export const p = (tx) => writeEvent(tx);"],
      [
        "lib/domain/wallet/commands/grant-credit.ts",
        'import { p } from "./deposit-money";\nexport const a = (deps) => inTransaction(deps, (tx) => p(tx));',
      ],
    ],
  },
};
