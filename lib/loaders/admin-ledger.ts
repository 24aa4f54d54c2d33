import "server-only";
import { getDeps } from "@/lib/deps";
import { hasRole } from "@/lib/domain/identity/policy";
import { readLedgerCheck } from "@/lib/domain/wallet/queries/last-check";
import { getLedgerAccount, listLedgerAccounts } from "@/lib/domain/wallet/queries/ledger-accounts";
import { listJournal } from "@/lib/domain/wallet/queries/ledger-journal";
import { getLedgerTransaction, getOrderLedger } from "@/lib/domain/wallet/queries/ledger-transactions";
import { LEDGER_ACCOUNTS, LEDGER_JOURNAL } from "@/lib/table/definitions/ledger";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** Whether the books balance, as the job found, and who may ask it to look again. */
export async function loadLedgerCheck() {
  const { actor } = await requireStaff("SUPPORT");
  return { check: await readLedgerCheck(getDeps()), canAsk: hasRole(actor.role, "ADMIN") };
}

export async function loadLedgerAccounts(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(LEDGER_ACCOUNTS, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listLedgerAccounts(getDeps(), actor, filter, state) };
}

/** One account with its entries; null when there is none. */
export async function loadLedgerAccount(id: string, asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const account = await getLedgerAccount(getDeps(), actor, id);
  if (!account) return null;
  const state = readTableState(LEDGER_JOURNAL, asked);
  return { account, state, page: await listJournal(getDeps(), actor, account, state) };
}

export async function loadLedgerTransaction(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  return getLedgerTransaction(getDeps(), actor, id);
}

/** What an order did in the books, by its id or number. */
export async function loadOrderLedger(found: string) {
  const { actor } = await requireStaff("SUPPORT");
  return getOrderLedger(getDeps(), actor, found);
}
