import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { type Ok, ok } from "@/lib/domain/kernel/result";

/** Marks one of the person's notifications as read, or all of them; their other pages hear of it. */
export async function markRead(
  deps: KernelDeps,
  actor: UserActor,
  { notificationId }: { notificationId?: string },
): Promise<Ok<object>> {
  return deps.db.$transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { userId: actor.userId, readAt: null, ...(notificationId ? { id: notificationId } : {}) },
      data: { readAt: deps.clock.securityNow() },
    });
    if (count > 0) await writeEvent(tx, "notification.read", {}, { userId: actor.userId });
    return ok();
  });
}
