import type { SimulatedClock } from "../gateway/clock";

/** What the simulator keeps of a preference. Amounts are in centavos; times in milliseconds of business time. */
export interface Preference {
  id: string;
  items: { id: string; title: string; quantity: number; unitCents: number; currency: string }[];
  externalReference: string | null;
  notificationUrl: string | null;
  backUrls: { success?: string | undefined; pending?: string | undefined; failure?: string | undefined };
  autoReturn: string | null;
  expiresAt: number | null;
  createdAt: number;
}

export interface Refund {
  id: number;
  cents: number;
  status: "approved" | "in_process" | "rejected";
  createdAt: number;
}

export type PaymentStatus =
  | "pending"
  | "in_process"
  | "approved"
  | "rejected"
  | "cancelled"
  | "refunded"
  | "charged_back";

export interface Payment {
  id: number;
  status: PaymentStatus;
  detail: string;
  cents: number;
  currency: string;
  method: "pix" | "visa" | "bolbradesco";
  description: string;
  externalReference: string | null;
  notificationUrl: string | null;
  preferenceId: string | null;
  payerEmail: string | null;
  createdAt: number;
  approvedAt: number | null;
  updatedAt: number;
  expiresAt: number | null;
  refunds: Refund[];
  chargebackId: string | null;
  pix: { code: string; pngBase64: string } | null;
}

export const COLLECTOR_ID = 900_000_001;

const METHOD_TYPE = { pix: "bank_transfer", visa: "credit_card", bolbradesco: "ticket" } as const;

const FEE_PERMILLE = 49;

/** Brazil's clock, as MercadoPago writes every time. */
const moment = (ms: number | null) =>
  ms === null ? null : new Date(ms - 3 * 3_600_000).toISOString().replace("Z", "-03:00");

export const total = ({ items }: Preference) =>
  items.reduce((sum, item) => sum + item.quantity * item.unitCents, 0);

/** A preference as the API shows it. */
export function shownPreference(preference: Preference, pageUrl: string) {
  const page = `${pageUrl}/checkout/v1/redirect?pref_id=${preference.id}`;
  return {
    id: preference.id,
    collector_id: COLLECTOR_ID,
    client_id: "simulated",
    date_created: moment(preference.createdAt),
    items: preference.items.map(({ unitCents, currency, ...item }) => ({
      ...item,
      unit_price: unitCents / 100,
      currency_id: currency,
    })),
    external_reference: preference.externalReference ?? "",
    notification_url: preference.notificationUrl,
    back_urls: preference.backUrls,
    auto_return: preference.autoReturn ?? "",
    expires: preference.expiresAt !== null,
    expiration_date_to: moment(preference.expiresAt),
    init_point: page,
    sandbox_init_point: page,
    site_id: "MLB",
    operation_type: "regular_payment",
  };
}

export function shownRefund(payment: Payment, refund: Refund) {
  return {
    id: refund.id,
    payment_id: payment.id,
    amount: refund.cents / 100,
    status: refund.status,
    date_created: moment(refund.createdAt),
    source: { id: String(COLLECTOR_ID), name: "Patchbay", type: "collector" },
    refund_mode: "standard",
  };
}

/** A payment as the API shows it. */
export function shownPayment(payment: Payment, pageUrl: string) {
  const refunded = payment.refunds
    .filter(({ status }) => status !== "rejected")
    .reduce((sum, { cents }) => sum + cents, 0);
  const fee = Math.round((payment.cents * FEE_PERMILLE) / 1_000);
  const isPaid = payment.approvedAt !== null;
  return {
    id: payment.id,
    date_created: moment(payment.createdAt),
    date_approved: moment(payment.approvedAt),
    date_last_updated: moment(payment.updatedAt),
    date_of_expiration: moment(payment.expiresAt),
    payment_method_id: payment.method,
    payment_type_id: METHOD_TYPE[payment.method],
    status: payment.status,
    status_detail: payment.detail,
    currency_id: payment.currency,
    description: payment.description,
    live_mode: false,
    collector_id: COLLECTOR_ID,
    payer: { email: payment.payerEmail, id: "1", type: "customer" },
    external_reference: payment.externalReference,
    transaction_amount: payment.cents / 100,
    transaction_amount_refunded: refunded / 100,
    captured: true,
    installments: 1,
    order: payment.preferenceId ? { id: payment.id + 1, type: "mercadopago" } : {},
    fee_details: isPaid ? [{ type: "mercadopago_fee", amount: fee / 100, fee_payer: "collector" }] : [],
    transaction_details: {
      net_received_amount: isPaid ? (payment.cents - fee) / 100 : 0,
      total_paid_amount: payment.cents / 100,
    },
    refunds: payment.refunds.map((refund) => shownRefund(payment, refund)),
    notification_url: payment.notificationUrl,
    point_of_interaction: payment.pix
      ? {
          type: "PIX",
          transaction_data: {
            qr_code: payment.pix.code,
            qr_code_base64: payment.pix.pngBase64,
            ticket_url: `${pageUrl}/payments/${payment.id}/ticket`,
          },
        }
      : {},
  };
}

export type Clock = Pick<SimulatedClock, "now" | "realNow">;
