import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** Puts a service (slug) before the others for this person, or takes that back. Refusal: bad_service. */
export async function setFavorite(
  deps: Pick<KernelDeps, "db" | "ids">,
  actor: UserActor,
  { service: slug, isFavorite }: { service: string; isFavorite: boolean },
): Promise<Result<object, "bad_service">> {
  const service = await deps.db.service.findUnique({ where: { slug }, select: { id: true } });
  if (!service) return refuse("bad_service");
  const one = { userId: actor.userId, serviceId: service.id, countryId: null };
  if (isFavorite)
    await deps.db.favoriteService.createMany({
      data: [{ id: deps.ids.uuid(), ...one }],
      skipDuplicates: true,
    });
  else await deps.db.favoriteService.deleteMany({ where: one });
  return ok();
}
