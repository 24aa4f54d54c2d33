import { moduleOf } from "../layers";
import { type Rule, under, violation } from "../scan/rule";
import type { SourceFile } from "../scan/source-file";

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const VAGUE_VERBS = /^(?:get|list|count|handle|process|manage|do|perform|execute|run)-/;
const WRITE_VERBS = /^(?:create|update|delete|insert|save|set|write|place|issue)-/;

type Kind = "schema" | "types" | "policy" | "queries" | "commands" | "ports" | "noun";

function kindOf(path: string): Kind {
  const [first = "", ...rest] = path.split("/").slice(3);
  if (rest.length > 0) return first === "queries" ? "queries" : "commands";
  const name = first.replace(/\.ts$/, "");
  const known: readonly string[] = ["schema", "types", "policy", "queries", "commands", "ports"];
  return known.includes(name) ? (name as Kind) : "noun";
}

/** Which kinds a file of each kind may import from its own module, and from a lower one. */
const OWN: Record<Kind, Kind[]> = {
  schema: ["schema", "noun"],
  types: ["schema", "types", "noun"],
  policy: ["types", "schema", "noun", "policy"],
  ports: ["types", "schema", "ports", "noun"],
  noun: ["types", "schema", "noun", "policy"],
  queries: ["schema", "types", "policy", "queries", "ports", "noun"],
  commands: ["schema", "types", "policy", "queries", "commands", "ports", "noun"],
};
const LOWER: Record<Kind, Kind[]> = {
  schema: ["schema", "types"],
  types: ["types"],
  policy: ["types"],
  ports: ["types", "ports"],
  noun: ["types", "ports"],
  queries: ["schema", "types", "policy", "queries", "noun"],
  commands: ["schema", "types", "policy", "queries", "commands", "ports", "noun"],
};

function nameProblem(path: string): string | null {
  const parts = path.split("/").slice(3);
  const base = (parts.at(-1) ?? "").replace(/\.ts$/, "");
  if (!path.endsWith(".ts")) return "a module holds .ts files only";
  if (!KEBAB.test(base)) return `${base}: file names are kebab-case`;
  if (parts.length === 1) return null;
  if (parts.length > 2 || (parts[0] !== "commands" && parts[0] !== "queries")) {
    return "a module has no folders but commands/ and queries/";
  }
  if (parts[0] === "commands" && (!base.includes("-") || VAGUE_VERBS.test(`${base}-`))) {
    return `${base}: a command is a business verb and its noun (rent-number, capture-hold)`;
  }
  return parts[0] === "queries" && WRITE_VERBS.test(`${base}-`) ? `${base}: a query only reads` : null;
}

function importProblems(file: SourceFile): ReturnType<Rule["check"]> {
  const module = moduleOf(file.path);
  const kind = kindOf(file.path);
  return file.imports.flatMap(({ target, line }) => {
    const other = moduleOf(`${target}/`);
    if (!other || other === "kernel" || !/^lib\/domain\/[^/]+\/./.test(target)) return [];
    const goal = kindOf(`${target}.ts`);
    const allowed = other === module ? OWN[kind] : LOWER[kind];
    if (allowed.includes(goal)) return [];
    const where = other === module ? "of its own module" : "of a lower module";
    return [
      {
        path: file.path,
        line,
        message: `${kind} must not import ${target}: ${where} it may use ${allowed.join(", ")}`,
      },
    ];
  });
}

/** The closed list of a module's files, and what each kind may import. The kernel is free in its nouns. */
export const domainVocabulary: Rule = {
  name: "domain-vocabulary",
  check: (files) =>
    files.filter(under("lib/domain/")).flatMap((file) => {
      const problem = nameProblem(file.path);
      const found = problem ? [violation(file, null, problem)] : [];
      return moduleOf(file.path) === "kernel" ? found : [...found, ...importProblems(file)];
    }),
  broken: {
    "a folder of its own": [["lib/domain/wallet/services/holds.ts", "export const a = 1;"]],
    "a command without a noun": [["lib/domain/wallet/commands/grant.ts", "export const a = 1;"]],
    "a command without a business verb": [
      ["lib/domain/wallet/commands/process-hold.ts", "export const a = 1;"],
    ],
    "a query that writes": [["lib/domain/wallet/queries/update-balance.ts", "export const a = 1;"]],
    "a name in camel case": [["lib/domain/wallet/holdRules.ts", "export const a = 1;"]],
    "a schema that reads": [["lib/domain/wallet/schema.ts", 'import { getBalance } from "./queries";']],
    "a pure rule that writes": [
      ["lib/domain/wallet/fees.ts", 'import { placeHold } from "./commands/place-hold";'],
    ],
    "a query that writes through a command": [
      [
        "lib/domain/numbers/queries.ts",
        'import { placeHold } from "@/lib/domain/wallet/commands/place-hold";',
      ],
    ],
    "a component inside the domain": [["lib/domain/wallet/card.tsx", "export const a = 1;"]],
  },
  fine: {
    "commands, queries, pure rules": [
      [
        "lib/domain/wallet/commands/place-hold.ts",
        'import { fee } from "../fees";\nimport { s } from "../schema";',
      ],
      ["lib/domain/wallet/queries/line-postings.ts", 'import type { Line } from "../types";'],
      ["lib/domain/wallet/fees.ts", 'import type { Line } from "./types";'],
    ],
  },
};
