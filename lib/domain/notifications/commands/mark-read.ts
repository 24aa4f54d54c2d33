import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { type Ok, ok } from "@/lib/domain/kernel/result";

interface ReadNews {
  notificationId?: string;
  /** Those that lead to one of these places: who is there has seen what they tell. */
  hrefs?: readonly string[];
}

/** Marks one of the person's notifications as read, those of some places, or all of them; their other pages hear of it. */
export async function markRead(
  deps: KernelDeps,
  actor: UserActor,
  { notificationId, hrefs }: ReadNews,
): Promise<Ok<object>> {
  return deps.db.$transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: {
        userId: actor.userId,
        readAt: null,
        ...(notificationId ? { id: notificationId } : {}),
        ...(hrefs ? { href: { in: [...hrefs] } } : {}),
      },
      data: { readAt: deps.clock.securityNow() },
    });
    if (count > 0) await writeEvent(tx, "notification.read", {}, { userId: actor.userId });
    return ok();
  });
}
