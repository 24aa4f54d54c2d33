"use client";

import { useMoneyLive } from "./use-money-live";

/** Keeps an invoice's page true until the invoice is over. */
export function InvoiceLive({ invoiceId, isOpen }: { invoiceId: string; isOpen: boolean }) {
  useMoneyLive(isOpen);
  return <span hidden data-testid="invoice-live" data-invoice={invoiceId} />;
}
