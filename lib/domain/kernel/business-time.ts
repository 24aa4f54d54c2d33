import type { KernelDeps } from "./deps";
import { type Refusal, refuse } from "./result";

/** Seconds that business time is ahead of real time. Zero in production. */
export async function readClockOffset(deps: Pick<KernelDeps, "db">): Promise<number> {
  const row = await deps.db.businessClock.findUnique({ where: { id: 1 } });
  return Number(row?.offsetSeconds ?? 0n);
}

const LIMIT_SECONDS = 10 * 365 * 86_400;

/** Moves business time on (never back before real time). Demo only. */
export async function moveClock(
  deps: Pick<KernelDeps, "db" | "mode">,
  bySeconds: number,
): Promise<{ ok: true; offsetSeconds: number } | Refusal<"demo_only" | "invalid_input">> {
  if (deps.mode !== "demo") return refuse("demo_only");
  if (!Number.isSafeInteger(bySeconds) || bySeconds <= 0 || bySeconds > LIMIT_SECONDS)
    return refuse("invalid_input");
  const row = await deps.db.businessClock.update({
    where: { id: 1 },
    data: { offsetSeconds: { increment: bySeconds } },
  });
  return { ok: true, offsetSeconds: Number(row.offsetSeconds) };
}
