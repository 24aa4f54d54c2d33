import type { Subscriber } from "./subscriber";
import { identityMails } from "./subscribers/identity-mails";
import { lowBalance } from "./subscribers/low-balance";
import { moneyNews } from "./subscribers/money-news";
import { notifications } from "./subscribers/notifications";
import { planInvoices } from "./subscribers/plan-invoices";
import { verificationLevel } from "./subscribers/verification-level";
import { vpnNews } from "./subscribers/vpn-news";
import { webhookNews } from "./subscribers/webhook-news";
import { webhooks } from "./subscribers/webhooks";
import { welcomeCredit } from "./subscribers/welcome-credit";

/** Everybody who is told of events, in the order in which they are told. */
export const SUBSCRIBERS: readonly Subscriber[] = [
  welcomeCredit,
  verificationLevel,
  planInvoices,
  webhooks,
  webhookNews,
  notifications,
  lowBalance,
  moneyNews,
  vpnNews,
  identityMails,
];
