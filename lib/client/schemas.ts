// Made from the API's document by `npm run generate:client`. Changes belong into the contract.

export interface Country {
  iso2: string;
  name: string;
  phoneCode: string;
}

export interface CountryList {
  data: Country[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface CreatedWebhook {
  id: string;
  projectId: string | null;
  url: string;
  description: string;
  /** STANDARD: signed events. SMS_ACTIVATE: that protocol's push */
  format: "STANDARD" | "SMS_ACTIVATE";
  events: string[];
  /** Of the key that made it. It is told of sandbox orders alone, others of live ones */
  isSandbox: boolean;
  isOn: boolean;
  /** Turned off by you, by a 410 answer, or after failing for too long */
  offBecause: "CUSTOMER" | "GONE" | "FAILING" | null;
  failingSince: string | null;
  lastSuccessAt: string | null;
  lastFailureAt: string | null;
  /** Until then the secret before the last rotation signs too */
  previousSecretUntil: string | null;
  createdAt: string;
  /** Signs every message; shown this once */
  secret: string;
}

export interface Hold {
  id: string;
  amount: Money;
  expiresAt: string;
  /** The rented number it is for */
  numberId: string | null;
  withdrawalId: string | null;
}

export interface HoldList {
  data: Hold[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Invoice {
  id: string;
  number: number;
  purpose: "TOP_UP" | "PLAN";
  method: string;
  status: "CREATED" | "PENDING" | "PAID" | "EXPIRED" | "REFUNDED" | "CANCELED";
  exception: "NONE" | "PAID_PARTIAL" | "PAID_LATE" | "PAID_OVER" | "UNCONFIRMED" | "MARKED";
  amount: Money;
  fee: Money;
  tax: Money;
  total: Money;
  credited: Money;
  refunded: Money;
  /** What the payer is asked for, in its own currency */
  charge: { amount: string; currency: string };
  /** How to pay it */
  payment: { url: string | null; pixCode: string | null; address: string | null; asset: string | null; network: string | null; amountAsset: string | null };
  payments: { id: string; status: "CREATED" | "PENDING" | "DETECTED" | "CONFIRMED" | "SETTLED" | "FAILED" | "EXPIRED" | "REFUNDED"; amount: string; currency: string; credited: Money; confirmations: number; createdAt: string }[];
  planId: string | null;
  subscriptionId: string | null;
  expiresAt: string;
  paidAt: string | null;
  canceledAt: string | null;
  createdAt: string;
}

export interface InvoiceList {
  data: Invoice[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Key {
  id: string;
  mode: "live" | "sandbox";
  scopes: string[];
  /** Requests a minute */
  rateLimit: number;
  projectId: string | null;
  username: string;
}

export interface Message {
  id: string;
  /** Who sent it */
  from: string;
  /** What belongs to another service has its digits masked */
  text: string;
  code: string | null;
  receivedAt: string;
  /** It came from another service than the one rented for */
  isForeign: boolean;
}

export interface MessageList {
  data: Message[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Money {
  /** A decimal with a point and at least two digits behind it */
  amount: string;
  /** ISO 4217 */
  currency: string;
}

export interface Operator {
  code: string;
  name: string;
}

export interface OperatorList {
  data: Operator[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Price {
  service: { slug: string; code: string; name: string };
  country: { iso2: string; name: string };
  price: Money;
  /** How many can be had now */
  stock: "none" | "few" | "some" | "many";
  /** Share of finished orders that got a code; null under five orders */
  successRate: number | null;
  sampleSize: number;
  medianWaitSeconds: number | null;
}

export interface PriceList {
  data: Price[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Problem {
  /** One for each code: where it is explained, relative to this origin */
  type: string;
  /** For people; it may change */
  title: string;
  status: number;
  /** Stable: decide by it */
  code: string;
  /** Name it when you ask us about the request */
  requestId: string;
  /** Only with code invalid_input */
  errors?: { path: string; message: string }[];
  price?: Money;
  limit?: Money;
  remaining?: Money;
  missing?: Money;
  available?: Money;
  minimum?: Money;
  maximum?: Money;
}

export interface Project {
  id: string;
  name: string;
  description: string;
  /** ISO 3166 code */
  defaultCountry: string | null;
  /** Slug */
  defaultService: string | null;
  areaCode: string | null;
  monthlyLimit: (Money) & (Record<string, unknown> | null);
  monthSpent: Money;
  apiCalls: string;
  createdAt: string;
  archivedAt: string | null;
}

export interface ProjectList {
  data: Project[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Quote {
  /** Pass it on as `quoteId` */
  id: string;
  service: string;
  country: string;
  operator: string | null;
  price: Money;
  expiresAt: string;
}

export interface RentedNumber {
  id: string;
  /** Short name of the order; the same in every protocol */
  number: number;
  /** connecting: being fetched. waiting: the number is yours, no code yet. code_received: it has its code and is paid. waiting_another: you asked for one more SMS. finished, canceled, used, expired, failed: over; all but finished are refunded. canceling: being closed. */
  state: "connecting" | "waiting" | "code_received" | "waiting_another" | "finished" | "canceled" | "used" | "expired" | "failed" | "canceling";
  service: { slug: string; code: string; name: string };
  country: { iso2: string; name: string; phoneCode: string };
  /** E.164; null while it is being connected */
  phone: string | null;
  price: Money;
  refunded: (Money) & (Record<string, unknown> | null);
  /** The newest code */
  code: string | null;
  messages: Message[];
  createdAt: string;
  activatedAt: string | null;
  /** From then on it can be canceled */
  cancelableAt: string | null;
  /** Without a code it is refunded then */
  expiresAt: string | null;
  endedAt: string | null;
  /** What the operations beside this one would take now */
  can: { cancel: boolean; finish: boolean; requestAnother: boolean; reportUsed: boolean };
  isSandbox: boolean;
}

export interface RentedNumberList {
  data: RentedNumber[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Service {
  slug: string;
  /** As in the SMS-Activate protocol */
  code: string;
  name: string;
  category: string;
  fromPrice: (Money) & (Record<string, unknown> | null);
}

export interface ServiceList {
  data: Service[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface TopUpMethod {
  method: "CARD" | "PIX" | "CHECKOUT_PRO" | "CRYPTO_USDT" | "CRYPTO_BTC";
  chargeCurrency: string;
  minimum: Money;
  maximum: Money;
  feePercent: string;
  /** False while its gateway does not answer */
  isAvailable: boolean;
}

export interface TopUpMethodList {
  data: TopUpMethod[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface VpnOffer {
  /** Null where it cannot be renewed */
  renewal: { price: Money; durationDays: number; endsAt: string } | { price: Money; durationDays: number; endsAt: string };
  changes: { planId: string; name: string; durationDays: number; traffic: string | null; price: Money; credit: Money; due: Money }[];
}

export interface VpnPlace {
  id: string;
  name: string;
  countryCode: string;
  state: "online" | "busy" | "maintenance" | "offline";
  loadPercent: number;
  isRecommended: boolean;
}

export interface VpnPlan {
  id: string;
  name: string;
  tier: string;
  price: Money;
  durationDays: number;
  /** Null is unlimited */
  traffic: string | null;
  maxDevices: number;
  features: string[];
  protocols: ("VLESS" | "VMESS" | "TROJAN" | "SHADOWSOCKS" | "WIREGUARD")[];
  isTrial: boolean;
  /** Whether somebody new finds a place */
  hasRoom: boolean;
  places: VpnPlace[];
}

export interface VpnPlanList {
  data: VpnPlan[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface VpnPurchase {
  id: string;
  kind: "BUY" | "RENEW" | "UPGRADE" | "TRIAL";
  planName: string;
  price: Money;
  credit: Money;
  at: string;
  periodStartsAt: string;
  periodEndsAt: string;
  invoiceId: string | null;
}

export interface VpnPurchaseList {
  data: VpnPurchase[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface VpnSubscription {
  id: string;
  number: number;
  planName: string;
  isTrial: boolean;
  state: "active" | "ends_soon" | "partly_active" | "being_prepared" | "traffic_used_up" | "grace" | "expired" | "canceled" | "suspended";
  startsAt: string;
  expiresAt: string;
  /** Null is unlimited */
  traffic: string | null;
  /** Whole bytes, as text */
  used: string;
  maxDevices: number;
  isAutoRenew: boolean;
  locations: number;
  readyLocations: number;
  /** The secret link that apps are given. Whoever has it can connect */
  url: string;
  /** Until then the link before it answers too */
  oldUrlUntil: string | null;
  places: ((VpnPlace) & ({ isReady: boolean; configs: { id: string; protocol: "VLESS" | "VMESS" | "TROJAN" | "SHADOWSOCKS" | "WIREGUARD"; link: string | null }[] }))[];
}

export interface VpnSubscriptionList {
  data: VpnSubscriptionSummary[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface VpnSubscriptionSummary {
  id: string;
  number: number;
  planName: string;
  isTrial: boolean;
  state: "active" | "ends_soon" | "partly_active" | "being_prepared" | "traffic_used_up" | "grace" | "expired" | "canceled" | "suspended";
  startsAt: string;
  expiresAt: string;
  /** Null is unlimited */
  traffic: string | null;
  /** Whole bytes, as text */
  used: string;
  maxDevices: number;
  isAutoRenew: boolean;
  locations: number;
  readyLocations: number;
}

export interface VpnUsageDay {
  day: string;
  /** Whole bytes, as text */
  upload: string;
  /** Whole bytes, as text */
  download: string;
  byPlace: { placeId: string; name: string; bytes: string }[];
}

export interface VpnUsageDayList {
  data: VpnUsageDay[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Wallet {
  available: Money;
  held: Money;
  debt: Money;
}

export interface WalletEntry {
  id: string;
  type: "DEPOSIT" | "WITHDRAWAL" | "PURCHASE" | "REFUND" | "SMS_SENT" | "SMS_RECEIVED" | "ADJUSTMENT";
  status: "PENDING" | "COMPLETED" | "FAILED";
  amount: Money;
  availableAfter: (Money) & (Record<string, unknown> | null);
  description: string | null;
  numberId: string | null;
  invoiceId: string | null;
  createdAt: string;
}

export interface WalletEntryList {
  data: WalletEntry[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface Webhook {
  id: string;
  projectId: string | null;
  url: string;
  description: string;
  /** STANDARD: signed events. SMS_ACTIVATE: that protocol's push */
  format: "STANDARD" | "SMS_ACTIVATE";
  events: string[];
  /** Of the key that made it. It is told of sandbox orders alone, others of live ones */
  isSandbox: boolean;
  isOn: boolean;
  /** Turned off by you, by a 410 answer, or after failing for too long */
  offBecause: "CUSTOMER" | "GONE" | "FAILING" | null;
  failingSince: string | null;
  lastSuccessAt: string | null;
  lastFailureAt: string | null;
  /** Until then the secret before the last rotation signs too */
  previousSecretUntil: string | null;
  createdAt: string;
}

export interface WebhookDelivery {
  id: string;
  /** What travels as `webhook-id` */
  messageId: string;
  event: string;
  status: "QUEUED" | "RETRYING" | "DELIVERED" | "FAILED" | "DISABLED";
  attempts: number;
  lastStatusCode: number | null;
  lastError: string | null;
  isTest: boolean;
  createdAt: string;
  nextAttemptAt: string | null;
  finishedAt: string | null;
}

export interface WebhookDeliveryDetail {
  id: string;
  /** What travels as `webhook-id` */
  messageId: string;
  event: string;
  status: "QUEUED" | "RETRYING" | "DELIVERED" | "FAILED" | "DISABLED";
  attempts: number;
  lastStatusCode: number | null;
  lastError: string | null;
  isTest: boolean;
  createdAt: string;
  nextAttemptAt: string | null;
  finishedAt: string | null;
  webhookId: string;
  /** What is sent, indented for reading */
  body: string;
  tries: { number: number; startedAt: string; durationMs: number; requestHeaders: Record<string, unknown>; statusCode: number | null; responseHeaders: Record<string, unknown>; responseBody: string | null; error: string | null }[];
}

export interface WebhookDeliveryList {
  data: WebhookDelivery[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface WebhookList {
  data: Webhook[];
  /** Ask for the following page with it; null on the last page */
  nextCursor: string | null;
}

export interface WebhookSecret {
  /** Signs every message; shown this once */
  secret: string;
  previousSecretUntil: string;
}
