import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { Deps } from "@/lib/deps";

/** Where what changed is told by its name. */
type Rung = "patchbay_subscriptions" | "patchbay_orders" | "patchbay_api_keys";

/**
 * Resolves when this process has heard every change that was committed before and rings there: the database tells in the order
 * of commits, so whoever hears a bell of their own has heard all the earlier ones.
 */
export async function bellsHeard({ db, notifications }: Deps, channel: Rung): Promise<void> {
  // As whatever listens there understands it, and nobody's.
  const own = channel === "patchbay_orders" ? `-${Date.now()}` : randomUUID();
  let isHeard = false;
  const stop = notifications.on(channel, (payload) => {
    isHeard ||= payload === own;
  });
  await db.$executeRaw`SELECT pg_notify(${channel}, ${own})`;
  await vi.waitUntil(() => isHeard, { timeout: 20_000, interval: 1 });
  stop();
}
