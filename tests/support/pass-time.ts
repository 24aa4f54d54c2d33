import { vi } from "vitest";
import type { Deps } from "@/lib/deps";
import { moveClock, readClockOffset } from "@/lib/domain/kernel/business-time";

/**
 * Resolves when these processes know the time. Setting their clocks by hand would not do: a bell that is heard late would turn
 * them back to an earlier move.
 */
export async function timeHeard(...processes: readonly Deps[]): Promise<void> {
  for (const deps of processes) {
    const { clock } = deps;
    const ahead = await readClockOffset(deps);
    const known = () => Math.round((clock.now().getTime() - clock.securityNow().getTime()) / 1_000);
    await vi.waitUntil(() => known() === ahead, { timeout: 20_000, interval: 1 });
  }
}

/** Business time goes on, and this process has heard of it. */
export async function passTime(deps: Deps, seconds: number): Promise<void> {
  const moved = await moveClock(deps, seconds);
  if (!moved.ok) throw new Error(moved.reason);
  await timeHeard(deps);
}
