/**
 * Every action that the trail knows, by the module that writes it. An entry with another action does not compile: add it
 * here, and its words as audit.actions in every language (its fields as audit.fields, a new kind of thing as
 * audit.targets).
 */
export const AUDIT_ACTIONS = {
  orders: [
    "order.requested",
    "order.captured",
    "order.completed",
    "order.canceled",
    "order.expired",
    "order.failed",
    "order.refunded",
  ],
  wallet: [
    "wallet.topped_up",
    "wallet.credit_granted",
    "wallet.credit_taken_back",
    "wallet.frozen",
    "wallet.unfrozen",
  ],
  billing: [
    "invoice.created",
    "invoice.paid",
    "invoice.changed",
    "invoice.canceled",
    "invoice.expired",
    "invoice.marked_paid",
    "payment.refund_requested",
    "payment.refund_failed",
    "withdrawal.requested",
    "withdrawal.approved",
    "withdrawal.paid",
    "withdrawal.refused",
    "withdrawal.canceled",
    "stray_payment.matched",
    "stray_payment.credited",
    "stray_payment.dismissed",
    "money_alert.resolved",
    "payment_method.changed",
    "connection.tested",
    "reconciliation.requested",
    "reconciliation.completed",
  ],
  catalog: [
    "offer.updated",
    "prices.previewed",
    "prices.changed",
    "prices.rolled_back",
    "service.updated",
    "service.moved",
    "service.icon_set",
    "service.icon_removed",
    "service.policy_reviewed",
    "country.updated",
    "country.moved",
    "country.icon_set",
    "country.icon_removed",
    "operator.added",
    "operator.updated",
  ],
  supply: [
    "provider.updated",
    "provider.tested",
    "provider.resumed",
    "number.added",
    "number.deactivated",
    "number.reactivated",
    "number.released",
    "numbers.imported",
  ],
  people: [
    "user.suspended",
    "user.reinstated",
    "user.role_changed",
    "user.level_raised",
    "user.level_lowered",
    "user.admin_created",
    "user.sessions_ended",
    "user.verification_resent",
    "user.password_changed",
    "user.password_reset",
    "user.email_changed",
    "user.phone_changed",
  ],
  vpn: [
    "subscription.started",
    "subscription.renewed",
    "subscription.upgraded",
    "subscription.auto_renewal",
    "subscription.canceled",
    "subscription.expired",
    "subscription.traffic_used_up",
    "subscription.link_rotated",
    "subscription.extended",
    "subscription.suspended",
    "subscription.resumed",
    "subscription.revoked",
    "subscription.moved",
    "plan.created",
    "plan.updated",
    "plan.offered",
    "plan.withdrawn",
    "vpn_panel.created",
    "vpn_panel.updated",
    "vpn_panel.repaired",
    "vpn_server.created",
    "vpn_server.updated",
    "vpn_server.status_set",
  ],
  integrators: [
    "project.created",
    "project.updated",
    "project.archived",
    "api_key.created",
    "api_key.updated",
    "api_key.rotated",
    "api_key.revoked",
    "api_limits.changed",
  ],
  operations: [
    "setting.changed",
    "job.run_requested",
    "event.retried",
    "event.discarded",
    "simulator.steered",
  ],
} as const;

export type AuditModule = keyof typeof AUDIT_ACTIONS;
export type AuditAction = (typeof AUDIT_ACTIONS)[AuditModule][number];

/** The kinds of things that are acted upon. */
export const AUDIT_TARGETS = [
  "user",
  "order",
  "invoice",
  "payment",
  "withdrawal",
  "stray_payment",
  "money_alert",
  "payment_method",
  "connection",
  "reconciliation",
  "offer",
  "price_batch",
  "service",
  "country",
  "operator",
  "provider",
  "phone_number",
  "number_import",
  "subscription",
  "plan",
  "vpn_panel",
  "vpn_server",
  "project",
  "api_key",
  "setting",
  "job",
  "event",
  "simulator",
] as const;
export type AuditTarget = (typeof AUDIT_TARGETS)[number];

const ACTIONS: readonly string[] = Object.values(AUDIT_ACTIONS).flat();
const TARGETS: readonly string[] = AUDIT_TARGETS;

export function isAuditAction(text: string): text is AuditAction {
  return ACTIONS.includes(text);
}

export function isAuditTarget(text: string): text is AuditTarget {
  return TARGETS.includes(text);
}
