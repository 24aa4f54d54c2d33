import { auditExport } from "./audit";
import { countriesExport, offersExport, servicesExport } from "./catalog";
import type { TableExport } from "./export-table";
import { numbersExport } from "./numbers";

/** Every list that can be taken away. */
export const TABLE_EXPORTS: readonly TableExport[] = [
  numbersExport,
  auditExport,
  countriesExport,
  offersExport,
  servicesExport,
];
