import type { Tx } from "@/lib/db/client";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";

export interface PriceLimit {
  serviceId: string;
  maxPriceMicros: bigint;
}

/** Limits by slug or protocol code as limits by service. Refusals: bad_service; invalid_input for a service named twice. */
export async function findPriceLimits(
  tx: Tx,
  asked: readonly { service: string; maxPriceMicros: bigint }[],
): Promise<PriceLimit[] | Refusal<"bad_service" | "invalid_input">> {
  const names = asked.map(({ service }) => service);
  const services = await tx.service.findMany({
    where: { OR: [{ slug: { in: names } }, { code: { in: names } }] },
    select: { id: true, slug: true, code: true },
  });
  const limits: PriceLimit[] = [];
  for (const { service, maxPriceMicros } of asked) {
    const found =
      services.find(({ slug }) => slug === service) ?? services.find(({ code }) => code === service);
    if (!found) return refuse("bad_service", { found: service });
    if (limits.some(({ serviceId }) => serviceId === found.id))
      return refuse("invalid_input", { field: "priceLimits" });
    limits.push({ serviceId: found.id, maxPriceMicros });
  }
  return limits;
}
