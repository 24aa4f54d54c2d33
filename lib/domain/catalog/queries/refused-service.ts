import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** A service that is known and cannot be bought: its name, and the reason where it is prohibited. Null when unknown. */
export async function findRefusedService(
  deps: Pick<KernelDeps, "db">,
  key: string,
): Promise<{ name: string; isProhibited: boolean; reason: string | null } | null> {
  const service = await deps.db.service.findFirst({
    where: { OR: [{ slug: key }, { code: key }] },
    select: { name: true, isProhibited: true, prohibitedReason: true },
  });
  return (
    service && { name: service.name, isProhibited: service.isProhibited, reason: service.prohibitedReason }
  );
}
