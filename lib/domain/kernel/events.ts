/** Everything that is told upward through the outbox, in one typed list. Payloads hold ids and facts, never secrets in clear. */
export interface EventPayloads {
  "user.registered": { userId: string };
  "user.sign_up_repeated": { userId: string };
  "user.email_verified": { userId: string };
  "user.email_verification_requested": { userId: string; tokenCiphertext: string };
  "user.email_change_requested": { userId: string; email: string; tokenCiphertext: string };
  "user.email_changed": { userId: string; previousEmail: string | null };
  "user.password_reset_requested": { userId: string; tokenCiphertext: string };
  "user.password_changed": { userId: string };
  "user.suspended": { userId: string };
  "user.reinstated": { userId: string };
  "user.level_raised": { userId: string; level: number };
  "session.revoked": { userId: string; sessionId: string };
  "session.signed_in": { userId: string; sessionId: string };
  "order.requested": { orderId: string };
  "order.activated": { orderId: string };
  "order.code_received": { orderId: string; messageId: string };
  "order.message_received": { orderId: string; messageId: string };
  "order.resend_requested": { orderId: string };
  "order.closing": { orderId: string };
  "order.reopened": { orderId: string };
  "order.completed": { orderId: string };
  "order.canceled": { orderId: string };
  "order.expired": { orderId: string };
  "order.failed": { orderId: string };
  "order.refunded": { orderId: string; amountMicros: string };
  "order.late_code": { orderId: string; messageId: string };
  "wallet.changed": { userId: string };
  "invoice.changed": { invoiceId: string };
  "invoice.paid": { invoiceId: string };
  "invoice.news": { invoiceId: string; news: string; amountMicros: string };
  "refund.finished": { refundId: string; status: string };
  "dispute.changed": { paymentId: string; news: string };
  "stray.credited": { strayId: string; amountMicros: string };
  "balance.low": { userId: string; availableMicros: string; thresholdMicros: string };
  "alert.raised": { alertId: string };
  "withdrawal.requested": { withdrawalId: string };
  "withdrawal.decided": { withdrawalId: string; status: string };
  "notification.created": { notificationId: string };
  "notification.read": Record<string, never>;
  "price.changed": { offerId: string };
  "prices.changed": { batchId: string };
}

export type EventKind = keyof EventPayloads;
