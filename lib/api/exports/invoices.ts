import { eachOwnInvoice, eachStaffInvoice } from "@/lib/domain/billing/queries/invoices";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { customerScope } from "@/lib/domain/kernel/actor";
import { INVOICES, STAFF_INVOICES } from "@/lib/table/definitions/invoices";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

const STAFF_COLUMNS = [
  "number",
  "id",
  "customer_id",
  "customer",
  "purpose",
  "plan_id",
  "subscription_id",
  "gateway",
  "method",
  "status",
  "exception",
  "amount",
  "fee",
  "tax",
  "total",
  "credited",
  "refunded",
  "credited_by_hand",
  "currency",
  "charge_amount",
  "charge_currency",
  "rate_usd",
  "rate_sources",
  "rate_fetched_at_utc",
  "rate_locked_until_utc",
  "asset",
  "network",
  "address",
  "derivation_index",
  "amount_asset",
  "required_confirmations",
  "tolerance_percent",
  "allowance",
  "checked_at_utc",
  "looked_at_utc",
  "monitor_until_utc",
  "gateway_reference",
  "gateway_url",
  "pix_code",
  "failure_code",
  "payments",
  "created_at_utc",
  "expires_at_utc",
  "paid_at_utc",
  "canceled_at_utc",
  "updated_at_utc",
  "version",
] as const;

function staffRow(invoice: InvoiceView) {
  return [
    invoice.number,
    invoice.id,
    invoice.user.id,
    invoice.user.username,
    invoice.purpose,
    invoice.planId,
    invoice.subscriptionId,
    invoice.gateway,
    invoice.paymentMethod,
    invoice.status,
    invoice.exception,
    invoice.amountUsd,
    invoice.fee,
    invoice.tax,
    invoice.total,
    invoice.credited,
    invoice.refunded,
    invoice.byHand,
    invoice.currency,
    invoice.chargeAmount,
    invoice.chargeCurrency,
    invoice.rate,
    invoice.rateSources,
    invoice.rateFetchedAt,
    invoice.rateLockedUntil,
    invoice.asset,
    invoice.network,
    invoice.address,
    invoice.derivationIndex,
    invoice.amountAsset,
    invoice.requiredConfirmations,
    invoice.tolerancePercent,
    invoice.allowance,
    invoice.checkedAt,
    invoice.lookedAt,
    invoice.monitorUntil,
    invoice.gatewayReference,
    invoice.gatewayUrl,
    invoice.pixCode,
    invoice.failureCode,
    invoice.payments.map(({ txid, gatewayPaymentId, id }) => txid ?? gatewayPaymentId ?? id).join(" "),
    invoice.createdAt,
    invoice.expiresAt,
    invoice.paidAt,
    invoice.canceledAt,
    invoice.updatedAt,
    invoice.version,
  ];
}

/** How the shop reckons and follows; a customer has no use for it. */
const INTERNAL: ReadonlySet<string> = new Set([
  "rate_sources",
  "derivation_index",
  "tolerance_percent",
  "looked_at_utc",
  "monitor_until_utc",
  "version",
]);

/** What a customer's own file has: the columns of staff without those of the shop. */
const OWN_COLUMNS = STAFF_COLUMNS.filter((column) => !INTERNAL.has(column));

export const staffInvoicesExport: TableExport = {
  name: STAFF_INVOICES.name,
  least: "SUPPORT",
  columns: STAFF_COLUMNS,
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(STAFF_INVOICES, asked);
    for await (const invoice of eachStaffInvoice(deps, actor, { ...filters, search }, order))
      yield staffRow(invoice);
  },
};

/** One's own invoices. */
export const invoicesExport: TableExport = {
  name: INVOICES.name,
  least: null,
  columns: OWN_COLUMNS,
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(INVOICES, asked);
    for await (const invoice of eachOwnInvoice(deps, customerScope(actor), { ...filters, search }, order)) {
      yield staffRow(invoice).filter((_, at) => !INTERNAL.has(STAFF_COLUMNS[at] ?? ""));
    }
  },
};
