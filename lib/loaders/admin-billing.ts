import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { canMoveMoney } from "@/lib/domain/billing/policy";
import { readConnections } from "@/lib/domain/billing/queries/connections";
import { readInvoiceTrail } from "@/lib/domain/billing/queries/invoice-trail";
import { getStaffInvoice, listStaffInvoices } from "@/lib/domain/billing/queries/invoices";
import { readMoneyDesk } from "@/lib/domain/billing/queries/money-desk";
import { listPayments } from "@/lib/domain/billing/queries/payments";
import { listRefunds } from "@/lib/domain/billing/queries/refunds";
import { readTransactionTrail } from "@/lib/domain/billing/queries/transaction-trail";
import { getTransaction, listTransactions } from "@/lib/domain/billing/queries/transactions";
import { countOpenWithdrawals } from "@/lib/domain/billing/queries/withdrawals";
import { STAFF_INVOICES } from "@/lib/table/definitions/invoices";
import { PAYMENTS } from "@/lib/table/definitions/payments";
import { REFUNDS } from "@/lib/table/definitions/refunds";
import { TRANSACTIONS } from "@/lib/table/definitions/transactions";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** Everybody's invoices as the address asks for them. */
export async function loadStaffInvoices(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(STAFF_INVOICES, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listStaffInvoices(getDeps(), actor, filter, state) };
}

/** One invoice with what belongs to it; for no invoice there is no page. */
export async function loadStaffInvoice(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const invoice = await getStaffInvoice(deps, actor, id);
  if (!invoice) notFound();
  return { invoice, ...(await readInvoiceTrail(deps, actor, invoice)), mayMove: canMoveMoney(actor) };
}

/** Everybody's payments as the address asks for them. */
export async function loadPayments(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(PAYMENTS, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listPayments(getDeps(), actor, filter, state) };
}

/** Everybody's refunds as the address asks for them. */
export async function loadRefunds(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(REFUNDS, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listRefunds(getDeps(), actor, filter, state) };
}

/** Everybody's lines of the statement as the address asks for them. */
export async function loadTransactions(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(TRANSACTIONS, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listTransactions(getDeps(), actor, filter, state) };
}

/** One line with its steps in the books; for no line there is no page. */
export async function loadTransaction(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const transaction = await getTransaction(deps, actor, id);
  if (!transaction) notFound();
  return { transaction, ...(await readTransactionTrail(deps, transaction)) };
}

/** What about money waits for a person, and how the ways of paying are run. */
export async function loadMoneyDesk() {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const [desk, connections, withdrawals] = await Promise.all([
    readMoneyDesk(deps, actor),
    readConnections(deps, actor),
    countOpenWithdrawals(deps),
  ]);
  return { ...desk, connections, withdrawals, mayMove: canMoveMoney(actor) };
}
