import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import { isTopUpMethod } from "@/lib/domain/billing/methods";
import { getInvoice, listInvoices } from "@/lib/domain/billing/queries/invoices";
import { isSimulated } from "@/lib/domain/billing/queries/sandbox";
import { readSeller } from "@/lib/domain/billing/queries/seller";
import { readTopUpOffer } from "@/lib/domain/billing/queries/top-up-offer";
import { isWalletFrozen } from "@/lib/domain/billing/queries/wallet-freeze";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseUnits } from "@/lib/domain/crypto-payments/asset-amount";
import { paymentLinks } from "@/lib/domain/crypto-payments/payment-link";
import { customerScope } from "@/lib/domain/kernel/actor";
import { readInvoicePlan } from "@/lib/domain/vpn/queries/invoice-plan";
import { INVOICES } from "@/lib/table/definitions/invoices";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireCustomer } from "./session";

const CAME = new Set(["DETECTED", "CONFIRMED", "SETTLED"]);

/** What is still to be sent, in the asset's smallest unit: all of it, or what the part that came leaves. */
function unitsToSend({ asset, amountAsset, exception, payments }: InvoiceView): bigint | null {
  const due = asset && amountAsset ? parseUnits(asset, amountAsset) : null;
  if (!asset || due === null || exception !== "PAID_PARTIAL") return due;
  const came = payments
    .filter(({ status }) => CAME.has(status))
    .reduce((sum, payment) => sum + (parseUnits(asset, payment.amountAsset ?? "0") ?? 0n), 0n);
  return due > came ? due - came : due;
}

/** How to pay an invoice on its chain: what a wallet opens, and what its camera reads. */
function cryptoLinks(invoice: InvoiceView) {
  const { asset, address, number } = invoice;
  const units = unitsToSend(invoice);
  if (!asset || !address || units === null) return null;
  return paymentLinks({ asset, address, units, label: `Invoice ${number}` });
}

/** The ways to bring money in. */
export async function loadTopUp() {
  const { actor } = await requireCustomer();
  return readTopUpOffer(getDeps(), actor);
}

/** One's own invoices as the address asks for them. */
export async function loadInvoices(asked: AskedParameters) {
  const { actor } = await requireCustomer();
  const state = readTableState(INVOICES, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listInvoices(getDeps(), customerScope(actor), filter, state) };
}

/** One's own invoice with its seller; there is no page for anybody else's. */
export async function loadInvoice(id: string) {
  const { actor, user } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const invoice = await getInvoice(deps, scope, id);
  if (!invoice) notFound();
  return {
    invoice,
    plan: await readInvoicePlan(deps, scope, invoice, await getLocale()),
    seller: await readSeller(deps, invoice.id),
    buyer: { name: user.displayName ?? user.username, username: user.username },
    now: deps.clock.now().toISOString(),
    isSimulated: isTopUpMethod(invoice.paymentMethod) && isSimulated(deps, invoice.paymentMethod),
    crypto: cryptoLinks(invoice),
    isFrozen: await isWalletFrozen(deps, scope),
  };
}
