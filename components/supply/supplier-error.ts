import type { SupplierFault } from "@/lib/domain/supply/types";

/** Why a supplier failed, for the reader, with its own word behind; `words` speaks for "providers.faults". */
export function supplierError(
  { error, fault }: { error: string; fault: SupplierFault | null },
  words: (fault: SupplierFault, values: { code: string }) => string,
): string {
  return fault === null ? error : words(fault, { code: error });
}
