import type { AuditChange, AuditScalar, AuditValue } from "./types";

function isScalar(value: unknown): value is AuditScalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** The values inside, each by its path: {value: {brl: "5"}} -> value.brl. Nulls and empty lists are no values. */
function leavesOf(value: unknown, path = ""): [string, AuditValue][] {
  if (isScalar(value)) return [[path, value]];
  if (Array.isArray(value) && value.every(isScalar)) return value.length === 0 ? [] : [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

const isSame = (change: AuditChange) => JSON.stringify(change.before) === JSON.stringify(change.after);

/** What differs between before and after, then what stayed as it was, each by its field. */
export function auditChanges(before: unknown, after: unknown): AuditChange[] {
  const [was, is] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  const all = [...new Set([...was.keys(), ...is.keys()])].map((field) => ({
    field,
    before: was.get(field) ?? null,
    after: is.get(field) ?? null,
  }));
  return [...all.filter((change) => !isSame(change)), ...all.filter(isSame)];
}
