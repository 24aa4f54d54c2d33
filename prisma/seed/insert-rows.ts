import type { Tx } from "@/lib/db/client";

type Cell = string | number | bigint | boolean | Date | null | string[] | object;

/**
 * Adds thousands of rows in one statement; what is there already stays. Keys are the table's own column names, the same
 * in every row. Only for tables named in the seed's source.
 */
export async function insertRows(
  db: Pick<Tx, "$executeRawUnsafe">,
  table: string,
  rows: Record<string, Cell>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  if (columns === "") return;
  const text = JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  await db.$executeRawUnsafe(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)
      ON CONFLICT DO NOTHING`,
    text,
  );
}
