import { MODULE_ORDER, moduleOf } from "../layers";
import { type Rule, under, violation } from "../scan/rule";

function rank(module: string): number {
  return (MODULE_ORDER as readonly string[]).indexOf(module);
}

/** Rule 6: modules call only downward; news travels up as events. */
export const moduleOrder: Rule = {
  name: "module-order",
  check: (files) =>
    files.filter(under("lib/domain/")).flatMap((file) => {
      const module = moduleOf(file.path);
      if (!module || rank(module) === -1) {
        return [violation(file, null, `is in no known module: the order is ${MODULE_ORDER.join(" < ")}`)];
      }
      return file.imports.flatMap(({ target, line }) => {
        const other = moduleOf(target);
        if (!other || (rank(other) !== -1 && rank(other) <= rank(module))) return [];
        const message = `${module} must not import ${other}: modules call only downward; write an event, or move the rule up`;
        return [{ path: file.path, line, message }];
      });
    }),
  broken: {
    "wallet calls numbers": [
      ["lib/domain/wallet/queries.ts", 'import { getOrder } from "@/lib/domain/numbers/queries";'],
    ],
    "the kernel knows a module, by a relative path": [
      ["lib/domain/kernel/deps.ts", 'import type { Mailer } from "../identity/ports";'],
    ],
    "a module that nobody ordered": [["lib/domain/coupons/queries.ts", "export const a = 1;"]],
    "a file beside the modules": [["lib/domain/rules.ts", "export const a = 1;"]],
  },
  fine: {
    "numbers calls wallet": [
      [
        "lib/domain/numbers/commands/rent-number.ts",
        'import { placeHold } from "@/lib/domain/wallet/commands/place-hold";',
      ],
    ],
  },
};
