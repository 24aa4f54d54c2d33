import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** The slugs of the person's favourite services, the first chosen first. */
export async function listFavoriteServices(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
): Promise<string[]> {
  const rows = await deps.db.favoriteService.findMany({
    where: { userId: scope.userId, countryId: null },
    orderBy: { createdAt: "asc" },
    select: { service: { select: { slug: true } } },
  });
  return rows.map(({ service }) => service.slug);
}
