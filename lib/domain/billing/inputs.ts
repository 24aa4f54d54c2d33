import type { z } from "zod";
import type {
  closeInvoiceSchema,
  decideStraySchema,
  markInvoicePaidSchema,
  methodSettingsSchema,
  refundPaymentSchema,
  startTopUpSchema,
} from "./schema";

export type StartTopUpInput = z.output<typeof startTopUpSchema>;
export type RefundPaymentInput = z.output<typeof refundPaymentSchema>;
export type DecideStrayInput = z.output<typeof decideStraySchema>;
export type MarkInvoicePaidInput = z.output<typeof markInvoicePaidSchema>;
export type CloseInvoiceInput = z.output<typeof closeInvoiceSchema>;
export type MethodSettingsInput = z.output<typeof methodSettingsSchema>;
