import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { MICROS_PER_UNIT, toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeCatalog } from "../policy";
import type { PriceBatchView, PriceDraftRow, PriceDraftView, PriceWarning } from "../types";

const SHOWN_BATCHES = 50;
const PAGE_SIZE = 100;

interface BatchRow {
  id: string;
  spec: {
    mode: string;
    amount?: string;
    rounding?: string;
    services?: string[];
    countries?: string[];
    category?: string;
    minPriceMicros?: string | null;
    maxPriceMicros?: string | null;
  };
  offers: number;
  reason: string | null;
  created_by: string | null;
  created_at: Date;
  applied_by: string | null;
  applied_at: Date | null;
  undoes_batch_id: string | null;
  undone_by: string | null;
}

function batchView(row: BatchRow): PriceBatchView {
  return {
    id: row.id,
    mode: row.spec.mode,
    amount: row.spec.amount || null,
    rounding: row.spec.rounding ?? null,
    offers: row.offers,
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    appliedBy: row.applied_by,
    appliedAt: row.applied_at?.toISOString() ?? null,
    undoesBatchId: row.undoes_batch_id,
    undoneById: row.undone_by,
  };
}

async function readBatches(deps: Pick<KernelDeps, "db">, id: string | null): Promise<BatchRow[]> {
  return deps.db.$queryRaw<BatchRow[]>`
    SELECT d.id, d.spec, d.reason, d.created_at, d.applied_at, d.undoes_batch_id, c.username AS created_by,
      a.username AS applied_by,
      (SELECT count(*)::int FROM jsonb_array_elements(d.rows) r WHERE r ->> 'to' IS NOT NULL) AS offers,
      (SELECT u.id FROM price_drafts u WHERE u.undoes_batch_id = d.id AND u.applied_at IS NOT NULL LIMIT 1) AS undone_by
    FROM price_drafts d LEFT JOIN users c ON c.id = d.created_by LEFT JOIN users a ON a.id = d.applied_by
    WHERE CASE WHEN ${id}::uuid IS NULL THEN d.applied_at IS NOT NULL ELSE d.id = ${id}::uuid END
    ORDER BY d.applied_at DESC NULLS LAST LIMIT ${SHOWN_BATCHES}`;
}

/** The last changes of many prices that were applied, newest first. */
export async function listPriceBatches(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
): Promise<Result<{ batches: PriceBatchView[] }>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  return ok({ batches: (await readBatches(deps, null)).map(batchView) });
}

interface LineRow {
  offer_id: string;
  service: string;
  iso2: string;
  country: string;
  operator: string | null;
  before: string;
  after: string | null;
  cost: string | null;
  warning: PriceWarning | null;
  skipped: PriceDraftRow["skipped"];
  current: bigint;
  is_stale: boolean;
}

function lineView(row: LineRow): PriceDraftRow {
  const decimal = (text: string | null) => (text === null ? null : toDecimal(BigInt(text)));
  const margin = row.after && row.cost ? (Number(row.after) - Number(row.cost)) / Number(row.after) : null;
  return {
    offerId: row.offer_id,
    service: row.service,
    country: { iso2: row.iso2, name: row.country },
    operator: row.operator,
    from: toDecimal(BigInt(row.before)),
    to: decimal(row.after),
    cost: decimal(row.cost),
    margin,
    warning: row.warning,
    skipped: row.skipped,
    changedTo: row.is_stale ? toDecimal(row.current) : null,
  };
}

/** A draft with one page of its lines: those that somebody changed since and those that warn come first. Null: none. */
export async function readPriceDraft(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  { id, page }: { id: string; page: number },
): Promise<Result<{ draft: PriceDraftView | null }>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  const [batch] = await readBatches(deps, id);
  if (!batch) return ok({ draft: null });
  const isOpen = batch.applied_at === null;
  const [[counts], lines] = await Promise.all([
    deps.db.$queryRaw<Record<"total" | "changed" | "stale" | "fractions" | PriceWarning, number>[]>`
      SELECT count(*)::int AS total, count(r ->> 'to')::int AS changed,
        count(*) FILTER (WHERE (r ->> 'to')::bigint % ${MICROS_PER_UNIT / 100n}::bigint <> 0)::int AS fractions,
        count(*) FILTER (WHERE ${isOpen} AND r ->> 'to' IS NOT NULL AND f.version <> (r ->> 'version')::int)::int AS stale,
        count(*) FILTER (WHERE r ->> 'warning' = 'below_cost')::int AS below_cost,
        count(*) FILTER (WHERE r ->> 'warning' = 'under_discount')::int AS under_discount,
        count(*) FILTER (WHERE r ->> 'warning' = 'jump_10x_up')::int AS jump_10x_up,
        count(*) FILTER (WHERE r ->> 'warning' = 'jump_10x_down')::int AS jump_10x_down,
        count(*) FILTER (WHERE r ->> 'warning' = 'jump_50_up')::int AS jump_50_up,
        count(*) FILTER (WHERE r ->> 'warning' = 'jump_50_down')::int AS jump_50_down
      FROM price_drafts d, jsonb_array_elements(d.rows) r LEFT JOIN offers f ON f.id = (r ->> 'id')::uuid
      WHERE d.id = ${id}::uuid`,
    deps.db.$queryRaw<LineRow[]>`
      SELECT f.id AS offer_id, s.name AS service, c.iso2, c.name_en AS country, p.name AS operator, r ->> 'from' AS before,
        r ->> 'to' AS after, r ->> 'cost' AS cost, r ->> 'warning' AS warning, r ->> 'skipped' AS skipped,
        f.current_price_micros AS current,
        ${isOpen} AND r ->> 'to' IS NOT NULL AND f.version <> (r ->> 'version')::int AS is_stale
      FROM price_drafts d
      CROSS JOIN LATERAL jsonb_array_elements(d.rows) WITH ORDINALITY AS lines (r, place)
      JOIN offers f ON f.id = (r ->> 'id')::uuid JOIN services s ON s.id = f.service_id
      JOIN countries c ON c.id = f.country_id LEFT JOIN operators p ON p.id = f.operator_id
      WHERE d.id = ${id}::uuid
      ORDER BY is_stale DESC, r ->> 'warning' NULLS LAST, place LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
  ]);
  const { spec } = batch;
  const decimal = (text: string | null | undefined) => (text ? toDecimal(BigInt(text)) : null);
  const total = counts?.total ?? 0;
  const changed = counts?.changed ?? 0;
  return ok({
    draft: {
      ...batchView(batch),
      filter: {
        services: spec.services ?? [],
        countries: spec.countries ?? [],
        category: spec.category ?? "",
        min: decimal(spec.minPriceMicros),
        max: decimal(spec.maxPriceMicros),
      },
      counts: {
        changed,
        skipped: total - changed,
        stale: counts?.stale ?? 0,
        fractions: counts?.fractions ?? 0,
        warnings: {
          below_cost: counts?.below_cost ?? 0,
          under_discount: counts?.under_discount ?? 0,
          jump_10x_up: counts?.jump_10x_up ?? 0,
          jump_10x_down: counts?.jump_10x_down ?? 0,
          jump_50_up: counts?.jump_50_up ?? 0,
          jump_50_down: counts?.jump_50_down ?? 0,
        },
      },
      rows: lines.map(lineView),
      page,
      pageSize: PAGE_SIZE,
      total,
    },
  });
}
