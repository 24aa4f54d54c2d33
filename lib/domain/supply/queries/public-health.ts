import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** What may be said in public of one source of numbers: no name, no address, no balance. */
export interface SourceHealth {
  isOwn: boolean;
  state: "up" | "paused" | "unknown";
  answeredAt: string | null;
  pausedUntil: string | null;
  windowSeconds: number;
  cancelAfterSeconds: number;
}

/** The sources that are in use, in the order in which they are asked. */
export async function listSourceHealth(deps: Pick<KernelDeps, "db" | "clock">): Promise<SourceHealth[]> {
  const providers = await deps.db.provider.findMany({
    where: { isActive: true },
    orderBy: [{ priority: "asc" }, { createdAt: "asc" }],
    select: {
      kind: true,
      healthOkAt: true,
      pausedUntil: true,
      windowSeconds: true,
      cancelAfterSeconds: true,
    },
  });
  const now = deps.clock.securityNow();
  return providers.map(({ kind, healthOkAt, pausedUntil, windowSeconds, cancelAfterSeconds }) => {
    const isOwn = kind === "OWN_STOCK";
    const isPaused = pausedUntil !== null && pausedUntil > now;
    return {
      isOwn,
      state: isPaused ? "paused" : isOwn || healthOkAt ? "up" : "unknown",
      answeredAt: healthOkAt?.toISOString() ?? null,
      pausedUntil: isPaused ? pausedUntil.toISOString() : null,
      windowSeconds,
      cancelAfterSeconds,
    };
  });
}
