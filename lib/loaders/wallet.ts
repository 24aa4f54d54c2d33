import "server-only";
import { getDeps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import { getBalance } from "@/lib/domain/wallet/queries";
import { listPendingHolds, listStatement, readStatementMonth } from "@/lib/domain/wallet/queries/statement";
import { STATEMENT } from "@/lib/table/definitions/statement";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireCustomer } from "./session";

/** The wallet page: what there is, and what is held for what. */
export async function loadWallet() {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const [balance, holds] = await Promise.all([getBalance(deps, scope), listPendingHolds(deps, scope)]);
  return { balance, holds, isDemo: deps.mode === "demo" };
}

/** One's own lines as the address asks for them. */
export async function loadStatement(asked: AskedParameters) {
  const { actor } = await requireCustomer();
  const state = readTableState(STATEMENT, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listStatement(getDeps(), customerScope(actor), filter, state) };
}

/** A month of one's own to print; this one when none is asked for, null when it is no month. */
export async function loadStatementMonth(asked: string | undefined) {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const month = asked || deps.clock.now().toISOString().slice(0, 7);
  const statement = await readStatementMonth(deps, customerScope(actor), month);
  return { statement, month: statement ? month : "", username: actor.username };
}
