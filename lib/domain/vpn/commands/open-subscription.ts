import type { Tx } from "@/lib/db/client";
import type { Plan, Subscription } from "@/lib/db/generated/client";
import { RefusalError } from "@/lib/domain/kernel/errors";
import type { VpnDeps } from "../ports";
import { newToken } from "../subscription-token";
import { daysAfter } from "../terms";
import { assignConfigs } from "./assign-configs";

export interface NewSubscription {
  userId: string;
  plan: Plan;
  key: string;
  isAutoRenew: boolean;
}

/**
 * The subscription with its secret link, locations and credentials, in the transaction of its payment. Throws
 * RefusalError("no_vpn_capacity") when no server of the plan has room, so that nobody pays for nothing.
 */
export async function openSubscription(
  deps: VpnDeps,
  tx: Tx,
  { userId, plan, key, isAutoRenew }: NewSubscription,
): Promise<Subscription> {
  const now = deps.clock.now();
  const { token, hash } = newToken(deps.ids);
  const opened = await tx.subscription.create({
    data: {
      id: deps.ids.uuid(),
      userId,
      planId: plan.id,
      startsAt: now,
      periodStartsAt: now,
      expiresAt: daysAfter(now, plan.durationDays),
      trafficBytes: plan.trafficBytes,
      maxDevices: plan.maxDevices,
      paidMicros: plan.priceMicros,
      isAutoRenew: isAutoRenew && !plan.isTrial,
      tokenHash: hash,
      tokenCiphertext: deps.cipher.encrypt(token),
      idempotencyKey: key,
    },
  });
  const { recommended: serverId } = await assignConfigs(deps, tx, opened, plan);
  if (serverId === null) throw new RefusalError("no_vpn_capacity");
  return tx.subscription.update({ where: { id: opened.id }, data: { serverId } });
}
