import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { canMoveMoney } from "@/lib/domain/billing/policy";
import { readWithdrawalOffer } from "@/lib/domain/billing/queries/withdrawal-offer";
import {
  countOpenWithdrawals,
  getStaffWithdrawal,
  getWithdrawal,
  listStaffWithdrawals,
  listWithdrawals,
} from "@/lib/domain/billing/queries/withdrawals";
import { customerScope } from "@/lib/domain/kernel/actor";
import { STAFF_WITHDRAWALS, WITHDRAWALS } from "@/lib/table/definitions/withdrawals";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireCustomer, requireStaff } from "./session";

/** What one may take out now. */
export async function loadWithdrawalOffer() {
  const { actor } = await requireCustomer();
  return readWithdrawalOffer(getDeps(), actor);
}

/** One's own withdrawals as the address asks for them. */
export async function loadWithdrawals(asked: AskedParameters) {
  const { actor } = await requireCustomer();
  const state = readTableState(WITHDRAWALS, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listWithdrawals(getDeps(), customerScope(actor), filter, state) };
}

/** One's own withdrawal; there is no page for anybody else's. */
export async function loadWithdrawal(id: string) {
  const { actor } = await requireCustomer();
  const withdrawal = await getWithdrawal(getDeps(), customerScope(actor), id);
  return withdrawal ?? notFound();
}

/** Everybody's withdrawals as the address asks for them, and what of all waits for a person. */
export async function loadStaffWithdrawals(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(STAFF_WITHDRAWALS, asked);
  const filter = { ...state.filters, search: state.search };
  const [page, open] = await Promise.all([
    listStaffWithdrawals(getDeps(), actor, filter, state),
    countOpenWithdrawals(getDeps()),
  ]);
  return { state, page, open };
}

/** One withdrawal, what its end would post, and whether the person who looks may decide about it. */
export async function loadStaffWithdrawal(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const found = await getStaffWithdrawal(getDeps(), actor, id);
  if (!found) notFound();
  const { withdrawal } = found;
  const isOwn = withdrawal.user.id === actor.userId;
  const hasApproved = withdrawal.approvals.some(({ adminId }) => adminId === actor.userId);
  return { ...found, mayMove: canMoveMoney(actor), isOwn, hasApproved };
}
