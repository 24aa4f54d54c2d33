import type { Deps } from "@/lib/deps";
import { deviceLabel } from "@/lib/domain/identity/device";
import { findNewPlace } from "@/lib/domain/identity/queries/places";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { notifyPerson } from "@/lib/domain/notifications/commands/notify-person";
import type { NotificationKind, NotificationParams } from "@/lib/domain/notifications/types";
import { getOrder } from "@/lib/domain/numbers/queries";
import { routes } from "@/lib/routes";
import type { DispatchedEvent, Subscriber } from "../subscriber";

const KINDS = [
  "order.code_received",
  "order.expired",
  "order.failed",
  "order.refunded",
  "order.late_code",
  "user.level_raised",
  "user.email_verified",
  "user.email_changed",
  "user.password_changed",
  "session.signed_in",
  "api_key.live_created",
] as const;

type NewsEvent = { [K in (typeof KINDS)[number]]: DispatchedEvent<K> }[(typeof KINDS)[number]];

interface Draft {
  userId: string;
  kind: NotificationKind;
  params?: NotificationParams;
  href?: string;
}

const ORDER_KINDS = {
  "order.code_received": "codeReceived",
  "order.expired": "expired",
  "order.failed": "failed",
  "order.refunded": "refunded",
  "order.late_code": "lateCode",
} as const;

async function draftOfOrder(
  deps: Deps,
  event: Extract<NewsEvent, { kind: keyof typeof ORDER_KINDS }>,
): Promise<Draft | null> {
  if (!event.userId) return null;
  const order = await getOrder(deps, customerScopeOf(event.userId), { id: event.payload.orderId });
  // An order that ended with its code was told of when the code came.
  if (!order || (event.kind === "order.expired" && order.code !== null)) return null;
  const given = event.kind === "order.refunded" ? event.payload.amountMicros : null;
  return {
    userId: event.userId,
    kind: ORDER_KINDS[event.kind],
    params: {
      service: order.service.name,
      country: order.country.iso2,
      amountMicros: given ?? (parseDecimal(order.price) ?? 0n).toString(),
    },
    href: routes.activation(order.id),
  };
}

async function draftOf(deps: Deps, event: NewsEvent): Promise<Draft | null> {
  switch (event.kind) {
    case "user.level_raised":
      return {
        userId: event.payload.userId,
        kind: "levelRaised",
        params: { level: String(event.payload.level) },
      };
    case "user.email_changed":
      return { userId: event.payload.userId, kind: "emailChanged", href: routes.settings() };
    case "user.email_verified":
      return { userId: event.payload.userId, kind: "emailVerified" };
    case "user.password_changed":
      return { userId: event.payload.userId, kind: "passwordChanged", href: routes.security() };
    case "api_key.live_created": {
      const { userId, keyId, name, last4 } = event.payload;
      return { userId, kind: "liveKeyCreated", params: { key: name, last4 }, href: routes.apiKey(keyId) };
    }
    case "session.signed_in": {
      const { userId, sessionId } = event.payload;
      const place = await findNewPlace(deps, sessionId);
      if (!place) return null;
      const params = { device: deviceLabel(place.device) || "?", address: place.ipAddress ?? "?" };
      return { userId, kind: "newPlace", params, href: routes.security() };
    }
    default:
      return draftOfOrder(deps, event);
  }
}

/** Tells people inside the product what happened while they looked elsewhere. */
export const notifications: Subscriber<(typeof KINDS)[number]> = {
  name: "notifications",
  kinds: KINDS,
  async handle(deps, event) {
    const draft = await draftOf(deps, event as NewsEvent);
    if (draft) await notifyPerson(deps, { ...draft, dedupeKey: `${event.kind}:${event.id}` });
  },
};
