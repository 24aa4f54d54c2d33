import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { canRefundOrder } from "@/lib/domain/numbers/policy";
import { getStaffOrder } from "@/lib/domain/numbers/queries/staff-order";
import { listStaffOrders } from "@/lib/domain/numbers/queries/staff-orders";
import { listProviderCalls } from "@/lib/domain/supply/queries/provider-calls";
import { listProviders } from "@/lib/domain/supply/queries/providers";
import { staffOrderTable } from "@/lib/table/definitions/staff-orders";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** Everybody's orders as the address asks for them, without codes and texts. */
export async function loadStaffOrders(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(staffOrderTable, asked);
  const filter = { ...state.filters, search: state.search };
  const [page, providers] = await Promise.all([
    listStaffOrders(getDeps(), actor, filter, state),
    listProviders(getDeps(), actor),
  ]);
  return { state, page, providers: providers.map(({ code, name }) => ({ code, name })) };
}

/** One order with its transcript; to anybody but staff, and for no order, there is no such page. */
export async function loadStaffOrder(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const order = await getStaffOrder(deps, actor, id);
  if (!order) notFound();
  const calls = await listProviderCalls(deps, { orderId: order.id });
  return { order, calls, mayRefund: canRefundOrder(actor) };
}
