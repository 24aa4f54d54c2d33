import type { Deps } from "@/lib/deps";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { isOwnRenewal } from "@/lib/domain/vpn/own-renewal-key";
import {
  factsOfPlanInvoice,
  factsOfPurchase,
  factsOfSubscription,
  ownRenewalPriceOf,
  type PlanNames,
  type SubscriptionFacts,
} from "@/lib/domain/vpn/queries/news-facts";
import { graceEndsAt } from "@/lib/domain/vpn/terms";
import { getBalance } from "@/lib/domain/wallet/queries";
import { routes } from "@/lib/routes";
import type { VpnEvent, VpnNews } from "./vpn-news";

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** What is said; whose it is and where it leads follow from the subscription. */
type Word = Without<VpnNews, "userId" | "href" | "key" | "params"> & { params?: Record<string, string> };
type EventOf<K extends VpnEvent["kind"]> = Extract<VpnEvent, { kind: K }>;

const namesOf = ({ name, nameFa, namePt }: PlanNames) => ({ plan: name, planFa: nameFa, planPt: namePt });

/** A renewal by itself, or what an invoice bought. What somebody does from the wallet they see happen. */
async function ofPurchase(deps: Deps, purchaseId: string | undefined): Promise<Word | null> {
  const bought = purchaseId ? await factsOfPurchase(deps, purchaseId) : null;
  if (!bought) return null;
  const params = {
    ...namesOf(bought.plan),
    amountMicros: bought.amountMicros.toString(),
    until: bought.endsAt.toISOString(),
  };
  if (isOwnRenewal(bought.key)) return { kind: "vpnRenewed", mail: "wanted", params };
  if (bought.invoiceNumber === null) return null;
  const paid = { invoice: String(bought.invoiceNumber), keptMicros: bought.keptMicros.toString() };
  return { kind: "vpnBought", mail: "wanted", params: { ...params, ...paid, purchase: bought.kind } };
}

const CHANGES = {
  suspended: { kind: "vpnSuspended", mail: "always" },
  resumed: { kind: "vpnResumed", mail: "always" },
  extended: { kind: "vpnExtended", mail: "never" },
  newLink: { kind: "vpnNewLink", mail: "always" },
} as const;

async function ofChange(
  deps: Deps,
  { news, purchaseId, days = 0, trafficGb = 0 }: EventOf<"subscription.changed">["payload"],
  { oldTokenUntil }: SubscriptionFacts,
): Promise<Word | null> {
  if (!news) return null;
  if (news === "upgraded") return ofPurchase(deps, purchaseId);
  const told: Word = CHANGES[news];
  if (news === "extended") {
    const given = days > 0 && trafficGb > 0 ? "both" : days > 0 ? "days" : trafficGb > 0 ? "traffic" : "";
    return { ...told, params: { given, days: String(days), trafficGb: String(trafficGb) } };
  }
  return news === "newLink" ? { ...told, params: { oldUntil: oldTokenUntil?.toISOString() ?? "" } } : told;
}

/** What it costs, and what the wallet lacks for it. */
async function priceAndGap(deps: Deps, facts: SubscriptionFacts) {
  const [price, { availableMicros }] = await Promise.all([
    ownRenewalPriceOf(deps, facts),
    getBalance(deps, customerScopeOf(facts.userId)),
  ]);
  if (price === null) return null;
  const missing = price > availableMicros ? price - availableMicros : 0n;
  return { amountMicros: price.toString(), missingMicros: missing.toString() };
}

async function ofRenewalDue(deps: Deps, facts: SubscriptionFacts): Promise<Word | null> {
  const money = facts.isAutoRenew ? await priceAndGap(deps, facts) : null;
  if (money) return { kind: "vpnRenewalDue", mail: "wanted", params: money };
  // It was switched off since, or the plan is not sold any more: then nothing renews it.
  const params = { reason: "plan_withdrawn" };
  return facts.isAutoRenew ? { kind: "vpnRenewalFailed", mail: "wanted", params } : null;
}

