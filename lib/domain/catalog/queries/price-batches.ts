import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { MICROS_PER_UNIT, toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { warnedText } from "@/lib/domain/kernel/warned";
import { canSeeCatalog } from "../policy";
import { countedWarnings, PRICE_WARNINGS } from "../price-rules";
import type { PriceBatchView, PriceDraftRow, PriceDraftView, PriceWarning } from "../types";
import { countWarnings, IS_CHANGED, IS_NOW_A_LOSS, LINE_WARNINGS } from "./draft-lines";
import { CHEAPEST_COST } from "./offer-cost";

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
  warnings: PriceWarning[];
  skipped: PriceDraftRow["skipped"];
  current: bigint;
  is_changed: boolean;
  /** What it costs now, where the new price became a loss since. */
  loss_cost: bigint | null;
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
    warnings: row.warnings,
    skipped: row.skipped,
    changedTo: row.is_changed ? toDecimal(row.current) : null,
    costNow: row.loss_cost === null ? null : toDecimal(row.loss_cost),
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
  const [[counts], warnings, lines] = await Promise.all([
    deps.db.$queryRaw<Record<"total" | "changed" | "stale" | "fractions", number>[]>`
      SELECT count(*)::int AS total, count(r ->> 'to')::int AS changed,
        count(*) FILTER (WHERE (r ->> 'to')::bigint % ${MICROS_PER_UNIT / 100n}::bigint <> 0)::int AS fractions,
        count(*) FILTER (WHERE ${isOpen} AND (${IS_CHANGED} OR ${IS_NOW_A_LOSS}))::int AS stale
      FROM price_drafts d, jsonb_array_elements(d.rows) r LEFT JOIN offers f ON f.id = (r ->> 'id')::uuid
      WHERE d.id = ${id}::uuid`,
    countWarnings(deps.db, id),
    deps.db.$queryRaw<LineRow[]>`
      SELECT f.id AS offer_id, s.name AS service, c.iso2, c.name_en AS country, p.name AS operator, r ->> 'from' AS before,
        r ->> 'to' AS after, r ->> 'cost' AS cost, ${LINE_WARNINGS} AS warnings, r ->> 'skipped' AS skipped,
        f.current_price_micros AS current,
        ${isOpen} AND ${IS_CHANGED} AS is_changed,
        CASE WHEN ${isOpen} AND ${IS_NOW_A_LOSS} THEN ${CHEAPEST_COST} END AS loss_cost
      FROM price_drafts d
      CROSS JOIN LATERAL jsonb_array_elements(d.rows) WITH ORDINALITY AS lines (r, place)
      JOIN offers f ON f.id = (r ->> 'id')::uuid JOIN services s ON s.id = f.service_id
      JOIN countries c ON c.id = f.country_id LEFT JOIN operators p ON p.id = f.operator_id
      WHERE d.id = ${id}::uuid
      ORDER BY is_changed DESC, loss_cost NULLS LAST, r ->> 'warning' NULLS LAST, place LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
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
        warnings,
      },
      warned: {
        warnings: PRICE_WARNINGS.filter((warning) => warnings[warning] > 0),
        confirm: warnedText(id, countedWarnings(warnings)),
      },
      rows: lines.map(lineView),
      page,
      pageSize: PAGE_SIZE,
      total,
    },
  });
}
