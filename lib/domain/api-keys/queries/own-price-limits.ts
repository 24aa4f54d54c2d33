import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

export interface OwnPriceLimitView {
  serviceId: string;
  serviceCode: string;
  maxPriceMicros: bigint;
  /** When the key was made; limits have no time of their own. */
  keyCreatedAt: Date;
}

/** What the key that came pays at most, by service. */
export async function listOwnPriceLimits(
  deps: Pick<KernelDeps, "db">,
  actor: UserActor,
): Promise<OwnPriceLimitView[]> {
  if (actor.apiKeyId === null) return [];
  const rows = await deps.db.apiKeyPriceLimit.findMany({
    where: { apiKeyId: actor.apiKeyId, apiKey: { userId: actor.userId } },
    orderBy: { service: { code: "asc" } },
    include: { service: { select: { code: true } }, apiKey: { select: { createdAt: true } } },
  });
  return rows.map(({ serviceId, maxPriceMicros, service, apiKey }) => ({
    serviceId,
    serviceCode: service.code,
    maxPriceMicros,
    keyCreatedAt: apiKey.createdAt,
  }));
}
