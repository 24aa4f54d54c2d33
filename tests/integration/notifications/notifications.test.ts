import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "@/lib/deps";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { markRead } from "@/lib/domain/notifications/commands/mark-read";
import { countUnread, listNotifications } from "@/lib/domain/notifications/queries/notifications";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import type { DispatchedEvent } from "@/lib/jobs/subscriber";
import { notifications } from "@/lib/jobs/subscribers/notifications";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { addNumbers, newCustomer, openShop, rent, type Shop, sms } from "../numbers/numbers-fixture";

const FIRST = { page: 1, pageSize: 25 };
let database: TestDatabase;
let shop: Shop;
let actor: UserActor;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db);
  await addNumbers(shop, 2);
  actor = await newCustomer(shop, 5_000_000n);
});

afterAll(() => database.close());

/** Tells every event of the outbox, twice, as "at least once" allows. */
async function tellAll(): Promise<void> {
  const events = await database.db.outboxEvent.findMany({ orderBy: { id: "asc" } });
  for (const event of [...events, ...events]) {
    if (!notifications.kinds.some((kind) => kind === event.kind)) continue;
    await notifications.handle(
      shop.deps as unknown as Deps,
      event as unknown as DispatchedEvent<(typeof notifications.kinds)[number]>,
    );
  }
}

describe("the notification centre", () => {
  it("tells once that a code came, without the code", async () => {
    const order = await rent(shop, actor);
    await receiveMessage(shop.deps, sms(order.phoneE164, "Your WhatsApp code: 482-913"));
    await tellAll();
    const page = await listNotifications(shop.deps, customerScope(actor), FIRST);
    expect(page.rows).toMatchObject([
      { kind: "codeReceived", isRead: false, href: `/numbers/${order.id}`, params: { service: "WhatsApp" } },
    ]);
    // Whole, or as the supplier wrote it: three digits alone stand in many an id.
    expect(JSON.stringify(page.rows)).not.toMatch(/482-?913/);
    expect(await countUnread(shop.deps, customerScope(actor))).toBe(1);
  });

  it("is read by its owner only, and tells their other pages", async () => {
    const other = await newCustomer(shop);
    const [news] = (await listNotifications(shop.deps, customerScope(actor), FIRST)).rows;
    await markRead(shop.deps, other, { notificationId: news?.id });
    expect(await countUnread(shop.deps, customerScope(actor))).toBe(1);
    await markRead(shop.deps, actor, { hrefs: ["/numbers/of-another-order"] });
    expect(await countUnread(shop.deps, customerScope(actor)), "seen is only what is shown").toBe(1);
    await markRead(shop.deps, other, { hrefs: [news?.href ?? ""] });
    expect(await countUnread(shop.deps, customerScope(actor)), "by its owner").toBe(1);
    await markRead(shop.deps, actor, { hrefs: [news?.href ?? ""] });
    expect(await countUnread(shop.deps, customerScope(actor))).toBe(0);
    const told = await database.db.outboxEvent.count({
      where: { kind: "notification.read", userId: actor.userId },
    });
    expect(told).toBe(1);
    expect((await listNotifications(shop.deps, customerScope(other), FIRST)).total).toBe(0);
  });
});
