import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ProviderTerms } from "./types";

const TERMS = {
  id: true,
  code: true,
  kind: true,
  baseUrl: true,
  credentials: true,
  windowSeconds: true,
  cancelAfterSeconds: true,
} as const;

/** How to reach a provider and what its times are. Credentials stay encrypted. */
export function getProviderTerms(deps: Pick<KernelDeps, "db">, id: string): Promise<ProviderTerms> {
  return deps.db.provider.findUniqueOrThrow({ where: { id }, select: TERMS });
}

export function listUpstreamProviders(deps: Pick<KernelDeps, "db">): Promise<ProviderTerms[]> {
  return deps.db.provider.findMany({
    where: { kind: "SMS_ACTIVATE", isActive: true },
    select: TERMS,
    orderBy: { priority: "asc" },
  });
}

/** True while the provider's last answer was a failure of the last seconds: it is not worth waiting for. */
export async function isProviderSilent(deps: Pick<KernelDeps, "db">, id: string): Promise<boolean> {
  const rows = await deps.db.$queryRaw<{ silent: boolean }[]>`
    SELECT consecutive_failures > 0 AND health_failed_at > now() - interval '10 seconds' AS silent
    FROM providers WHERE id = ${id}::uuid`;
  return rows[0]?.silent ?? false;
}
