import type { Db, Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { PRICE_WARNINGS, type PriceWarning } from "../price-rules";
import { CHEAPEST_COST } from "./offer-cost";

/** The line `r` of a draft: somebody saved its offer `f` after the preview. */
export const IS_CHANGED = Prisma.sql`
  (r ->> 'to' IS NOT NULL AND f.version IS DISTINCT FROM (r ->> 'version')::int)`;

/** The line `r` of a draft: since the preview its offer `f` costs more than the new price. Nobody was warned of that. */
export const IS_NOW_A_LOSS = Prisma.sql`
  coalesce(r ->> 'to' IS NOT NULL AND coalesce((r ->> 'cost')::bigint <= (r ->> 'to')::bigint, true)
    AND ${CHEAPEST_COST} > (r ->> 'to')::bigint, false)`;

/** All that the line `r` of a draft is warned about; lines of older drafts have their gravest warning alone. */
export const LINE_WARNINGS = Prisma.sql`
  coalesce(r -> 'warnings', jsonb_path_query_array(r, '$.warning ? (@ != null)'))`;

/** How many lines of a draft are warned about, by warning; a line counts for each of its own. */
export async function countWarnings(db: Db | Tx, draftId: string): Promise<Record<PriceWarning, number>> {
  const rows = await db.$queryRaw<{ warning: PriceWarning; count: number }[]>`
    SELECT warning, count(*)::int AS count
    FROM price_drafts d, jsonb_array_elements(d.rows) r, jsonb_array_elements_text(${LINE_WARNINGS}) warning
    WHERE d.id = ${draftId}::uuid GROUP BY 1`;
  const counts = new Map(rows.map(({ warning, count }) => [warning, count]));
  return Object.fromEntries(PRICE_WARNINGS.map((warning) => [warning, counts.get(warning) ?? 0])) as Record<
    PriceWarning,
    number
  >;
}
