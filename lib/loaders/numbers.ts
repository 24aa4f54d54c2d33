import "server-only";
import { cache } from "react";
import { getDeps } from "@/lib/deps";
import { listOffersForService, listServices } from "@/lib/domain/catalog/queries";
import { customerScope } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { getOrder, listActiveOrders, listOrders } from "@/lib/domain/numbers/queries";
import { getBalance } from "@/lib/domain/wallet/queries";
import { requireCustomer } from "./session";

/** What the live provider starts from: the same shape that the poll returns. */
export const loadLive = cache(async () => {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const [orders, balance] = await Promise.all([listActiveOrders(deps, scope), getBalance(deps, scope)]);
  return {
    now: deps.clock.now().toISOString(),
    orders,
    balance: {
      available: toDecimal(balance.availableMicros),
      held: toDecimal(balance.heldMicros),
      currency: balance.currency,
    },
  };
});

/** Public: the services on offer. */
export const loadServices = cache(async () => listServices(getDeps()));

/** Public: the countries of one service with price, stock and rates. */
export const loadOffers = cache(async (slug: string) => listOffersForService(getDeps(), slug));

export async function loadOrder(id: string) {
  const { actor } = await requireCustomer();
  return getOrder(getDeps(), customerScope(actor), { id });
}

export async function loadOrders(input: {
  page: number;
  pageSize?: number;
  outcome?: "all" | "running" | "done" | "refunded";
}) {
  const { actor } = await requireCustomer();
  return listOrders(getDeps(), customerScope(actor), input);
}
