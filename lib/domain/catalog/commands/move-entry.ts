import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { MoveInput } from "../edit-schema";
import { canEditCatalog } from "../policy";

interface Placed {
  id: string;
  sort_order: number;
}

const STEP = 10;

const TABLES = {
  service: { table: Prisma.sql`services`, name: Prisma.sql`name` },
  country: { table: Prisma.sql`countries`, name: Prisma.sql`name_en` },
} as const;

/** Numbers the whole list anew in steps of ten; only what changes its place is written. */
async function renumber(tx: Tx, table: Prisma.Sql, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${table} t SET sort_order = o.place * ${STEP}::int, updated_at = now()
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY o (id, place)
    WHERE t.id = o.id AND t.sort_order <> o.place * ${STEP}::int`;
}

/** Changes places with the neighbour above or below. At the end of the list nothing happens. */
export async function moveEntry(
  deps: KernelDeps,
  actor: Actor,
  target: keyof typeof TABLES,
  { id, direction }: MoveInput,
): Promise<Result> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const { table, name } = TABLES[target];
  return inTransaction<Result>(deps, async (tx) => {
    const rows = await tx.$queryRaw<Placed[]>`
      SELECT id, sort_order FROM ${table} ORDER BY sort_order, ${name}, id FOR UPDATE`;
    const from = rows.findIndex((row) => row.id === id);
    const to = from + (direction === "up" ? -1 : 1);
    const [moved, neighbour] = [rows[from], rows[to]];
    if (!moved) return refuse("not_found");
    if (!neighbour) return ok();
    const ids = rows.map((row) => row.id);
    ids[from] = neighbour.id;
    ids[to] = moved.id;
    await renumber(tx, table, ids);
    await writeAudit(tx, actor, {
      action: `${target}.moved`,
      targetType: target,
      targetId: id,
      before: { place: from + 1, sortOrder: moved.sort_order },
      after: { place: to + 1, sortOrder: (to + 1) * STEP },
    });
    return ok();
  });
}
