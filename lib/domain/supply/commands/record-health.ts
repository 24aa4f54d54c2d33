import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { FAILURES_TO_PAUSE, pauseSeconds } from "../circuit";

/** The provider answered. Writes at most once in five seconds while all is well. */
export async function recordProviderOk(deps: Pick<KernelDeps, "db">, id: string): Promise<void> {
  await deps.db.$executeRaw`
    UPDATE providers SET health_ok_at = now(), consecutive_failures = 0, paused_until = NULL, health_error = NULL
    WHERE id = ${id}::uuid AND (consecutive_failures > 0 OR paused_until IS NOT NULL OR health_ok_at IS NULL
      OR health_ok_at < now() - interval '5 seconds')`;
}

/** The provider failed or refused us. After several times in a row nothing is bought there for a while. */
export async function recordProviderFailure(
  deps: Pick<KernelDeps, "db" | "log">,
  provider: { id: string; code: string },
  error: string,
): Promise<void> {
  const [row] = await deps.db.$queryRaw<{ failures: number }[]>`
    UPDATE providers SET consecutive_failures = consecutive_failures + 1, health_failed_at = now(),
      health_error = ${error.slice(0, 300)}
    WHERE id = ${provider.id}::uuid RETURNING consecutive_failures AS failures`;
  const failures = row?.failures ?? 0;
  const seconds = pauseSeconds(failures);
  if (seconds > 0) {
    await deps.db.$executeRaw`
      UPDATE providers SET paused_until = now() + make_interval(secs => ${seconds}::int) WHERE id = ${provider.id}::uuid`;
  }
  if (failures === FAILURES_TO_PAUSE) {
    deps.log.warn({ provider: provider.code, error, seconds }, "a provider is paused");
  }
}
