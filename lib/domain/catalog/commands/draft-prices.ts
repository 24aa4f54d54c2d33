import { Prisma } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canEditCatalog } from "../policy";
import { bulkWarnings, newPrice } from "../price-rules";
import type { PriceDraftInput } from "../price-schema";
import { CHEAPEST_COST } from "../queries/offer-cost";

interface Found {
  id: string;
  version: number;
  price: bigint;
  cost: bigint | null;
  /** The dearest of its quantity discounts, for each number. */
  quantityPrice: bigint | null;
}

/** One line of a draft; amounts in micro-units as text. */
interface DraftRow {
  id: string;
  version: number;
  from: string;
  to: string | null;
  cost: string | null;
  /** The gravest of them: what lines are put in order by. */
  warning: string | null;
  warnings: string[];
  skipped: string | null;
}

const SHOWN_CODES = 10;
const MAX_ROWS = 50_000;
const QUANTITY_PRICE = Prisma.sql`(SELECT max((b ->> 'pricePerMicros')::bigint) FROM jsonb_array_elements(f.bulk_discounts) b)`;

function draftRow(offer: Found, to: bigint | null, skipped: string | null): DraftRow {
  const warnings = to === null ? [] : bulkWarnings(offer, to);
  return {
    id: offer.id,
    version: offer.version,
    from: offer.price.toString(),
    to: to?.toString() ?? null,
    cost: offer.cost?.toString() ?? null,
    warning: warnings[0] ?? null,
    warnings,
    skipped,
  };
}

/** Codes that name nothing: leaving them out in silence would change fewer prices than were meant. */
async function unknownCodes(
  { db }: Pick<KernelDeps, "db">,
  { services, countries }: PriceDraftInput,
): Promise<Refusal | null> {
  const [lost] = await db.$queryRaw<{ services: string[] | null; countries: string[] | null }[]>`
    SELECT
      (SELECT array_agg(code) FROM unnest(${services}::text[]) code
        WHERE NOT EXISTS (SELECT FROM services s WHERE s.code = code.code OR s.slug = code.code)) AS services,
      (SELECT array_agg(code) FROM unnest(${countries}::text[]) code
        WHERE NOT EXISTS (SELECT FROM countries c WHERE lower(c.iso2) = code.code OR c.legacy_id::text = code.code))
        AS countries`;
  for (const field of ["services", "countries"] as const) {
    const codes = lost?.[field];
    if (codes) return refuse("invalid_input", { field, found: codes.slice(0, SHOWN_CODES).join(", ") });
  }
  return null;
}

function matching(spec: PriceDraftInput): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (spec.services.length > 0)
    parts.push(Prisma.sql`(s.code = ANY(${spec.services}) OR s.slug = ANY(${spec.services}))`);
  if (spec.countries.length > 0)
    parts.push(
      Prisma.sql`(lower(c.iso2) = ANY(${spec.countries}) OR c.legacy_id::text = ANY(${spec.countries}))`,
    );
  if (spec.category) parts.push(Prisma.sql`s.category = ${spec.category}`);
  if (spec.minPrice !== null) parts.push(Prisma.sql`f.current_price_micros >= ${spec.minPrice}::bigint`);
  if (spec.maxPrice !== null) parts.push(Prisma.sql`f.current_price_micros <= ${spec.maxPrice}::bigint`);
  return Prisma.join(parts, " AND ");
}

async function store(
  deps: KernelDeps,
  actor: Actor,
  draft: { spec: Prisma.InputJsonObject; rows: DraftRow[]; undoesBatchId: string | null },
): Promise<Result<{ draftId: string }>> {
  const { spec, rows, undoesBatchId } = draft;
  const draftId = deps.ids.uuid();
  return inTransaction<Result<{ draftId: string }>>(deps, async (tx) => {
    await tx.priceDraft.create({
      data: {
        id: draftId,
        createdBy: actor.kind === "user" ? actor.userId : null,
        spec,
        rows: rows as unknown as Prisma.InputJsonArray,
        undoesBatchId,
      },
    });
    await writeAudit(tx, actor, {
      action: "prices.previewed",
      targetType: "price_batch",
      targetId: draftId,
      after: { ...spec, offers: rows.length },
    });
    return ok({ draftId });
  });
}

/**
 * Works out a change of many prices and keeps it, so that exactly this is applied. No price changes yet. Refusals:
 * forbidden, invalid_input (the field with codes of nothing, and those), nothing_matches (no offer, or every match has that
 * price already).
 */
export async function draftPrices(
  deps: KernelDeps,
  actor: Actor,
  spec: PriceDraftInput,
): Promise<Result<{ draftId: string }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const unknown = await unknownCodes(deps, spec);
  if (unknown) return unknown;
  const found = await deps.db.$queryRaw<Found[]>`
    SELECT f.id, f.version, f.current_price_micros AS price, ${CHEAPEST_COST} AS cost, ${QUANTITY_PRICE} AS "quantityPrice"
    FROM offers f JOIN services s ON s.id = f.service_id JOIN countries c ON c.id = f.country_id
    WHERE ${matching(spec)} ORDER BY s.name, c.name_en, f.id LIMIT ${MAX_ROWS}`;
  const rows = found.flatMap((offer) => {
    const next = newPrice(spec, offer.price, offer.cost);
    if ("skipped" in next) return [draftRow(offer, null, next.skipped)];
    return next.to === offer.price ? [] : [draftRow(offer, next.to, null)];
  });
  if (rows.length === 0) return refuse("nothing_matches");
  const written = {
    services: spec.services,
    countries: spec.countries,
    category: spec.category,
    minPriceMicros: spec.minPrice?.toString() ?? null,
    maxPriceMicros: spec.maxPrice?.toString() ?? null,
    mode: spec.mode,
    amount: spec.amountText,
    rounding: spec.rounding,
  };
  return store(deps, actor, { spec: written, rows, undoesBatchId: null });
}

/** Previews taking a batch back: each price returns to what it was, but for those that were changed again since. */
export async function draftRollBack(
  deps: KernelDeps,
  actor: Actor,
  { batchId }: { batchId: string },
): Promise<Result<{ draftId: string }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const found = await deps.db.$queryRaw<(Found & { before: bigint; after: bigint })[]>`
    SELECT f.id, f.version, f.current_price_micros AS price, ${CHEAPEST_COST} AS cost, ${QUANTITY_PRICE} AS "quantityPrice",
      h.from_micros AS before, h.to_micros AS after
    FROM price_changes h JOIN offers f ON f.id = h.offer_id
    WHERE h.batch_id = ${batchId}::uuid AND h.from_micros IS NOT NULL ORDER BY h.id`;
  const rows = found.map((offer) =>
    offer.price === offer.after
      ? draftRow(offer, offer.before, null)
      : draftRow(offer, null, "changed_since"),
  );
  if (rows.length === 0) return refuse("not_found");
  return store(deps, actor, { spec: { mode: "undo" }, rows, undoesBatchId: batchId });
}
