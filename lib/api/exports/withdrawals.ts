import { eachOwnWithdrawal, eachStaffWithdrawal } from "@/lib/domain/billing/queries/withdrawals";
import type { WithdrawalView } from "@/lib/domain/billing/types";
import { customerScope } from "@/lib/domain/kernel/actor";
import { STAFF_WITHDRAWALS, WITHDRAWALS } from "@/lib/table/definitions/withdrawals";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

const COLUMNS = [
  "number",
  "id",
  "amount",
  "currency",
  "method",
  "destination",
  "status",
  "payout_reference",
  "note",
  "created_at_utc",
  "decided_at_utc",
  "updated_at_utc",
] as const;

function rowOf(withdrawal: WithdrawalView) {
  return [
    withdrawal.number,
    withdrawal.id,
    withdrawal.amount,
    withdrawal.currency,
    withdrawal.method,
    withdrawal.destination,
    withdrawal.status,
    withdrawal.payoutReference,
    withdrawal.note,
    withdrawal.createdAt,
    withdrawal.decidedAt,
    withdrawal.updatedAt,
  ];
}

/** One's own withdrawals; who of the staff decided stays inside. */
export const withdrawalsExport: TableExport = {
  name: WITHDRAWALS.name,
  least: null,
  columns: COLUMNS,
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(WITHDRAWALS, asked);
    for await (const one of eachOwnWithdrawal(deps, customerScope(actor), { ...filters, search }, order))
      yield rowOf(one);
  },
};

export const staffWithdrawalsExport: TableExport = {
  name: STAFF_WITHDRAWALS.name,
  least: "SUPPORT",
  columns: [
    ...COLUMNS,
    "customer_id",
    "customer",
    "approvals_needed",
    "approved_by",
    "approved_at_utc",
    "hold_id",
    "version",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(STAFF_WITHDRAWALS, asked);
    for await (const one of eachStaffWithdrawal(deps, actor, { ...filters, search }, order)) {
      yield [
        ...rowOf(one),
        one.user.id,
        one.user.username,
        one.approvalsNeeded,
        one.approvals.map(({ username }) => username).join(" "),
        one.approvals.map(({ at }) => at).join(" "),
        one.holdId,
        one.version,
      ];
    }
  },
};
