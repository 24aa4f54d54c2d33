// Made from the API's document by `npm run generate:client`. Changes belong into the contract.
import type { CountryList, CreatedWebhook, HoldList, Invoice, InvoiceList, Key, MessageList, OperatorList, PriceList, Project, ProjectList, Quote, RentedNumber, RentedNumberList, ServiceList, TopUpMethodList, VpnOffer, VpnPlanList, VpnPurchaseList, VpnSubscription, VpnSubscriptionList, VpnUsageDayList, Wallet, WalletEntryList, Webhook, WebhookDeliveryDetail, WebhookDeliveryList, WebhookList, WebhookSecret } from "./schemas";

export interface Operations {
  getKey: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: Key;
  };
  listServices: {
    params: undefined;
    query: { limit?: number; cursor?: string };
    body: undefined;
    answer: ServiceList;
  };
  listCountries: {
    params: undefined;
    query: { limit?: number; cursor?: string };
    body: undefined;
    answer: CountryList;
  };
  listOperators: {
    params: undefined;
    query: { country: string; service?: string };
    body: undefined;
    answer: OperatorList;
  };
  listPrices: {
    params: undefined;
    query: { limit?: number; cursor?: string; service?: string; country?: string; available?: "true" | "false" };
    body: undefined;
    answer: PriceList;
  };
  createQuote: {
    params: undefined;
    query: undefined;
    body: { service?: string; country?: string; operator?: string };
    answer: Quote;
  };
  rentNumber: {
    params: undefined;
    query: undefined;
    body: { service?: string; country?: string; operator?: string; maxPrice?: string; numberWish?: string; quoteId?: string };
    answer: RentedNumber;
  };
  listNumbers: {
    params: undefined;
    query: { limit?: number; cursor?: string; state?: "running" | "done" | "refunded"; service?: string; country?: string; projectId?: string };
    body: undefined;
    answer: RentedNumberList;
  };
  getNumber: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: RentedNumber;
  };
  listNumberMessages: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: MessageList;
  };
  requestAnotherSms: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: RentedNumber;
  };
  finishNumber: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: RentedNumber;
  };
  cancelNumber: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: RentedNumber;
  };
  reportNumberUsed: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: RentedNumber;
  };
  getWallet: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: Wallet;
  };
  listHolds: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: HoldList;
  };
  listEntries: {
    params: undefined;
    query: { limit?: number; cursor?: string; type?: "DEPOSIT" | "WITHDRAWAL" | "PURCHASE" | "REFUND" | "SMS_SENT" | "SMS_RECEIVED" | "ADJUSTMENT"; from?: string; to?: string };
    body: undefined;
    answer: WalletEntryList;
  };
  listTopUpMethods: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: TopUpMethodList;
  };
  createInvoice: {
    params: undefined;
    query: undefined;
    body: { method: "CARD" | "PIX" | "CHECKOUT_PRO" | "CRYPTO_USDT" | "CRYPTO_BTC"; amount: string };
    answer: Invoice;
  };
  listInvoices: {
    params: undefined;
    query: { limit?: number; cursor?: string; status?: "CREATED" | "PENDING" | "PAID" | "EXPIRED" | "REFUNDED" | "CANCELED" };
    body: undefined;
    answer: InvoiceList;
  };
  getInvoice: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: Invoice;
  };
  cancelInvoice: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: Invoice;
  };
  listPlans: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: VpnPlanList;
  };
  buySubscription: {
    params: undefined;
    query: undefined;
    body: { planId: string; maxPrice?: string; autoRenew?: boolean };
    answer: VpnSubscription;
  };
  listSubscriptions: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: VpnSubscriptionList;
  };
  getSubscription: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: VpnSubscription;
  };
  getSubscriptionUsage: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: VpnUsageDayList;
  };
  getSubscriptionOffer: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: VpnOffer;
  };
  listSubscriptionPurchases: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: VpnPurchaseList;
  };
  renewSubscription: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: VpnSubscription;
  };
  changeSubscriptionPlan: {
    params: { id: string };
    query: undefined;
    body: { planId: string };
    answer: VpnSubscription;
  };
  rotateSubscriptionLink: {
    params: { id: string };
    query: undefined;
    body: { leaked?: boolean };
    answer: VpnSubscription;
  };
  setAutoRenewal: {
    params: { id: string };
    query: undefined;
    body: { isOn: boolean };
    answer: VpnSubscription;
  };
  cancelSubscription: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: VpnSubscription;
  };
  listProjects: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: ProjectList;
  };
  createProject: {
    params: undefined;
    query: undefined;
    body: { name: string; description?: string; defaultCountry?: string | null; defaultService?: string | null; areaCode?: string | null; monthlyLimit?: string | null };
    answer: Project;
  };
  getProject: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: Project;
  };
  updateProject: {
    params: { id: string };
    query: undefined;
    body: { name?: string; description?: string; defaultCountry?: string | null; defaultService?: string | null; areaCode?: string | null; monthlyLimit?: string | null };
    answer: Project;
  };
  archiveProject: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: Project;
  };
  listWebhooks: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: WebhookList;
  };
  createWebhook: {
    params: undefined;
    query: undefined;
    body: { url: string; events: ("sms.received" | "order.completed" | "order.canceled" | "order.expired" | "refund.settled" | "rental.expiring" | "balance.low" | "limit.warning" | "invoice.paid" | "invoice.partly_paid" | "invoice.paid_late" | "invoice.expired" | "invoice.canceled" | "subscription.started" | "subscription.renewed" | "subscription.renewal_due" | "subscription.renewal_failed" | "subscription.traffic_low" | "subscription.ended" | "ping")[]; description?: string; format?: "STANDARD" | "SMS_ACTIVATE"; projectId?: string };
    answer: CreatedWebhook;
  };
  getWebhook: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: Webhook;
  };
  updateWebhook: {
    params: { id: string };
    query: undefined;
    body: { url?: string; events?: ("sms.received" | "order.completed" | "order.canceled" | "order.expired" | "refund.settled" | "rental.expiring" | "balance.low" | "limit.warning" | "invoice.paid" | "invoice.partly_paid" | "invoice.paid_late" | "invoice.expired" | "invoice.canceled" | "subscription.started" | "subscription.renewed" | "subscription.renewal_due" | "subscription.renewal_failed" | "subscription.traffic_low" | "subscription.ended" | "ping")[]; description?: string };
    answer: Webhook;
  };
  deleteWebhook: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: Webhook;
  };
  rotateWebhookSecret: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: WebhookSecret;
  };
  switchWebhook: {
    params: { id: string };
    query: undefined;
    body: { isOn: boolean };
    answer: Webhook;
  };
  testWebhook: {
    params: { id: string };
    query: undefined;
    body: { event: "sms.received" | "order.completed" | "order.canceled" | "order.expired" | "refund.settled" | "rental.expiring" | "balance.low" | "limit.warning" | "invoice.paid" | "invoice.partly_paid" | "invoice.paid_late" | "invoice.expired" | "invoice.canceled" | "subscription.started" | "subscription.renewed" | "subscription.renewal_due" | "subscription.renewal_failed" | "subscription.traffic_low" | "subscription.ended" | "ping" };
    answer: WebhookDeliveryDetail;
  };
  listDeliveries: {
    params: { id: string };
    query: { limit?: number; cursor?: string; status?: "QUEUED" | "RETRYING" | "DELIVERED" | "FAILED" | "DISABLED" };
    body: undefined;
    answer: WebhookDeliveryList;
  };
  getDelivery: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: WebhookDeliveryDetail;
  };
  resendDelivery: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: WebhookDeliveryDetail;
  };
}

