import "server-only";
import { cache } from "react";
import { getDeps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { countUnread } from "@/lib/domain/notifications/queries/notifications";
import { getOrder, listActiveOrders } from "@/lib/domain/numbers/queries";
import { listOrderHistory, listRentedThings } from "@/lib/domain/numbers/queries/order-history";
import { readSpending } from "@/lib/domain/numbers/queries/spending";
import { getBalance } from "@/lib/domain/wallet/queries";
import { historyTableOf } from "@/lib/table/definitions/history";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireCustomer, requireStaff } from "./session";

/** What the live provider starts from: the same shape that the poll returns. */
export const loadLive = cache(async () => {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const [orders, balance, unread] = await Promise.all([
    listActiveOrders(deps, scope),
    getBalance(deps, scope),
    countUnread(deps, scope),
  ]);
  return {
    now: deps.clock.now().toISOString(),
    orders,
    unread,
    balance: {
      available: toDecimal(balance.availableMicros),
      held: toDecimal(balance.heldMicros),
      currency: balance.currency,
    },
  };
});

/** Where staff's bell starts: the stream's first word brings the rest. It reads no table of the page below it. */
export async function loadStaffLive() {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  return {
    now: deps.clock.now().toISOString(),
    orders: [],
    unread: await countUnread(deps, customerScope(actor)),
    balance: { available: toDecimal(0n), held: toDecimal(0n), currency: WALLET_CURRENCY },
  };
}

export async function loadOrder(id: string) {
  const { actor } = await requireCustomer();
  return getOrder(getDeps(), customerScope(actor), { id });
}

/** The history as the address asks for it, with what its filters can choose from. */
export async function loadHistory(asked: AskedParameters) {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const { services, countries } = await listRentedThings(deps, scope);
  const definition = historyTableOf({
    services: services.map(({ slug }) => slug),
    countries: countries.map(({ iso2 }) => iso2.toLowerCase()),
  });
  const state = readTableState(definition, asked);
  const page = await listOrderHistory(deps, scope, { ...state.filters, search: state.search }, state);
  return { definition, state, page, services, countries };
}

const LATELY = 5;
const SPAN_DAYS = 30;

/** The newest orders, for the dashboard. */
export async function loadRecentOrders() {
  const { actor } = await requireCustomer();
  return listOrderHistory(getDeps(), customerScope(actor), {}, { page: 1, pageSize: LATELY });
}

/** What was spent in the last 30 days, by day and by service. */
export async function loadSpending() {
  const { actor } = await requireCustomer();
  return readSpending(getDeps(), customerScope(actor), SPAN_DAYS);
}
