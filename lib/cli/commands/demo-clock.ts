import type { Deps } from "@/lib/deps";
import { moveClock } from "@/lib/domain/kernel/business-time";
import { CommandError, type CommandOutcome } from "../output";
import { requireDemo } from "./demo-only";

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** "+21m" -> 1260. Null for anything else. */
export function parseOffset(text: string): number | null {
  const match = /^\+(\d{1,6})([smhd])$/.exec(text);
  if (!match) return null;
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
}

export async function demoClockCommand(deps: Deps, args: string[]): Promise<CommandOutcome> {
  requireDemo(deps);
  const seconds = parseOffset(args[0] ?? "");
  if (seconds === null) throw new CommandError('Say how far to move on, for example "+21m", "+3h" or "+2d".');
  const moved = await moveClock(deps, seconds);
  if (!moved.ok) throw new CommandError("Business time cannot be moved that far.");
  const now = new Date(deps.clock.securityNow().getTime() + moved.offsetSeconds * 1000).toISOString();
  return {
    lines: [`Business time is ${moved.offsetSeconds} s ahead of real time.`, now],
    json: { offsetSeconds: moved.offsetSeconds, now },
  };
}