async function ofRenewalFailure(deps: Deps, facts: SubscriptionFacts): Promise<Word | null> {
  if (facts.renewalFailure === null) return null;
  const money = await priceAndGap(deps, facts);
  return { kind: "vpnRenewalFailed", mail: "wanted", params: { ...money, reason: facts.renewalFailure } };
}

function ofTraffic(percent: number): Word {
  if (percent >= 100) return { kind: "vpnTrafficUsedUp", mail: "wanted" };
  return {
    kind: "vpnTrafficLow",
    mail: percent >= 95 ? "wanted" : "never",
    params: { percent: String(percent) },
  };
}

/** The end that was near when it was written; one that has moved since is no news. */
function ofEndNear(
  { days, expiresAt }: EventOf<"subscription.end_near">["payload"],
  facts: SubscriptionFacts,
): Word | null {
  if (facts.status !== "ACTIVE" || facts.expiresAt.toISOString() !== expiresAt) return null;
  if (days > 0) return facts.isAutoRenew ? null : { kind: "vpnEndsSoon", mail: "wanted" };
  // Without traffic nothing connects as it is, and that was told.
  if (facts.exhaustedAt !== null) return null;
  const graceUntil = graceEndsAt(facts.expiresAt).toISOString();
  return { kind: "vpnTimeOver", mail: "wanted", params: { graceUntil } };
}

/** What the owner ended they know of. */
function ofEnd(status: string, { statusReason }: SubscriptionFacts): Word | null {
  if (status === "EXPIRED") return { kind: "vpnEnded", mail: "never" };
  return statusReason === "by_staff" ? { kind: "vpnRevoked", mail: "always" } : null;
}

function wordOf(
  deps: Deps,
  event: Exclude<VpnEvent, EventOf<"plan.purchase_failed">>,
  facts: SubscriptionFacts,
): Promise<Word | null> | Word | null {
  switch (event.kind) {
    case "subscription.started":
    case "subscription.renewed":
      return ofPurchase(deps, event.payload.purchaseId);
    case "subscription.changed":
      return ofChange(deps, event.payload, facts);
    case "subscription.renewal_due":
      return ofRenewalDue(deps, facts);
    case "subscription.renewal_failed":
      return ofRenewalFailure(deps, facts);
    case "subscription.traffic_noticed":
      return ofTraffic(event.payload.percent);
    case "subscription.end_near":
      return ofEndNear(event.payload, facts);
    case "subscription.ended":
      return ofEnd(event.payload.status, facts);
  }
}

async function ofUnbought(
  deps: Deps,
  { invoiceId, reason }: EventOf<"plan.purchase_failed">["payload"],
  key: string,
): Promise<VpnNews | null> {
  const facts = await factsOfPlanInvoice(deps, invoiceId);
  if (!facts) return null;
  const params = {
    ...namesOf(facts.plan),
    invoice: String(facts.number),
    amountMicros: facts.creditedMicros.toString(),
    reason,
  };
  const href = routes.invoice(invoiceId);
  return { userId: facts.userId, kind: "vpnNotBought", mail: "wanted", params, href, key };
}

/** What an event says to the owner of a subscription; null where it is no news to them. */
export async function writeVpnNews(deps: Deps, event: VpnEvent): Promise<VpnNews | null> {
  const key = `${event.kind}:${event.id}`;
  if (event.kind === "plan.purchase_failed") return ofUnbought(deps, event.payload, key);
  // Most changes of a subscription are no news.
  if (event.kind === "subscription.changed" && !event.payload.news) return null;
  const facts = await factsOfSubscription(deps, event.payload.subscriptionId);
  const word = facts && (await wordOf(deps, event, facts));
  if (!facts || !word) return null;
  const { id, userId, number, plan, expiresAt } = facts;
  return {
    ...word,
    userId,
    params: { ...namesOf(plan), number: String(number), until: expiresAt.toISOString(), ...word.params },
    href: routes.subscription(id),
    key,
  };
}
