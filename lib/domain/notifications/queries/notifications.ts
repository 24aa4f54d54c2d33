import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { NOTIFICATION_KINDS, type NotificationParams, type NotificationView } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

/** More than this is shown as "99+". */
const UNREAD_LIMIT = 100;

/** How many are unread; at most 100. */
export function countUnread(deps: ReadDeps, scope: CustomerScope): Promise<number> {
  return deps.db.notification.count({ where: { userId: scope.userId, readAt: null }, take: UNREAD_LIMIT });
}

/** The person's news, newest first. */
export async function listNotifications(
  deps: ReadDeps,
  scope: CustomerScope,
  asked: { page: number; pageSize: number },
): Promise<Page<NotificationView>> {
  // A kind that this version does not know has no sentence.
  const where = { userId: scope.userId, kind: { in: [...NOTIFICATION_KINDS] } };
  const counted = await deps.db.notification.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.notification.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: offset,
    take: pageSize,
  });
  const views = rows.map((row) => ({
    id: row.id,
    kind: row.kind as NotificationView["kind"],
    params: row.params as NotificationParams,
    href: row.href,
    at: row.createdAt.toISOString(),
    isRead: row.readAt !== null,
  }));
  return toPage(views, counted, asked);
}
