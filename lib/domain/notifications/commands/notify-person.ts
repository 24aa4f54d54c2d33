import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import type { NotificationKind, NotificationParams } from "../types";

interface News {
  userId: string;
  kind: NotificationKind;
  params?: NotificationParams;
  href?: string;
  /** The same fact told again is the same line. */
  dedupeKey: string;
}

/** Puts a line into the person's notification centre, once, and tells their open pages. True when it is new. */
export async function notifyPerson(deps: KernelDeps, news: News): Promise<boolean> {
  return deps.db.$transaction(async (tx) => {
    const id = deps.ids.uuid();
    const { userId, kind, params = {}, href = null, dedupeKey } = news;
    const { count } = await tx.notification.createMany({
      data: [{ id, userId, kind, params, href, dedupeKey }],
      skipDuplicates: true,
    });
    if (count > 0)
      await writeEvent(tx, "notification.created", { notificationId: id }, { userId, subjectId: id });
    return count > 0;
  });
}
