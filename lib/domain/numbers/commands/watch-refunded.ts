import { recordProviderFailure, recordProviderOk } from "@/lib/domain/supply/commands/record-health";
import { getProviderTerms, isProviderSilent } from "@/lib/domain/supply/queries";
import type { ProviderTerms } from "@/lib/domain/supply/types";
import { EXPIRY_ANSWER_MS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { matchPurchases, type UnknownPurchase } from "../purchase-matching";
import { countUndecided, shelfKey } from "../queries/unknown-purchases";
import { upstreamMessageId } from "../upstream-messages";
import { answerWithin } from "./answer-within";
import { upstreamOf } from "./ask-to-close";
import { findOrphans } from "./find-orphans";
import { receiveMessage } from "./receive-message";
import { workInParallel } from "./work-in-parallel";

const BATCH = 50;
const WIDTH = 4;
const AGAIN_SECONDS = 10;

interface Watched extends UnknownPurchase {
  providerId: string;
  upstreamOrderId: string | null;
  isOver: boolean;
}

/** What was not looked at lately; the look is written down, so that several processes share the work. */
function claimWatched(deps: NumbersDeps): Promise<Watched[]> {
  return deps.db.$queryRaw<Watched[]>`
    UPDATE orders o SET updated_at = now()
    FROM services s, countries c
    WHERE o.id IN (SELECT id FROM orders WHERE watch_until IS NOT NULL
        AND updated_at <= now() - make_interval(secs => ${AGAIN_SECONDS}::int)
        ORDER BY updated_at LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED)
      AND s.id = o.service_id AND c.id = o.country_id
    RETURNING o.id AS "orderId", o.provider_id AS "providerId", o.upstream_order_id AS "upstreamOrderId",
      s.code AS "serviceCode", c.legacy_id AS "countryLegacyId", o.created_at AS "askedAt",
      o.watch_until <= app_now() AS "isOver"`;
}

/** Settled with the supplier, or as far as it ever will be: then what it may have charged is written off as ours. */
async function stopWatching(deps: NumbersDeps, orderId: string, isLost: boolean): Promise<void> {
  await deps.db.$executeRaw`
    UPDATE orders SET watch_until = NULL, updated_at = now(),
      loss_micros = CASE WHEN ${isLost}::boolean THEN cost_micros ELSE loss_micros END
    WHERE id = ${orderId}::uuid`;
}

async function cancelThere(
  deps: NumbersDeps,
  terms: ProviderTerms,
  order: Watched,
  upstreamOrderId: string,
): Promise<void> {
  const upstream = upstreamOf(deps, terms);
  const answer = await answerWithin(upstream.cancel(upstreamOrderId), EXPIRY_ANSWER_MS);
  if (answer.kind === "unavailable") {
    await recordProviderFailure(deps, terms, answer.error);
    if (order.isOver) await stopWatching(deps, order.orderId, true);
    return;
  }
  await recordProviderOk(deps, terms.id);
  if (answer.kind === "has_code") {
    const body = answer.text ?? answer.code ?? "";
    await receiveMessage(deps, {
      source: terms.code,
      providerMessageId: upstreamMessageId(upstreamOrderId, 1, answer.code ?? body),
      from: "",
      orderId: order.orderId,
      body,
      code: answer.code,
    });
    await answerWithin(upstream.finish(upstreamOrderId), EXPIRY_ANSWER_MS);
  }
  if (answer.kind !== "too_early" || order.isOver)
    await stopWatching(deps, order.orderId, answer.kind === "has_code");
}

/** Unknown purchases that were given up: found in the list after all, they are cancelled at our cost. */
async function findLost(deps: NumbersDeps, terms: ProviderTerms, orders: Watched[]): Promise<void> {
  const answer = await answerWithin(upstreamOf(deps, terms).listActive(), EXPIRY_ANSWER_MS);
  if (answer.kind === "unavailable") return recordProviderFailure(deps, terms, answer.error);
  // Who is still being served comes first. Counted before the orphans: who gets a number in between is known there.
  const undecided = await countUndecided(deps, terms.id);
  const orphans = await findOrphans(deps, terms.id, answer.activations);
  for (const match of matchPurchases(orders, orphans, (purchase) => undecided.get(shelfKey(purchase)) ?? 0)) {
    const order = orders.find(({ orderId }) => orderId === match.orderId);
    if (match.kind === "found" && order) {
      const { upstreamOrderId, costMicros } = match.activation;
      await deps.db.order.update({ where: { id: order.orderId }, data: { upstreamOrderId, costMicros } });
      await cancelThere(deps, terms, order, upstreamOrderId);
    } else if (order?.isOver) {
      await stopWatching(deps, order.orderId, false);
    }
  }
}

async function watchAtProvider(deps: NumbersDeps, orders: Watched[], providerId: string): Promise<void> {
  if (await isProviderSilent(deps, providerId)) return;
  const terms = await getProviderTerms(deps, providerId);
  await workInParallel(orders, WIDTH, async (order) => {
    if (order.upstreamOrderId !== null) await cancelThere(deps, terms, order, order.upstreamOrderId);
  });
  const lost = orders.filter(({ upstreamOrderId }) => upstreamOrderId === null);
  if (lost.length > 0) await findLost(deps, terms, lost);
}

/**
 * Keeps asking suppliers about orders that were refunded without their answer, until it is known: a late code and its
 * cost are ours, recorded as such. Returns how many were looked at.
 */
export async function watchRefunded(deps: NumbersDeps): Promise<number> {
  const watched = await claimWatched(deps);
  const providerIds = [...new Set(watched.map(({ providerId }) => providerId))];
  await workInParallel(providerIds, WIDTH, (providerId) =>
    watchAtProvider(
      deps,
      watched.filter((order) => order.providerId === providerId),
      providerId,
    ),
  );
  return watched.length;
}
