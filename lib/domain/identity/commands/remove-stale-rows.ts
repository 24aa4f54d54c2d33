import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Days after which what is over is no longer of use: to nobody's security page, and to no investigation. */
const KEEP_DAYS = { throttles: 1, tokens: 30, sessions: 90, loginEvents: 365 };

/** Removes what ended long ago. Returns how many rows went. */
export async function removeStaleIdentityRows(deps: KernelDeps): Promise<number> {
  const { db } = deps;
  const removed = await Promise.all([
    db.$executeRaw`DELETE FROM login_throttles WHERE window_ends_at < now() - ${KEEP_DAYS.throttles}::int * interval '1 day'`,
    db.$executeRaw`DELETE FROM identity_tokens WHERE expires_at < now() - ${KEEP_DAYS.tokens}::int * interval '1 day'`,
    db.$executeRaw`DELETE FROM sessions WHERE expires_at < now() - ${KEEP_DAYS.sessions}::int * interval '1 day'`,
    db.$executeRaw`DELETE FROM login_events WHERE created_at < now() - ${KEEP_DAYS.loginEvents}::int * interval '1 day'`,
  ]);
  return removed.reduce((sum, count) => sum + count, 0);
}
