import "server-only";
import { getDeps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import { listNotifications } from "@/lib/domain/notifications/queries/notifications";
import { requireCustomer } from "./session";

const PAGE_SIZE = 25;

export async function loadNotifications(page: number) {
  const { actor } = await requireCustomer();
  return listNotifications(getDeps(), customerScope(actor), { page, pageSize: PAGE_SIZE });
}
