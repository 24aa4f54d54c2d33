import { AREAS, areaOf } from "../layers";
import { type Rule, violation } from "../scan/rule";

const GOVERNED = /^(?:app|components|lib|prisma)\/.*\.(?:ts|tsx|mts|mjs)$/;

function problemOf(area: string, target: string): string | null {
  const goal = areaOf(target);
  const { imports = [], domainParts } = AREAS[area] ?? {};
  if (goal !== area && (goal === null || !imports.includes(goal))) {
    return `${area} must not import ${target}: it may import ${imports.join(", ") || "nothing"}`;
  }
  if (goal !== "domain" || area === "domain" || !domainParts) return null;
  const part = target.split("/")[3] ?? "";
  return domainParts.test(part)
    ? null
    : `${area} must not import ${target}: of a module it sees ${domainParts.source}`;
}

/** Rules 1 and 5: imports go one way, from the doors down to the business. */
export const layers: Rule = {
  name: "layers",
  check: (files) =>
    files
      .filter(({ path }) => GOVERNED.test(path))
      .flatMap((file) => {
        const area = areaOf(file.path);
        if (!area) return [violation(file, null, "lies in no area of layers.ts: decide where it belongs")];
        return file.imports
          .filter(({ isOwn }) => isOwn)
          .flatMap(({ target, line }) => {
            const message = problemOf(area, target);
            return message ? [{ path: file.path, line, message }] : [];
          });
      }),
  broken: {
    "a component reads through a loader": [
      ["components/wallet/card.tsx", 'import { loadWallet } from "@/lib/loaders/wallet";'],
    ],
    "the domain knows a page": [["lib/domain/wallet/queries.ts", 'import { Page } from "@/app/page";']],
    "a job calls an action": [["lib/jobs/definitions/a.ts", 'import { a } from "@/lib/actions/wallet";']],
    "the API uses a loader, by a relative path": [
      ["lib/api/app.ts", 'import { a } from "../loaders/wallet";'],
    ],
    "the domain imports its adapter, lazily": [
      ["lib/domain/numbers/queries.ts", 'export const a = () => import("@/lib/integrations/sms/x");'],
    ],
    "a type goes the wrong way too": [
      ["lib/domain/numbers/types.ts", 'import type { Deps } from "@/lib/deps";'],
    ],
    "a page reads past its loader": [
      ["app/page.tsx", 'import { getBalance } from "@/lib/domain/wallet/queries";'],
    ],
    "an adapter calls back": [
      [
        "lib/integrations/sms/a.ts",
        'import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";',
      ],
    ],
    "a folder that nobody decided on": [["lib/misfits/a.ts", "export const a = 1;"]],
  },
  fine: {
    "a page, its loader, the domain": [
      ["app/[locale]/page.tsx", 'import { loadWallet } from "@/lib/loaders/wallet";'],
      ["lib/loaders/wallet.ts", 'import { getBalance } from "@/lib/domain/wallet/queries";'],
      ["lib/domain/wallet/queries.ts", 'import type { Db } from "@/lib/db/client";'],
    ],
  },
};
