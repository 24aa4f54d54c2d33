import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Whose endpoint it is, where it is, and since when it fails; null when it was deleted. */
export function findFailingEndpoint({ db }: Pick<KernelDeps, "db">, id: string) {
  return db.webhookEndpoint.findUnique({
    where: { id },
    select: { userId: true, url: true, failingSince: true },
  });
}
