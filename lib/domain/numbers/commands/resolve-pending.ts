import { recordProviderFailure, recordProviderOk } from "@/lib/domain/supply/commands/record-health";
import { getProviderTerms } from "@/lib/domain/supply/queries";
import type { ProviderKind, ProviderTerms } from "@/lib/domain/supply/types";
import { READS_BEFORE_FAILED } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { matchPurchases, type PurchaseMatch, type UnknownPurchase } from "../purchase-matching";
import { countInFlight, shelfKey } from "../queries/unknown-purchases";
import { activateBought } from "./activate-bought";
import { answerWithin } from "./answer-within";
import { upstreamOf } from "./ask-to-close";
import { failOrder } from "./fail-order";
import { findOrphans } from "./find-orphans";
import { workInParallel } from "./work-in-parallel";

const BATCH = 200;
const WIDTH = 4;
const LIST_ANSWER_MS = 8_000;
/** Two reads of the same second would be one. */
const NEXT_READ_SECONDS = 3;

interface DueOrder extends UnknownPurchase {
  providerId: string;
  providerKind: ProviderKind;
  serviceId: string;
  countryId: string;
  reads: number;
  ageSeconds: number;
  windowSeconds: number;
}

/** Claims what is due until the next read: of several processes one looks. */
function claimDue(deps: NumbersDeps): Promise<DueOrder[]> {
  return deps.db.$queryRaw<DueOrder[]>`
    UPDATE orders o SET resolve_by = app_now() + make_interval(secs => ${NEXT_READ_SECONDS}::int),
      resolve_reads = greatest(o.resolve_reads, 1)
    FROM providers p, services s, countries c
    WHERE o.id IN (SELECT id FROM orders WHERE status = 'PENDING' AND resolve_by <= app_now()
        ORDER BY resolve_by LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED)
      AND p.id = o.provider_id AND s.id = o.service_id AND c.id = o.country_id
    RETURNING o.id AS "orderId", o.provider_id AS "providerId", p.kind::text AS "providerKind",
      o.service_id AS "serviceId", o.country_id AS "countryId", s.code AS "serviceCode",
      c.legacy_id AS "countryLegacyId", o.created_at AS "askedAt", o.resolve_reads AS reads,
      extract(epoch FROM app_now() - o.start_at)::float8 AS "ageSeconds", p.window_seconds AS "windowSeconds"`;
}

/** Absent once more. After enough reads it was never bought, as far as we can know: found later, it is ours to cancel. */
async function noteAbsence(deps: NumbersDeps, order: DueOrder): Promise<void> {
  // The claim counts as 1, so that an order under examination is told from one in flight.
  if (order.reads >= READS_BEFORE_FAILED) {
    await failOrder(deps, order.orderId, { watch: true });
    return;
  }
  await deps.db.order.updateMany({
    where: { id: order.orderId, status: "PENDING" },
    data: { resolveReads: order.reads + 1 },
  });
}

async function settle(
  deps: NumbersDeps,
  terms: ProviderTerms,
  order: DueOrder,
  match: PurchaseMatch,
): Promise<void> {
  if (match.kind === "absent") return noteAbsence(deps, order);
  if (match.kind === "unclear") {
    if (order.ageSeconds > order.windowSeconds) await failOrder(deps, order.orderId, { watch: true });
    return;
  }
  const { activation } = match;
  // What it sold is what was asked of it: the list of what is running names no operator.
  const input = { ...order, operatorId: null, exceptPrefixes: [], providerId: terms.id };
  const left = Math.max(60, Math.round(terms.windowSeconds - order.ageSeconds));
  const activated = await activateBought(deps, input, terms, {
    kind: "bought",
    ...activation,
    windowSeconds: left,
  });
  if (activated === "unusable") await failOrder(deps, order.orderId, { watch: true });
}

async function resolveAtProvider(deps: NumbersDeps, orders: DueOrder[], providerId: string): Promise<void> {
  const terms = await getProviderTerms(deps, providerId);
  const answer = await answerWithin(upstreamOf(deps, terms).listActive(), LIST_ANSWER_MS);
  if (answer.kind === "unavailable") {
    await recordProviderFailure(deps, terms, answer.error);
    // The money is held no longer than an activation could have lived.
    const hopeless = orders.filter((order) => order.ageSeconds > order.windowSeconds);
    return workInParallel(
      hopeless,
      WIDTH,
      async ({ orderId }) => void (await failOrder(deps, orderId, { watch: true })),
    );
  }
  await recordProviderOk(deps, terms.id);
  // Counted before the orphans: who gets a number in between is known there.
  const inFlight = await countInFlight(deps, terms.id);
  const orphans = await findOrphans(deps, terms.id, answer.activations);
  const matches = matchPurchases(orders, orphans, (purchase) => inFlight.get(shelfKey(purchase)) ?? 0);
  await workInParallel(matches, WIDTH, async (match) => {
    const order = orders.find(({ orderId }) => orderId === match.orderId);
    if (order) await settle(deps, terms, order, match);
  });
}

/**
 * Finds out what became of purchases whose answer never came: found in the supplier's list, the order becomes active;
 * absent in two reads, FAILED and the money back. Own stock that is still being connected was dropped by a process that
 * died. Returns how many were looked at.
 */
export async function resolvePending(deps: NumbersDeps): Promise<number> {
  const due = await claimDue(deps);
  const own = due.filter(({ providerKind }) => providerKind === "OWN_STOCK");
  await workInParallel(own, WIDTH, async ({ orderId }) => void (await failOrder(deps, orderId)));
  const upstream = due.filter(({ providerKind }) => providerKind !== "OWN_STOCK");
  const providerIds = [...new Set(upstream.map(({ providerId }) => providerId))];
  await workInParallel(providerIds, WIDTH, (providerId) =>
    resolveAtProvider(
      deps,
      upstream.filter((order) => order.providerId === providerId),
      providerId,
    ),
  );
  return due.length;
}
