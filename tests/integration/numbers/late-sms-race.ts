import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import type { OrderView } from "@/lib/domain/numbers/types";
import { newCustomer, PRICE, pass, rent, type Shop, sms } from "./numbers-fixture";

/**
 * Lets the SMS of every order arrive while the sweep ends it. Returns how each ended; throws when one has a code that is
 * not paid, or the other way round.
 */
export async function raceLateSms(
  shop: Shop,
  count: number,
): Promise<{ captured: number; released: number }> {
  const actor = await newCustomer(shop, BigInt(count) * PRICE);
  const orders: OrderView[] = [];
  for (let index = 0; index < count; index += 1) orders.push(await rent(shop, actor));
  await pass(shop, 1_201);
  const messages = orders.map(({ phoneE164 }, index) => sms(phoneE164, `WhatsApp code ${200_000 + index}`));
  await Promise.all([
    ...messages.map((message) => receiveMessage(shop.deps, message)),
    expireOrders(shop.deps),
    expireOrders(shop.deps),
  ]);
  await expireOrders(shop.deps);
  const rows = await shop.deps.db.order.findMany({
    where: { userId: actor.userId },
    include: { hold: true },
  });
  let captured = 0;
  let released = 0;
  for (const { status, firstCodeAt, lateCodeAt, hold, number } of rows) {
    const paid =
      status === "COMPLETED" && firstCodeAt !== null && hold?.status === "CAPTURED" && lateCodeAt === null;
    const free =
      status === "EXPIRED" && firstCodeAt === null && hold?.status === "VOIDED" && lateCodeAt !== null;
    if (paid === free) throw new Error(`order ${number}: ${status}, hold ${hold?.status}`);
    if (paid) captured += 1;
    else released += 1;
  }
  return { captured, released };
}
