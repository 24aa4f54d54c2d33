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
  "api_key.live_created": { userId: string; keyId: string; name: string; last4: string };
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
  "invoice.news": {
    invoiceId: string;
    news: string;
    amountMicros: string;
    /** Its money is about to buy a plan: what becomes of that is told instead. */
    awaitsPlan?: boolean;
  };
  "refund.finished": { refundId: string; status: string };
  "dispute.changed": { paymentId: string; news: string };
  "stray.credited": { strayId: string; amountMicros: string };
  "balance.low": { userId: string; availableMicros: string; thresholdMicros: string };
  "alert.raised": { alertId: string };
  "withdrawal.requested": { withdrawalId: string };
  "withdrawal.decided": { withdrawalId: string; status: string };
  "subscription.started": { subscriptionId: string; purchaseId?: string };
  "subscription.changed": {
    subscriptionId: string;
    /** What of it is news to the owner; nothing where it is left out. */
    news?: "suspended" | "resumed" | "extended" | "newLink" | "upgraded";
    /** What came with it where it was extended. */
    days?: number;
    trafficGb?: number;
    purchaseId?: string;
  };
  "subscription.renewed": { subscriptionId: string; purchaseId?: string };
  "subscription.renewal_due": { subscriptionId: string };
  "subscription.renewal_failed": { subscriptionId: string };
  "subscription.traffic_noticed": { subscriptionId: string; percent: number };
  /** The end is 3 days or 1 day away, or (0) it is there and the grace runs. */
  "subscription.end_near": { subscriptionId: string; days: number; expiresAt: string };
  "subscription.ended": { subscriptionId: string; status: string };
  "plan.purchase_failed": { invoiceId: string; reason: string };
  "notification.created": { notificationId: string };
  "notification.read": Record<string, never>;
  "webhook.failing": { endpointId: string; warning: number };
  "webhook.disabled": { endpointId: string; reason: string };
  "price.changed": { offerId: string };
  "prices.changed": { batchId: string };
}

export type EventKind = keyof EventPayloads;
