import { costCap } from "@/lib/domain/supply/routing";
import type { ProviderCandidate } from "@/lib/domain/supply/types";
import { RESOLVE_AFTER_SECONDS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { allocateNumber } from "./allocate-number";
import { buyNumber } from "./buy-number";
import { failOrder } from "./fail-order";

export interface ConnectableOrder {
  id: string;
  number: number;
  service: { id: string; code: string };
  country: { id: string; legacyId: number };
  /** The only operator that will do; null: any. */
  operator: { id: string; code: string } | null;
  /** Digits with which the number must not begin. */
  exceptPrefixes: readonly string[];
  /** Digits after the country's code that are preferred among our own numbers. */
  areaCode?: string | null;
  priceMicros: bigint;
}

/** Whom we ask next is written down before we ask: a purchase that nobody remembers would be lost. */
async function turnTo(deps: NumbersDeps, orderId: string, providerId: string): Promise<boolean> {
  const moved = await deps.db.$executeRaw`
    UPDATE orders SET provider_id = ${providerId}::uuid, updated_at = now(),
      resolve_by = app_now() + make_interval(secs => ${RESOLVE_AFTER_SECONDS}::int)
    WHERE id = ${orderId}::uuid AND status = 'PENDING'`;
  return moved === 1;
}

/**
 * Gets a number for a PENDING order: one provider after the other at the same price, until one has it. Nobody has it:
 * FAILED, the money back. An unknown purchase ends the search: the order stays PENDING until it is found out.
 */
export async function connectOrder(
  deps: NumbersDeps,
  order: ConnectableOrder,
  route: readonly ProviderCandidate[],
): Promise<void> {
  for (const [index, provider] of route.entries()) {
    if (index > 0 && !(await turnTo(deps, order.id, provider.id))) return;
    const shelf = {
      serviceId: order.service.id,
      countryId: order.country.id,
      operatorId: order.operator?.id ?? null,
      exceptPrefixes: order.exceptPrefixes,
      providerId: provider.id,
    };
    if (provider.kind === "OWN_STOCK") {
      if (await allocateNumber(deps, { orderId: order.id, areaCode: order.areaCode ?? null, ...shelf }))
        return;
      continue;
    }
    const bought = await buyNumber(deps, { order, shelf, maxCostMicros: costCap(order.priceMicros) });
    if (bought !== "next") return;
  }
  await failOrder(deps, order.id);
}
