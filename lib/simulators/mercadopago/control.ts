import { z } from "zod";
import { type GatewayControlOptions, gatewayControl } from "../gateway/control";
import type { MercadoPagoAccount } from "./account";
import { attemptOf } from "./checkout-page";
import { shownPayment, shownPreference } from "./objects";
import type { SignatureStyle } from "./signature";

/** Pays a preference with a test card's holder name ("APRO") or "boleto", or a Pix payment. */
const payInput = z.union([
  z.object({ preference: z.string(), card: z.string().default("APRO") }),
  z.object({ payment: z.coerce.number().int() }),
]);
const statusInput = z.object({
  payment: z.coerce.number().int(),
  status: z.enum(["approved", "rejected", "cancelled", "in_process", "charged_back"]),
  detail: z.string().max(100).default(""),
});
const chargebackInput = z.object({ payment: z.coerce.number().int() });
const closeInput = chargebackInput.extend({ outcome: z.enum(["won", "lost"]) });
const refundModeInput = z.object({ status: z.enum(["approved", "in_process", "rejected"]) });
const refundInput = z.object({
  payment: z.coerce.number().int(),
  refund: z.coerce.number().int(),
  status: z.enum(["approved", "rejected"]).default("rejected"),
});
const signatureInput = z.object({
  unit: z.enum(["s", "ms"]).optional(),
  lowerCase: z.boolean().optional(),
  isMissing: z.boolean().optional(),
});

const SHOWN = 50;

interface Options extends Omit<GatewayControlOptions, "state"> {
  signature: SignatureStyle;
  pageUrl(): string;
}

/** MercadoPago's side of the control API: what payers, banks and the signer can do. */
export function mercadoPagoControl(account: MercadoPagoAccount, options: Options) {
  const newest = <T>(rows: Iterable<T>) => [...rows].slice(-SHOWN).reverse();
  const { app, route } = gatewayControl({
    ...options,
    state: () => ({
      signature: options.signature,
      preferences: newest(account.preferences.values()).map((row) => shownPreference(row, options.pageUrl())),
      payments: newest(account.payments.values()).map((row) => shownPayment(row, options.pageUrl())),
    }),
  });
  const none = () => Response.json({ error: "no such object" }, { status: 404 });
  route("/pay", payInput, (input) => {
    if ("payment" in input) {
      const payment = account.payments.get(input.payment);
      return payment && account.settle(payment, "approved", "accredited") ? undefined : none();
    }
    const preference = account.preferences.get(input.preference);
    const attempt = attemptOf(input.card);
    return preference && attempt ? void account.pay(preference, attempt) : none();
  });
  route("/status", statusInput, ({ payment: id, status, detail }) => {
    const payment = account.payments.get(id);
    return payment ? account.change(payment, status, detail) : none();
  });
  route("/chargeback", chargebackInput, ({ payment: id }) => {
    const payment = account.payments.get(id);
    return payment?.status === "approved" ? account.openChargeback(payment) : none();
  });
  route("/close-chargeback", closeInput, ({ payment: id, outcome }) => {
    const payment = account.payments.get(id);
    return payment?.status === "charged_back" ? account.closeChargeback(payment, outcome) : none();
  });
  route("/refund-mode", refundModeInput, ({ status }) => {
    account.refundStatus = status;
  });
  route("/refund-failed", refundInput, ({ payment: id, refund: refundId, status }) => {
    const payment = account.payments.get(id);
    const refund = payment?.refunds.find((row) => row.id === refundId);
    return payment && refund ? account.endRefund(payment, refund, status) : none();
  });
  route("/signature", signatureInput, (input) => void Object.assign(options.signature, input));
  return app;
}
