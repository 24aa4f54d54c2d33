import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Notes that a session was used, at most once a minute. */
export async function touchSession(deps: KernelDeps, sessionId: string): Promise<void> {
  await deps.db.$executeRaw`
    UPDATE sessions SET last_seen_at = now()
    WHERE id = ${sessionId}::uuid AND last_seen_at < now() - interval '1 minute'`;
}
