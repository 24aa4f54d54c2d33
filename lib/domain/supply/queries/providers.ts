import type { Provider } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { canSeeStock } from "../policy";
import { supplierFault } from "../supplier-fault";
import type { ProviderDetail } from "../types";

type ReadDeps = Pick<KernelDeps, "db" | "clock">;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function detailOf(provider: Provider, now: Date): ProviderDetail {
  const { credentials, balanceMicros, lowBalanceMicros, pausedUntil, ...rest } = provider;
  return {
    id: rest.id,
    code: rest.code,
    name: rest.name,
    kind: rest.kind,
    baseUrl: rest.baseUrl,
    hasKey: credentials !== null,
    priority: rest.priority,
    isActive: rest.isActive,
    isSimulated: rest.isSimulated,
    windowSeconds: rest.windowSeconds,
    cancelAfterSeconds: rest.cancelAfterSeconds,
    pollIntervalMs: rest.pollIntervalMs,
    version: rest.version,
    state: !rest.isActive
      ? "off"
      : pausedUntil && pausedUntil > now
        ? "paused"
        : rest.consecutiveFailures > 0
          ? "failing"
          : "healthy",
    healthOkAt: iso(rest.healthOkAt),
    healthFailedAt: iso(rest.healthFailedAt),
    healthError: rest.healthError,
    healthFault: supplierFault(rest.healthError),
    consecutiveFailures: rest.consecutiveFailures,
    pausedUntil: iso(pausedUntil),
    polledAt: iso(rest.polledAt),
    balance: balanceMicros === null ? null : toDecimal(balanceMicros),
    balanceSeenAt: iso(rest.balanceSeenAt),
    lowBalance: lowBalanceMicros === null ? null : toDecimal(lowBalanceMicros),
    isBalanceLow: balanceMicros !== null && lowBalanceMicros !== null && balanceMicros < lowBalanceMicros,
    createdAt: rest.createdAt.toISOString(),
    updatedAt: rest.updatedAt.toISOString(),
  };
}

/** Every provider for staff, in the order in which they are asked. Keys are never told. */
export async function listProviders(deps: ReadDeps, actor: Actor): Promise<ProviderDetail[]> {
  if (!canSeeStock(actor)) return [];
  const rows = await deps.db.provider.findMany({ orderBy: [{ priority: "asc" }, { code: "asc" }] });
  return rows.map((row) => detailOf(row, deps.clock.securityNow()));
}

/** One of them; null when it is missing or the reader is no staff. */
export async function getProvider(deps: ReadDeps, actor: Actor, id: string): Promise<ProviderDetail | null> {
  if (!canSeeStock(actor)) return null;
  const row = await deps.db.provider.findUnique({ where: { id } });
  return row && detailOf(row, deps.clock.securityNow());
}
