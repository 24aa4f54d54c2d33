import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { Deps } from "@/lib/deps";

/**
 * Resolves when this process has heard every change of subscriptions that was committed before: the database tells in the order
 * of commits, so whoever hears a bell of their own has heard all the earlier ones.
 */
export async function bellsHeard({ db, notifications }: Deps): Promise<void> {
  const own = randomUUID();
  let isHeard = false;
  const stop = notifications.on("patchbay_subscriptions", (payload) => {
    isHeard ||= payload === own;
  });
  await db.$executeRaw`SELECT pg_notify('patchbay_subscriptions', ${own})`;
  await vi.waitUntil(() => isHeard, { timeout: 20_000 });
  stop();
}
