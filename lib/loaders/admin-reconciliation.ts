import "server-only";
import { getDeps } from "@/lib/deps";
import { canMoveMoney } from "@/lib/domain/billing/policy";
import { listFindings } from "@/lib/domain/reconciliation/queries/findings";
import { listReconciliationRuns } from "@/lib/domain/reconciliation/queries/runs";
import { FINDINGS } from "@/lib/table/definitions/findings";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** The last comparisons, and who may ask for one. */
export async function loadReconciliationRuns() {
  const { actor } = await requireStaff("SUPPORT");
  return { runs: await listReconciliationRuns(getDeps(), actor), mayAsk: canMoveMoney(actor) };
}

/** Where the books differ, as the address asks for it. */
export async function loadFindings(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(FINDINGS, asked);
  const filter = { ...state.filters, search: state.search };
  const deps = getDeps();
  return { state, page: await listFindings(deps, actor, filter, state), now: deps.clock.now().toISOString() };
}
