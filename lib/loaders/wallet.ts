import "server-only";
import { getDeps } from "@/lib/deps";
import { isWalletFrozen } from "@/lib/domain/billing/queries/wallet-freeze";
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
  const [balance, holds, isFrozen] = await Promise.all([
    getBalance(deps, scope),
    listPendingHolds(deps, scope),
    isWalletFrozen(deps, scope),
  ]);
  return { balance, holds, isFrozen };
}

/** One's own lines as the address asks for them. */
export async function loadStatement(asked: AskedParameters) {
  const { actor } = await requireCustomer();
  const state = readTableState(STATEMENT, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listStatement(getDeps(), customerScope(actor), filter, state) };
}

const MONTHS_OFFERED = 24;

/** "2026-11", "2026-10" and so on, this one first, in UTC. */
function monthsUntil(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

/** A month of one's own to print; this one when none is asked for, null when it is no month. */
export async function loadStatementMonth(asked: string | undefined) {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const months = monthsUntil(deps.clock.now(), MONTHS_OFFERED);
  const month = asked || (months[0] ?? "");
  const statement = await readStatementMonth(deps, customerScope(actor), month);
  if (statement && !months.includes(month)) months.push(month);
  return { statement, month: statement ? month : "", months, username: actor.username };
}
