import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { searchThings } from "@/lib/domain/kernel/search";

export interface FoundService {
  id: string;
  slug: string;
  code: string;
  name: string;
}

/** Services that can be bought and answer what was typed, by name, code or another spelling; the best first. */
export async function findServices(
  deps: Pick<KernelDeps, "db">,
  typed: string,
  limit: number,
): Promise<FoundService[]> {
  const services = await deps.db.service.findMany({
    where: { isActive: true, isProhibited: false, offers: { some: { isActive: true } } },
    orderBy: [{ sortOrder: "asc" }, { name: "asc" }],
    select: { id: true, slug: true, code: true, name: true, aliases: true },
  });
  return searchThings(services, typed)
    .slice(0, limit)
    .map(({ id, slug, code, name }) => ({ id, slug, code, name }));
}
