import { toDecimal } from "@/lib/domain/kernel/money";
import { eachLedgerAccount, getLedgerAccount } from "@/lib/domain/wallet/queries/ledger-accounts";
import { eachJournalEntry } from "@/lib/domain/wallet/queries/ledger-journal";
import { LEDGER_ACCOUNTS, LEDGER_JOURNAL } from "@/lib/table/definitions/ledger";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const ledgerAccountsExport: TableExport = {
  name: LEDGER_ACCOUNTS.name,
  least: "SUPPORT",
  columns: ["id", "code", "kind", "user_id", "username", "currency", "balance", "created_at_utc"],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(LEDGER_ACCOUNTS, asked);
    for await (const account of eachLedgerAccount(deps, actor, { ...filters, search }, order)) {
      yield [
        account.id,
        account.code,
        account.kind,
        account.userId,
        account.username,
        account.currency,
        toDecimal(account.balanceMicros),
        account.createdAt,
      ];
    }
  },
};

/** The entries of the account that the query names. */
export const ledgerEntriesExport: TableExport = {
  name: LEDGER_JOURNAL.name,
  least: "SUPPORT",
  columns: ["id", "at_utc", "kind", "transaction_id", "ref_type", "ref_id", "amount", "balance_after"],
  async *rows(deps, actor, asked) {
    const named = asked instanceof URLSearchParams ? asked.get("account") : asked.account;
    const account = await getLedgerAccount(deps, actor, String(named ?? ""));
    if (!account) return;
    for await (const entry of eachJournalEntry(deps, actor, account)) {
      yield [
        entry.id,
        entry.at,
        entry.kind,
        entry.transactionId,
        entry.refType,
        entry.refId,
        toDecimal(entry.amountMicros),
        toDecimal(entry.balanceAfterMicros),
      ];
    }
  },
};
