import { apiKeysExport } from "./api-keys";
import { auditExport } from "./audit";
import { countriesExport, offersExport, servicesExport } from "./catalog";
import type { TableExport } from "./export-table";
import { findingsExport } from "./findings";
import { invoicesExport, staffInvoicesExport } from "./invoices";
import { ledgerAccountsExport, ledgerEntriesExport } from "./ledger";
import { numbersExport } from "./numbers";
import { ordersExport } from "./orders";
import { paymentsExport } from "./payments";
import { refundsExport } from "./refunds";
import { statementExport } from "./statement";
import { stockExport } from "./stock";
import { transactionsExport } from "./transactions";
import { usersExport } from "./users";
import { vpnPlansExport } from "./vpn-plans";
import { vpnServersExport } from "./vpn-servers";
import { vpnSubscriptionsExport } from "./vpn-subscriptions";
import { vpnTopUsersExport, vpnUsageExport } from "./vpn-usage";
import { staffWithdrawalsExport, withdrawalsExport } from "./withdrawals";

/** Every list that can be taken away. */
export const TABLE_EXPORTS: readonly TableExport[] = [
  numbersExport,
  ordersExport,
  apiKeysExport,
  auditExport,
  countriesExport,
  findingsExport,
  invoicesExport,
  staffInvoicesExport,
  ledgerAccountsExport,
  ledgerEntriesExport,
  offersExport,
  paymentsExport,
  refundsExport,
  servicesExport,
  stockExport,
  statementExport,
  transactionsExport,
  usersExport,
  withdrawalsExport,
  staffWithdrawalsExport,
  vpnPlansExport,
  vpnServersExport,
  vpnSubscriptionsExport,
  vpnTopUsersExport,
  vpnUsageExport,
];
