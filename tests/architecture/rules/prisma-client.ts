import { type Rule, under, violation } from "../scan/rule";
import { memberPath, walk } from "../scan/walk";

const CLIENT = /^(?:lib\/db\/client|lib\/db\/generated(?:\/|$)|@prisma\/)/;
/** kernel owns the outbox, the transaction and the shape of deps. */
const MAY = /^lib\/(?:db\/|domain\/kernel\/|domain\/[^/]+\/(?:queries|commands)(?:\.ts$|\/))|^prisma\//;
const GOVERNED = under("app/", "components/", "lib/");
/** deps.db passed on is nobody's business; deps.db.order.findMany is. Closing is the owner's. */
const USE =
  /(?:^|\.)db\.(?:\$(?!disconnect$)\w+|\w+\.(?:find|create|update|upsert|delete|count|aggregate|groupBy)\w*)$/;

/** Rule 3: only queries and commands of the domain, and lib/db, use the Prisma client. */
export const prismaClient: Rule = {
  name: "prisma-client",
  check: (files) =>
    files
      .filter((file) => GOVERNED(file) && !MAY.test(file.path))
      .flatMap((file) => {
        const found = file.imports
          .filter(({ target }) => CLIENT.test(target))
          .map(({ target, line }) => ({
            path: file.path,
            line,
            message: `imports ${target}: only queries and commands of lib/domain and lib/db use the database`,
          }));
        if (file.tree) {
          walk(file.tree, (node, above) => {
            if (node.type !== "MemberExpression" || above.at(-1)?.type === "MemberExpression") return;
            const path = memberPath(node) ?? "";
            if (USE.test(path))
              found.push(violation(file, node.start, `${path}: call a function of the domain instead`));
          });
        }
        return found;
      }),
  broken: {
    "a page asks the database": [["app/page.tsx", 'import { openDatabase } from "@/lib/db/client";']],
    "a pure rule knows a row": [
      ["lib/domain/numbers/otp.ts", 'import type { Order } from "@/lib/db/generated/client";'],
    ],
    "a handler uses deps.db": [["lib/api/a.ts", "export const a = (deps: D) => deps.db.order.findMany();"]],
    "a job runs SQL": [["lib/jobs/a.ts", "export const a = (deps: D) => deps.db.$queryRaw`SELECT 1`;"]],
  },
  fine: {
    "a query and a command": [
      ["lib/domain/numbers/queries.ts", 'import type { Db } from "@/lib/db/client";'],
      [
        "lib/domain/numbers/commands/rent-number.ts",
        "export const a = (deps: D) => deps.db.order.create({});",
      ],
      ["lib/domain/numbers/queries/orders.ts", "export const a = (deps: D) => deps.db.order.count();"],
    ],
    "handed on": [["lib/api/a.ts", "export const a = (deps: D) => isDatabaseReady(deps.db);"]],
  },
};
