import "server-only";
import { getDeps } from "@/lib/deps";
import { canLimitKeys } from "@/lib/domain/api-keys/policy";
import { listCallers, listStaffKeys } from "@/lib/domain/api-keys/queries/staff-keys";
import { API_KEYS } from "@/lib/table/definitions/api-keys";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** Everybody's keys as the address asks for them. */
export async function loadStaffKeys(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(API_KEYS, asked);
  const { mode, state: life } = state.filters;
  const filter = { search: state.search, ...(mode ? { mode } : {}), ...(life ? { state: life } : {}) };
  return {
    state,
    page: await listStaffKeys(getDeps(), actor, filter, state),
    mayChange: canLimitKeys(actor),
  };
}

/** Whose programs asked most today, and who has limits of their own. */
export async function loadCallers() {
  const { actor } = await requireStaff("SUPPORT");
  return { callers: await listCallers(getDeps(), actor), mayChange: canLimitKeys(actor) };
}
