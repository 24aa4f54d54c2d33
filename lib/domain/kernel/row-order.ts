import { Prisma } from "@/lib/db/generated/client";

export type Direction = "asc" | "desc";

/** How the rows of a list shall stand: by which of its columns, and which way. */
export interface AskedOrder {
  sort?: string;
  direction?: Direction;
}

/** Rows by a value, and those with the same value by one that no other row has. */
export interface RowOrder {
  by: Prisma.Sql;
  direction: Direction;
  /** Some rows have no value: they come last, both ways. */
  hasGaps?: boolean;
  unique: Prisma.Sql;
  uniqueDirection: Direction;
}

const WORDS = { asc: Prisma.sql`ASC`, desc: Prisma.sql`DESC` };
const BEHIND = { asc: Prisma.sql`>`, desc: Prisma.sql`<` };

/** What stands behind ORDER BY. */
export function rowsInOrder({ by, direction, hasGaps, unique, uniqueDirection }: RowOrder): Prisma.Sql {
  return Prisma.sql`${by} ${WORDS[direction]} ${hasGaps ? Prisma.sql`NULLS LAST` : Prisma.empty}, ${unique} ${WORDS[uniqueDirection]}`;
}

/** The row that was read last: its value (null for none), and its unique one with the cast that it needs. */
export interface LastRow {
  by: string | number | bigint | Date | null;
  unique: Prisma.Sql;
}

/**
 * The rows behind the last one, so that a list of any length is read in batches, each by its index. All rows where nothing
 * was read yet.
 */
export function rowsBehind(order: RowOrder, last: LastRow | null): Prisma.Sql {
  if (!last) return Prisma.sql`true`;
  const { by, unique } = order;
  const further = Prisma.sql`${unique} ${BEHIND[order.uniqueDirection]} ${last.unique}`;
  if (last.by === null) return Prisma.sql`(${by} IS NULL AND ${further})`;
  const behind = BEHIND[order.direction];
  const next = Prisma.sql`${by} ${behind}= ${last.by} AND (${by} ${behind} ${last.by} OR ${further})`;
  return order.hasGaps ? Prisma.sql`(${by} IS NULL OR ${next})` : Prisma.sql`(${next})`;
}

/** The same for a single value that every row has and no two share, as a filter of Prisma. */
export function isBehind<Value extends string | number>(direction: Direction, last: Value) {
  return direction === "asc" ? { gt: last } : { lt: last };
}
