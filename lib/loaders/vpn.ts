import "server-only";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { getDeps } from "@/lib/deps";
import { readTopUpOffer } from "@/lib/domain/billing/queries/top-up-offer";
import { customerScope } from "@/lib/domain/kernel/actor";
import { getSetting } from "@/lib/domain/settings/queries";
import { listOwnPurchases, listOwnSubscriptions } from "@/lib/domain/vpn/queries/own-subscriptions";
import { listPlans } from "@/lib/domain/vpn/queries/plans";
import {
  getOwnSubscription,
  getSharedSubscription,
  platformApps,
} from "@/lib/domain/vpn/queries/subscription-detail";
import { readSubscriptionOffer } from "@/lib/domain/vpn/queries/subscription-offer";
import { readTrialState } from "@/lib/domain/vpn/queries/trial-state";
import type { SubscriptionDetail, TrialState } from "@/lib/domain/vpn/types";
import { loadSession, requireCustomer } from "./session";

/** The plans on sale in the reader's language. */
export const loadPlans = cache(async () => listPlans(getDeps(), await getLocale()));

/** How the buyer can pay, and whether a trial is still open to them. */
export async function loadBuyer() {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const [trial, { methods }] = await Promise.all([readTrialState(deps, scope), readTopUpOffer(deps, actor)]);
  return { trial, methods };
}

/** Whether a trial is still open to the visitor; to somebody new it is. */
export async function loadTrialState(): Promise<TrialState> {
  const session = await loadSession();
  return session ? readTrialState(getDeps(), customerScope(session.actor)) : "open";
}

/** One's own subscriptions. */
export async function loadSubscriptions() {
  const { actor } = await requireCustomer();
  return listOwnSubscriptions(getDeps(), customerScope(actor), await getLocale());
}

/** The subscription that one should look at first: of those that run the one that ends soonest; null without any. */
export async function loadFirstSubscription() {
  const running = (await loadSubscriptions()).filter(({ word }) => word !== "canceled" && word !== "expired");
  return running.toSorted((a, b) => a.expiresAt.localeCompare(b.expiresAt))[0] ?? null;
}

/** The address that apps are given, and what opens each of them with it. */
async function linkOf(detail: SubscriptionDetail) {
  const deps = getDeps();
  const [t, { value: brand }] = await Promise.all([
    getTranslations("vpn.subscription"),
    getSetting(deps, "brand"),
  ]);
  const url = `${deps.publicOrigin}/sub/${detail.token}`;
  const name = t("title", { brand: brand.name, plan: detail.planName });
  return { url, platforms: platformApps(url, name) };
}

/** One's own subscription with its link, what can be paid for it, and what was; there is no page for anybody else's. */
export const loadSubscription = cache(async (id: string) => {
  const [{ actor }, locale] = await Promise.all([requireCustomer(), getLocale()]);
  const deps = getDeps();
  const scope = customerScope(actor);
  const subscription = await getOwnSubscription(deps, scope, id, locale);
  if (!subscription) notFound();
  const [link, offer, purchases, { methods }] = await Promise.all([
    linkOf(subscription),
    readSubscriptionOffer(deps, scope, id, locale),
    listOwnPurchases(deps, scope, id, locale),
    readTopUpOffer(deps, actor),
  ]);
  if (!offer) notFound();
  return { subscription, link, offer, purchases, methods };
});

/** A subscription for whoever holds its link; null for a token nobody has. */
export const loadSharedSubscription = cache(async (token: string) => {
  const subscription = await getSharedSubscription(getDeps(), token, await getLocale());
  return subscription && { subscription, link: await linkOf(subscription) };
});
