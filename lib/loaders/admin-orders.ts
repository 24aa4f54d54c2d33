import "server-only";
import { getDeps } from "@/lib/deps";
import { listAllOrders } from "@/lib/domain/numbers/queries";
import { type ListOrdersInput, listOrdersSchema } from "@/lib/domain/numbers/schema";
import { requireStaff } from "./session";

/** Everybody's orders, without codes and texts. What the address asks and cannot be is left out. */
export async function loadAllOrders(asked: ListOrdersInput) {
  const { actor } = await requireStaff("SUPPORT");
  const parsed = listOrdersSchema.safeParse(asked);
  const page = await listAllOrders(getDeps(), actor, parsed.success ? parsed.data : { page: 1 });
  if (!page.ok) throw new Error(page.reason);
  return { page, mayRefund: actor.role === "ADMIN" };
}
