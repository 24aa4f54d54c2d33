"use client";

/** By invoice, in this tab alone: where the payer came from. */
const keyOf = (invoiceId: string) => `return:${invoiceId}`;

/** Keeps where the payer came from; `path` was checked by the page that was asked for it. */
export function keepReturnPath(invoiceId: string, path: string): void {
  try {
    sessionStorage.setItem(keyOf(invoiceId), path);
  } catch {
    // A browser that keeps nothing offers no way back: the payment goes on.
  }
}

/** Where the payer of this invoice came from; null where nobody knows. */
export function keptReturnPath(invoiceId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(invoiceId));
  } catch {
    return null;
  }
}
