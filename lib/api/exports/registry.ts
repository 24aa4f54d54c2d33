import { auditExport } from "./audit";
import { countriesExport, offersExport, servicesExport } from "./catalog";
import type { TableExport } from "./export-table";
import { ledgerAccountsExport, ledgerEntriesExport } from "./ledger";
import { numbersExport } from "./numbers";
import { ordersExport } from "./orders";
import { statementExport } from "./statement";
import { stockExport } from "./stock";
import { usersExport } from "./users";

/** Every list that can be taken away. */
export const TABLE_EXPORTS: readonly TableExport[] = [
  numbersExport,
  ordersExport,
  auditExport,
  countriesExport,
  ledgerAccountsExport,
  ledgerEntriesExport,
  offersExport,
  servicesExport,
  stockExport,
  statementExport,
  usersExport,
];
