import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { type ExtendedTerms, extendedTerms } from "../extension";
import { fairCreditMicros } from "../fair-credit";
import { hasRoom } from "../placement";
import { canChangeVpn } from "../policy";
import type { OpeningPoint } from "../staff-types";
import { goesOn } from "../terms";
import { unmetPoints } from "./unmet-points";

type Reads = Pick<KernelDeps, "db" | "clock">;

/** What closing a subscription does, before it is done. */
export interface ClosingEffect {
  number: number;
  /** Locations that stop working, and accounts that are told. */
  locations: string[];
  panels: number;
  /** What is left of the paid period, which the customer loses when it ends for good; decimal USD. */
  worthUsd: string;
  expiresAt: string;
}

/** Says what suspending or revoking would do. Refusals: forbidden, not_found. */
export async function previewClosing(
  deps: Reads,
  actor: Actor,
  subscriptionId: string,
): Promise<Result<{ effect: ClosingEffect }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const subscription = await deps.db.subscription.findUnique({
    where: { id: subscriptionId },
    include: {
      configs: { where: { isActive: true }, select: { server: { select: { name: true } } } },
      credentials: { where: { desiredState: "ACTIVE" }, select: { id: true } },
    },
  });
  if (!subscription) return refuse("not_found");
  const worth = fairCreditMicros(
    {
      paidMicros: subscription.paidMicros,
      startsAt: subscription.periodStartsAt,
      endsAt: subscription.expiresAt,
      trafficBytes: subscription.trafficBytes,
      usedBytes: subscription.usedUploadBytes + subscription.usedDownloadBytes,
    },
    deps.clock.now(),
  );
  return ok({
    effect: {
      number: subscription.number,
      locations: [...new Set(subscription.configs.map(({ server }) => server.name))].toSorted(),
      panels: subscription.credentials.length,
      worthUsd: toDecimal(worth),
      expiresAt: subscription.expiresAt.toISOString(),
    },
  });
}

export interface ExtensionEffect {
  before: { status: string; expiresAt: string; trafficBytes: string | null };
  after: { status: string; expiresAt: string; trafficBytes: string | null };
  /** Where its new days begin: at its end, or now because that is over; null where none are given. */
  from: "end" | "now" | null;
  /** Closed accounts are opened again. */
  opens: boolean;
}

const told = (terms: Pick<ExtendedTerms, "status" | "expiresAt" | "trafficBytes">) => ({
  status: terms.status,
  expiresAt: terms.expiresAt.toISOString(),
  trafficBytes: terms.trafficBytes?.toString() ?? null,
});

/** Says what days and traffic on top would make of it. Refusals: forbidden, not_found, subscription_over. */
export async function previewExtension(
  deps: Reads,
  actor: Actor,
  input: { subscriptionId: string; days: number; trafficGb: number },
): Promise<Result<{ effect: ExtensionEffect }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const subscription = await deps.db.subscription.findUnique({ where: { id: input.subscriptionId } });
  if (!subscription) return refuse("not_found");
  const now = deps.clock.now();
  const after = extendedTerms(subscription, input, now);
  if (!after) return refuse("subscription_over");
  const wasOpen = subscription.status === "ACTIVE" && subscription.exhaustedAt === null;
  const opens = !wasOpen && after.status === "ACTIVE" && after.exhaustedAt === null;
  const from = input.days === 0 ? null : goesOn(subscription, now) ? "end" : "now";
  return ok({ effect: { before: told(subscription), after: told(after), from, opens } });
}

export interface MoveEffect {
  from: string;
  to: string;
  /** The account on the other panel is made anew; apps have to fetch the link again. */
  otherPanel: boolean;
  /** Seats that are left at the destination. */
  room: number;
}

/** Says what a move would do. Refusals: forbidden, not_found, server_full. */
export async function previewMove(
  deps: Reads,
  actor: Actor,
  input: { subscriptionId: string; fromServerId: string; toServerId: string },
): Promise<Result<{ effect: MoveEffect }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const [known, from, to] = await Promise.all([
    deps.db.subscription.count({ where: { id: input.subscriptionId } }),
    deps.db.vpnServer.findUnique({ where: { id: input.fromServerId } }),
    deps.db.vpnServer.findUnique({ where: { id: input.toServerId } }),
  ]);
  if (known === 0 || !from || !to) return refuse("not_found");
  if (!hasRoom(to)) return refuse("server_full");
  const room = to.maxUsers - to.currentUsers;
  return ok({ effect: { from: from.name, to: to.name, otherPanel: from.panelId !== to.panelId, room } });
}

export interface StatusEffect {
  /** People who lose this location now, and those of them who have no other. */
  people: number;
  withoutOther: number;
  /** What keeps it from being opened for the first time. */
  unmet: OpeningPoint[];
}

/** Says whom taking a server out of service touches. Refusals: forbidden, not_found. */
export async function previewServerStatus(
  deps: Reads,
  actor: Actor,
  serverId: string,
): Promise<Result<{ effect: StatusEffect }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const known = await deps.db.vpnServer.count({ where: { id: serverId } });
  if (known === 0) return refuse("not_found");
  const [row] = await deps.db.$queryRaw<Omit<StatusEffect, "unmet">[]>`
    SELECT count(*)::int AS people, (count(*) FILTER (WHERE NOT has_other))::int AS "withoutOther"
    FROM (
      SELECT c.subscription_id, EXISTS (
        SELECT 1 FROM user_configs o JOIN vpn_servers v ON v.id = o.server_id
        WHERE o.subscription_id = c.subscription_id AND o.is_active AND o.server_id <> c.server_id AND v.status = 'ONLINE'
      ) AS has_other
      FROM user_configs c WHERE c.server_id = ${serverId}::uuid AND c.is_active
      GROUP BY c.subscription_id, c.server_id
    ) people`;
  return ok({ effect: { people: 0, withoutOther: 0, ...row, unmet: await unmetPoints(deps.db, serverId) } });
}
