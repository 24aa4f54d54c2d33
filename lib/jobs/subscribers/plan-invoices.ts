import { buyByInvoice } from "@/lib/domain/vpn/commands/buy-by-invoice";
import type { Subscriber } from "../subscriber";

/** The money of an invoice that was made for a plan buys it, as soon as it is in the wallet. */
export const planInvoices: Subscriber<"invoice.paid"> = {
  name: "plan-invoices",
  kinds: ["invoice.paid"],
  async handle(deps, { payload }) {
    await buyByInvoice(deps, payload.invoiceId);
  },
};