export const PLACES = {
  getKey: { method: "GET", path: "/key", movesMoney: false },
  listServices: { method: "GET", path: "/services", movesMoney: false },
  listCountries: { method: "GET", path: "/countries", movesMoney: false },
  listOperators: { method: "GET", path: "/operators", movesMoney: false },
  listPrices: { method: "GET", path: "/prices", movesMoney: false },
  createQuote: { method: "POST", path: "/quotes", movesMoney: false },
  rentNumber: { method: "POST", path: "/numbers", movesMoney: true },
  listNumbers: { method: "GET", path: "/numbers", movesMoney: false },
  getNumber: { method: "GET", path: "/numbers/{id}", movesMoney: false },
  listNumberMessages: { method: "GET", path: "/numbers/{id}/messages", movesMoney: false },
  requestAnotherSms: { method: "POST", path: "/numbers/{id}/another-sms", movesMoney: false },
  finishNumber: { method: "POST", path: "/numbers/{id}/finish", movesMoney: false },
  cancelNumber: { method: "POST", path: "/numbers/{id}/cancel", movesMoney: false },
  reportNumberUsed: { method: "POST", path: "/numbers/{id}/report-used", movesMoney: false },
  getWallet: { method: "GET", path: "/wallet", movesMoney: false },
  listHolds: { method: "GET", path: "/wallet/holds", movesMoney: false },
  listEntries: { method: "GET", path: "/wallet/entries", movesMoney: false },
  listTopUpMethods: { method: "GET", path: "/wallet/top-up-methods", movesMoney: false },
  createInvoice: { method: "POST", path: "/invoices", movesMoney: true },
  listInvoices: { method: "GET", path: "/invoices", movesMoney: false },
  getInvoice: { method: "GET", path: "/invoices/{id}", movesMoney: false },
  cancelInvoice: { method: "POST", path: "/invoices/{id}/cancel", movesMoney: false },
  listPlans: { method: "GET", path: "/vpn/plans", movesMoney: false },
  buySubscription: { method: "POST", path: "/vpn/subscriptions", movesMoney: true },
  listSubscriptions: { method: "GET", path: "/vpn/subscriptions", movesMoney: false },
  getSubscription: { method: "GET", path: "/vpn/subscriptions/{id}", movesMoney: false },
  getSubscriptionUsage: { method: "GET", path: "/vpn/subscriptions/{id}/usage", movesMoney: false },
  getSubscriptionOffer: { method: "GET", path: "/vpn/subscriptions/{id}/offer", movesMoney: false },
  listSubscriptionPurchases: { method: "GET", path: "/vpn/subscriptions/{id}/purchases", movesMoney: false },
  renewSubscription: { method: "POST", path: "/vpn/subscriptions/{id}/renew", movesMoney: true },
  changeSubscriptionPlan: { method: "POST", path: "/vpn/subscriptions/{id}/change-plan", movesMoney: true },
  rotateSubscriptionLink: { method: "POST", path: "/vpn/subscriptions/{id}/rotate-link", movesMoney: false },
  setAutoRenewal: { method: "POST", path: "/vpn/subscriptions/{id}/auto-renewal", movesMoney: false },
  cancelSubscription: { method: "POST", path: "/vpn/subscriptions/{id}/cancel", movesMoney: false },
  listProjects: { method: "GET", path: "/projects", movesMoney: false },
  createProject: { method: "POST", path: "/projects", movesMoney: false },
  getProject: { method: "GET", path: "/projects/{id}", movesMoney: false },
  updateProject: { method: "PATCH", path: "/projects/{id}", movesMoney: false },
  archiveProject: { method: "POST", path: "/projects/{id}/archive", movesMoney: false },
  listWebhooks: { method: "GET", path: "/webhooks", movesMoney: false },
  createWebhook: { method: "POST", path: "/webhooks", movesMoney: false },
  getWebhook: { method: "GET", path: "/webhooks/{id}", movesMoney: false },
  updateWebhook: { method: "PATCH", path: "/webhooks/{id}", movesMoney: false },
  deleteWebhook: { method: "DELETE", path: "/webhooks/{id}", movesMoney: false },
  rotateWebhookSecret: { method: "POST", path: "/webhooks/{id}/rotate-secret", movesMoney: false },
  switchWebhook: { method: "POST", path: "/webhooks/{id}/switch", movesMoney: false },
  testWebhook: { method: "POST", path: "/webhooks/{id}/test", movesMoney: false },
  listDeliveries: { method: "GET", path: "/webhooks/{id}/deliveries", movesMoney: false },
  getDelivery: { method: "GET", path: "/webhook-deliveries/{id}", movesMoney: false },
  resendDelivery: { method: "POST", path: "/webhook-deliveries/{id}/resend", movesMoney: false },
} as const satisfies Record<keyof Operations, { method: string; path: string; movesMoney: boolean }>;
