import { type Rule, under, violation } from "../scan/rule";
import { child, children, memberPath, type Node, nameOf, walk } from "../scan/walk";

const FRAMEWORKS =
  /^(?:next|next-auth|next-intl|next-safe-action|react|react-dom|hono|@hono\/[^/]+|server-only)(?:\/|$)/;
const OUTSIDE_PACKAGES =
  /^(?:pg|pg-boss|ioredis|nodemailer|twilio|stripe|pino|prom-client|(?:node:)?(?:https?|net|tls|dns|fs|fs\/promises|child_process|worker_threads))$/;
const RANDOM = new Set(["randomUUID", "randomBytes", "randomInt", "getRandomValues"]);
const FORBIDDEN_CALLS: Record<string, string> = {
  "Date.now": "take deps.clock",
  "Math.random": "take deps.ids",
  "performance.now": "take deps.clock",
  fetch: "declare a port in ports.ts",
  "globalThis.fetch": "declare a port in ports.ts",
  "crypto.randomUUID": "take deps.ids",
  "crypto.getRandomValues": "take deps.ids",
};

function wrong(node: Node): string | null {
  if (node.type === "CallExpression") {
    const path = memberPath(child(node, "callee")) ?? "";
    const instead = FORBIDDEN_CALLS[path];
    if (instead) return `${path}(): the domain touches no clock, chance or network; ${instead}`;
    if (path === "Date") return "Date(): take deps.clock";
  }
  if (
    node.type === "NewExpression" &&
    nameOf(child(node, "callee")) === "Date" &&
    children(node, "arguments").length === 0
  ) {
    return "new Date() without an argument: take deps.clock";
  }
  if (node.type === "MemberExpression") {
    const path = memberPath(node) ?? "";
    if (/^(?:globalThis\.)?process\.env$/.test(path)) return "process.env: what varies comes in through deps";
    if (/^(?:globalThis\.)?console\.\w+$/.test(path)) return "console: take deps.log";
  }
  return null;
}

/** Rule 2: the business knows no framework, no clock, no chance, no network. */
export const domainPurity: Rule = {
  name: "domain-purity",
  check: (files) =>
    files.filter(under("lib/domain/")).flatMap((file) => {
      const found = file.imports
        .filter(({ specifier }) => FRAMEWORKS.test(specifier) || OUTSIDE_PACKAGES.test(specifier))
        .map(({ specifier, line }) => ({
          path: file.path,
          line,
          message: `imports ${specifier}: the domain gets the outside world through a port`,
        }));
      for (const { specifier, names, line } of file.imports) {
        const chance = /^(?:node:)?crypto$|^uuid$/.test(specifier)
          ? names.find((name) => RANDOM.has(name) || specifier === "uuid")
          : undefined;
        if (chance) found.push({ path: file.path, line, message: `imports ${chance}: take deps.ids` });
      }
      if (file.tree) {
        walk(file.tree, (node) => {
          const message = wrong(node);
          if (message) found.push(violation(file, node.start, message));
        });
      }
      return found;
    }),
  broken: {
    "a framework": [["lib/domain/wallet/queries.ts", 'import { cache } from "react";']],
    "a part of a framework": [["lib/domain/wallet/queries.ts", 'import { headers } from "next/headers";']],
    "the API's library": [["lib/domain/wallet/schema.ts", 'import { z } from "@hono/zod-openapi";']],
    "the real clock": [["lib/domain/wallet/policy.ts", "export const a = () => Date.now();"]],
    "the real clock as a date": [["lib/domain/wallet/policy.ts", "export const a = () => new Date();"]],
    chance: [["lib/domain/wallet/policy.ts", "export const a = () => Math.random();"]],
    "an id out of nowhere": [["lib/domain/wallet/policy.ts", 'import { randomUUID } from "node:crypto";']],
    network: [["lib/domain/wallet/policy.ts", 'export const a = () => fetch("https://example.org");']],
    environment: [["lib/domain/wallet/policy.ts", "export const a = process.env.PORT;"]],
    console: [["lib/domain/wallet/policy.ts", "console.log(1);"]],
    "a socket": [["lib/domain/wallet/policy.ts", 'import { connect } from "node:net";']],
  },
  fine: {
    "a date from a row, a digest, a word in a comment": [
      [
        "lib/domain/wallet/policy.ts",
        'import { createHash } from "node:crypto";\n// Never Date.now() here.\nexport const a = (at: number) => [new Date(at), createHash("sha256"), "new Date()"];',
      ],
    ],
    "the clock elsewhere": [["lib/integrations/system/clock.ts", "export const now = () => new Date();"]],
  },
};
