import type { Prisma } from "@/lib/db/generated/client";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";

type Value = string | number | boolean | bigint | null | string[] | Date;
export type Values = Record<string, Value>;

/** As it is written in an audit row: money as decimals, times in ISO 8601. */
function plain(value: Value): string | number | boolean | null | string[] {
  if (typeof value === "bigint") return toDecimal(value);
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value.toISOString() : value;
}

/** Only what differs, before and after. Null when nothing does. */
export function changesBetween(
  before: Values,
  after: Values,
): { before: Prisma.InputJsonObject; after: Prisma.InputJsonObject } | null {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(plain(before[name] ?? null)) !== JSON.stringify(plain(after[name] ?? null)),
  );
  if (names.length === 0) return null;
  const pick = (values: Values) =>
    Object.fromEntries(names.map((name) => [name, plain(values[name] ?? null)]));
  return { before: pick(before), after: pick(after) };
}

/**
 * Somebody else saved first: refuses with the version that stands now and, by field, what stands there where it differs
 * from what was typed.
 */
export function refuseStale(current: Values & { version: number }, typed: Values): never {
  const details: Record<string, string | number | boolean> = { version: current.version };
  for (const name of Object.keys(typed)) {
    const [now, wanted] = [plain(current[name] ?? null), plain(typed[name] ?? null)];
    if (JSON.stringify(now) === JSON.stringify(wanted)) continue;
    details[`now:${name}`] = Array.isArray(now) ? now.join(", ") : (now ?? "");
  }
  throw new RefusalError("changed_meanwhile", details);
}
