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

/** How many lines of a draft are warned about, by their gravest warning. */
export async function countWarnings(db: Db | Tx, draftId: string): Promise<Record<PriceWarning, number>> {
  const rows = await db.$queryRaw<{ warning: PriceWarning; count: number }[]>`
    SELECT r ->> 'warning' AS warning, count(*)::int AS count
    FROM price_drafts d, jsonb_array_elements(d.rows) r
    WHERE d.id = ${draftId}::uuid AND r ->> 'warning' IS NOT NULL GROUP BY 1`;
  const counts = new Map(rows.map(({ warning, count }) => [warning, count]));
  return Object.fromEntries(PRICE_WARNINGS.map((warning) => [warning, counts.get(warning) ?? 0])) as Record<
    PriceWarning,
    number
  >;
}
