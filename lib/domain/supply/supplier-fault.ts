import type { SupplierFault } from "./types";

const FAULTS: readonly [RegExp, SupplierFault][] = [
  [/\b(?:BAD_KEY|NO_KEY)\b/, "keyRefused"],
  [/\b(?:NO_BALANCE|NO_BALANCE_FORWARD|BAD_BALANCE|NO_MONEY)\b/, "moneyGone"],
  [/\b(?:BANNED|ACCOUNT_INACTIVE)\b/, "accountBlocked"],
  [/\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/, "unreachable"],
  [/\b(?:TimeoutError|AbortError|UND_ERR_\w*TIMEOUT)\b/, "late"],
  [/^not understood\b/, "garbled"],
];

/** Reads what a call ended with, as it was kept; null for what says enough by itself. */
export function supplierFault(error: string | null): SupplierFault | null {
  return FAULTS.find(([form]) => form.test(error ?? ""))?.[1] ?? null;
}
