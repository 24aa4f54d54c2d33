import type { z } from "@hono/zod-openapi";
import type {
  PlaceView,
  PlanView,
  PurchaseView,
  SubscriptionDetail,
  SubscriptionOffer,
  SubscriptionView,
  UsageDay,
} from "@/lib/domain/vpn/types";
import type { offer, plan, purchaseList, subscription, subscriptionList, usageList } from "../schemas/vpn";
import { usd } from "./money";

const placeAnswer = (place: PlaceView) => ({
  id: place.id,
  name: place.name,
  countryCode: place.countryCode,
  state: place.word,
  loadPercent: place.loadPercent,
  isRecommended: place.isRecommended,
});

export function planAnswer(view: PlanView): z.input<typeof plan> {
  return {
    id: view.id,
    name: view.name,
    tier: view.tier,
    price: usd(view.price),
    durationDays: view.durationDays,
    traffic: view.trafficBytes,
    maxDevices: view.maxDevices,
    features: view.features,
    protocols: view.protocols,
    isTrial: view.isTrial,
    hasRoom: view.lack === null,
    places: view.places.map(placeAnswer),
  };
}

export function summaryAnswer(view: SubscriptionView): z.input<typeof subscriptionList>["data"][number] {
  return {
    id: view.id,
    number: view.number,
    planName: view.planName,
    isTrial: view.isTrial,
    state: view.word,
    startsAt: view.startsAt,
    expiresAt: view.expiresAt,
    traffic: view.trafficBytes,
    used: view.usedBytes,
    maxDevices: view.maxDevices,
    isAutoRenew: view.isAutoRenew,
    locations: view.locations,
    readyLocations: view.ready,
  };
}

/** Holds secrets: the link and the connections of one's own subscription. */
export function subscriptionAnswer(
  view: SubscriptionDetail,
  publicOrigin: string,
): z.input<typeof subscription> {
  return {
    ...summaryAnswer(view),
    url: `${publicOrigin}/sub/${view.token}`,
    oldUrlUntil: view.oldLinkUntil,
    places: view.places.map((place) => ({
      ...placeAnswer(place),
      isReady: place.isReady,
      configs: place.configs.map(({ id, protocol, link }) => ({ id, protocol, link })),
    })),
  };
}

export function usageAnswer(day: UsageDay): z.input<typeof usageList>["data"][number] {
  return {
    day: day.day,
    upload: day.uploadBytes,
    download: day.downloadBytes,
    byPlace: day.byPlace.map(({ serverId, name, bytes }) => ({ placeId: serverId, name, bytes })),
  };
}

export function purchaseAnswer(view: PurchaseView): z.input<typeof purchaseList>["data"][number] {
  return {
    id: view.id,
    kind: view.kind,
    planName: view.planName,
    price: usd(view.price),
    credit: usd(view.credit),
    at: view.at,
    periodStartsAt: view.periodStartsAt,
    periodEndsAt: view.periodEndsAt,
    invoiceId: view.invoiceId,
  };
}

export function offerAnswer({ renewal, upgrades }: SubscriptionOffer): z.input<typeof offer> {
  return {
    renewal: renewal && {
      price: usd(renewal.price),
      durationDays: renewal.durationDays,
      endsAt: renewal.endsAt,
    },
    changes: upgrades.map((change) => ({
      planId: change.planId,
      name: change.name,
      durationDays: change.durationDays,
      traffic: change.trafficBytes,
      price: usd(change.price),
      credit: usd(change.credit),
      due: usd(change.due),
    })),
  };
}
