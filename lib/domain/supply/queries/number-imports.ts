import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { likeText } from "@/lib/domain/kernel/list-input";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeStock } from "../policy";
import type { ImportedNumbers, NumberImportDetail, NumberImportView } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

const PARTS = {
  provider: { select: { code: true, name: true } },
  importedBy: { select: { username: true } },
} satisfies Prisma.NumberImportInclude;

function toView(row: Prisma.NumberImportGetPayload<{ include: typeof PARTS }>): NumberImportView {
  const { id, fileName, provider, importedBy, importedById, rows, added, refused } = row;
  return {
    id,
    fileName,
    provider,
    by: importedById && importedBy ? { id: importedById, username: importedBy.username } : null,
    rows,
    added,
    refused,
    createdAt: row.createdAt.toISOString(),
  };
}

function named(search: string): Prisma.NumberImportWhereInput {
  const part = { contains: likeText(search), mode: "insensitive" } as const;
  return {
    OR: [
      { fileName: part },
      { provider: { OR: [{ code: part }, { name: part }] } },
      { importedBy: { username: part } },
    ],
  };
}

/** The files of numbers that were taken in, for staff; searched by a part of the file's name, its supplier or who took it in. */
export async function listNumberImports(
  { db }: ReadDeps,
  actor: Actor,
  asked: { page: number; pageSize: number; direction: "asc" | "desc"; search: string },
): Promise<Result<{ page: Page<NumberImportView> }>> {
  if (!canSeeStock(actor)) return refuse("forbidden");
  const where = asked.search ? named(asked.search) : {};
  const counted = await db.numberImport.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await db.numberImport.findMany({
    where,
    include: PARTS,
    orderBy: [{ createdAt: asked.direction }, { id: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return ok({ page: toPage(rows.map(toView), counted, asked) });
}

/** Where the numbers of an import are now: each is counted once. */
export async function countImported(db: Tx | ReadDeps["db"], importId: string): Promise<ImportedNumbers> {
  const [row] = await db.$queryRaw<ImportedNumbers[]>`
    SELECT count(*) FILTER (WHERE NOT is_active)::int AS off,
      count(*) FILTER (WHERE is_active AND held)::int AS held,
      count(*) FILTER (WHERE is_active AND NOT held AND used)::int AS used,
      count(*) FILTER (WHERE is_active AND NOT held AND NOT used)::int AS unused
    FROM (
      SELECT p.is_active, coalesce(bool_or(n.live_order_id IS NOT NULL), false) AS held,
        coalesce(bool_or(n.used_at IS NOT NULL), false) AS used
      FROM phone_numbers p LEFT JOIN phone_number_services n ON n.phone_number_id = p.id
      WHERE p.import_id = ${importId}::uuid GROUP BY p.id) numbers`;
  return row ?? { off: 0, held: 0, used: 0, unused: 0 };
}

/** One import with where its numbers are now; null when there is none. */
export async function getNumberImport(
  { db }: ReadDeps,
  actor: Actor,
  id: string,
): Promise<Result<{ numberImport: NumberImportDetail | null }>> {
  if (!canSeeStock(actor)) return refuse("forbidden");
  const [row, numbers] = await Promise.all([
    db.numberImport.findUnique({ where: { id }, include: PARTS }),
    countImported(db, id),
  ]);
  return ok({ numberImport: row && { ...toView(row), numbers } });
}
