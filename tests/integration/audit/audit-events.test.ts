import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordRefusedTry, writeAudit } from "@/lib/domain/audit/commands";
import { eachAuditEvent, listAuditEvents } from "@/lib/domain/audit/queries/audit-events";
import { systemActor, type UserActor } from "@/lib/domain/kernel/actor";
import { createTestDatabase, type TestDatabase } from "../../support/database";

const FIRST_PAGE = { page: 1, pageSize: 25 };
const staff = systemActor("test");
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.$transaction(async (tx) => {
    for (let index = 0; index < 30; index += 1) {
      await writeAudit(tx, systemActor(index % 2 ? "nightly" : "hourly"), {
        action: index < 5 ? "user.suspended" : "offer.updated",
        targetType: index < 5 ? "user" : "offer",
        targetId: String(index),
        before: { price: "0.35", active: true },
        after: { price: "0.40", active: true, note: "100%" },
      });
    }
  });
});

afterAll(() => database.close());

describe("the audit trail", () => {
  it("comes newest first, with what changed before what did not", async () => {
    const page = await listAuditEvents(database, staff, {}, FIRST_PAGE);
    expect(page).toMatchObject({ total: 30, isTotalCapped: false, page: 1 });
    expect(page.rows).toHaveLength(25);
    expect(page.rows[0]).toMatchObject({
      targetId: "29",
      isSealed: false,
      changes: [
        { field: "price", before: "0.35", after: "0.40" },
        { field: "note", before: null, after: "100%" },
        { field: "active", before: true, after: true },
      ],
    });
  });

  it("is narrowed by action, kind of thing, person, and day", async () => {
    const count = async (filter: Parameters<typeof listAuditEvents>[2]) =>
      (await listAuditEvents(database, staff, filter, FIRST_PAGE)).total;
    expect(await count({ action: "user.suspended" })).toBe(5);
    expect(await count({ action: "user." }), "an action is named in full").toBe(0);
    expect(await count({ actor: "hour" })).toBe(15);
    expect(await count({ actor: "hour", search: "night" })).toBe(0);
    expect(await count({ targetType: "offer" })).toBe(25);
    expect(await count({ search: "night" })).toBe(15);
    expect(await count({ search: "%" }), "a sign of LIKE is only a sign").toBe(0);
    expect(await count({ actorKind: "STAFF" })).toBe(0);
    const first = await database.db.auditEvent.findFirstOrThrow({ orderBy: { id: "asc" } });
    const day = first.createdAt.toISOString().slice(0, 10);
    expect(await count({ from: "2000-01-01", to: "2000-01-02" })).toBe(0);
    expect(await count({ from: day, to: "not a day" })).toBe(30);
  });

  it("shows the last page for one beyond it", async () => {
    const page = await listAuditEvents(database, staff, {}, { page: 99, pageSize: 25 });
    expect(page.page).toBe(2);
    expect(page.rows.map((row) => row.targetId)).toEqual(["4", "3", "2", "1", "0"]);
  });

  it("can be read to its end", async () => {
    const seen: string[] = [];
    for await (const event of eachAuditEvent(database, staff, { targetType: "user" }))
      seen.push(event.targetId);
    expect(seen).toEqual(["4", "3", "2", "1", "0"]);
  });

  it("keeps what staff tried and may not", async () => {
    const support = { kind: "user", role: "SUPPORT", userId: randomUUID(), username: "sam" } as UserActor;
    await recordRefusedTry(database, support, { page: `/admin/offers/${"x".repeat(300)}`, needs: "ADMIN" });
    const { rows } = await listAuditEvents(database, staff, { action: "staff.refused" }, FIRST_PAGE);
    expect(rows).toMatchObject([
      {
        actorName: "sam",
        actorKind: "STAFF",
        targetType: "page",
        changes: [{ field: "role", after: "ADMIN" }],
      },
    ]);
    expect(rows[0]?.targetId).toHaveLength(200);
  });

  it("is closed to customers", async () => {
    const customer = { kind: "user", role: "CUSTOMER" } as UserActor;
    await expect(listAuditEvents(database, customer, {}, FIRST_PAGE)).rejects.toMatchObject({
      patchbayCode: "forbidden",
    });
  });
});
