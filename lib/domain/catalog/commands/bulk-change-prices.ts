import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { isConfirmed, warnedText } from "@/lib/domain/kernel/warned";
import { canEditCatalog } from "../policy";
import { countedWarnings } from "../price-rules";
import type { ApplyDraftInput } from "../price-schema";
import { countWarnings, IS_CHANGED, IS_NOW_A_LOSS } from "../queries/draft-lines";

/** Nothing is warned about, or just what the draft warns about was confirmed. */
async function refuseUnconfirmed(tx: Tx, draftId: string, confirmed: string): Promise<void> {
  const warnings = countedWarnings(await countWarnings(tx, draftId));
  if (isConfirmed(draftId, warnings, confirmed)) return;
  throw new RefusalError("price_needs_confirmation", { confirm: warnedText(draftId, warnings) });
}

/** Every line must still be what was previewed. Locked in one order, so that two batches do not wait for each other. */
async function refuseStaleLines(tx: Tx, draftId: string): Promise<void> {
  const stale = await tx.$queryRaw<{ id: string }[]>`
    WITH planned AS (
      SELECT r FROM price_drafts d, jsonb_array_elements(d.rows) r
      WHERE d.id = ${draftId}::uuid AND r ->> 'to' IS NOT NULL),
    locked AS (
      SELECT f.id, f.version, f.service_id, f.country_id, f.operator_id FROM offers f
      WHERE f.id IN (SELECT (r ->> 'id')::uuid FROM planned) ORDER BY f.id FOR UPDATE)
    SELECT r ->> 'id' AS id FROM planned LEFT JOIN locked f ON f.id = (r ->> 'id')::uuid
    WHERE ${IS_CHANGED} OR ${IS_NOW_A_LOSS}`;
  if (stale.length > 0) throw new RefusalError("price_draft_stale", { count: stale.length });
}

/**
 * Applies exactly what a draft previewed, all of it or nothing, as one batch with the draft's id. Refusals: forbidden,
 * not_found, conflict (applied before), price_needs_confirmation (what confirms just its warnings), price_draft_stale (how many
 * changed since, or became a loss).
 */
export async function bulkChangePrices(
  deps: KernelDeps,
  actor: Actor,
  { id, reason, confirmed }: ApplyDraftInput,
): Promise<Result<{ changed: number }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const changedBy = actor.kind === "user" ? actor.userId : null;
  return inTransaction<Result<{ changed: number }>>(deps, async (tx) => {
    const [draft] = await tx.$queryRaw<{ applied: boolean }[]>`
      SELECT applied_at IS NOT NULL AS applied FROM price_drafts d WHERE d.id = ${id}::uuid FOR UPDATE`;
    if (!draft) return refuse("not_found");
    if (draft.applied) return refuse("conflict");
    await refuseUnconfirmed(tx, id, confirmed);
    await refuseStaleLines(tx, id);
    const changed = await tx.$executeRaw`
      WITH planned AS (
        SELECT (r ->> 'id')::uuid AS id, (r ->> 'from')::bigint AS before, (r ->> 'to')::bigint AS after
        FROM price_drafts d, jsonb_array_elements(d.rows) r
        WHERE d.id = ${id}::uuid AND r ->> 'to' IS NOT NULL),
      changed AS (
        UPDATE offers f SET current_price_micros = planned.after, version = version + 1, updated_at = now()
        FROM planned WHERE f.id = planned.id RETURNING f.id)
      INSERT INTO price_changes (offer_id, changed_by, from_micros, to_micros, reason, batch_id)
      SELECT planned.id, ${changedBy}::uuid, planned.before, planned.after, ${reason}, ${id}::uuid
      FROM planned JOIN changed ON changed.id = planned.id ORDER BY planned.id`;
    const { spec, undoesBatchId } = await tx.priceDraft.update({
      where: { id },
      data: { appliedAt: deps.clock.securityNow(), appliedBy: changedBy, reason },
      select: { spec: true, undoesBatchId: true },
    });
    const [sums] = await tx.$queryRaw<{ before: string; after: string }[]>`
      SELECT sum(from_micros)::text AS before, sum(to_micros)::text AS after
      FROM price_changes WHERE batch_id = ${id}::uuid`;
    await writeAudit(tx, actor, {
      action: undoesBatchId ? "prices.rolled_back" : "prices.changed",
      targetType: "price_batch",
      targetId: id,
      before: { offers: changed, sumMicros: sums?.before ?? "0" },
      after: { offers: changed, sumMicros: sums?.after ?? "0", spec, undoesBatchId },
      reason,
    });
    await writeEvent(tx, "prices.changed", { batchId: id }, { subjectId: id });
    return ok({ changed });
  });
}
