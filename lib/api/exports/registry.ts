import { auditExport } from "./audit";
import { countriesExport, offersExport, servicesExport } from "./catalog";
import type { TableExport } from "./export-table";

/** Every list that can be taken away. */
export const TABLE_EXPORTS: readonly TableExport[] = [
  auditExport,
  countriesExport,
  offersExport,
  servicesExport,
];
