import { afterAll, beforeAll, expect, test } from "vitest";
import { sealAudit, writeAudit } from "@/lib/domain/audit/commands";
import { findBrokenSeal } from "@/lib/domain/audit/queries/broken-seal";
import { systemActor } from "@/lib/domain/kernel/actor";
import { createTestDatabase, type TestDatabase } from "../../support/database";

const HOUR_MS = 3_600_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

function depsAt(date: Date) {
  return { db: database.db, clock: { now: () => date, securityNow: () => date } };
}

async function write(count: number): Promise<void> {
  await database.db.$transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await writeAudit(tx, systemActor("test"), {
        action: "offer.updated",
        targetType: "offer",
        targetId: String(index),
        before: { price: "0.35", zone: { b: 1, a: 2 } },
        after: { price: "0.40" },
      });
    }
  });
}

test("rows are sealed once they are settled, in a chain that shows any later change", async () => {
  await write(5);
  expect(await sealAudit(depsAt(new Date())), "too young to be settled").toBe(0);
  const later = depsAt(new Date(Date.now() + HOUR_MS));
  expect(await sealAudit(later)).toBe(5);
  expect(await sealAudit(later)).toBe(0);
  await write(3);
  expect(await sealAudit(later)).toBe(3);
  expect(await findBrokenSeal(later)).toBeNull();

  const third = await database.db.auditEvent.findFirstOrThrow({ orderBy: { id: "asc" }, skip: 2 });
  // What a forger with the owner's rights could do: switch the append-only guard off.
  await database.db.$transaction([
    database.db.$executeRaw`SET LOCAL session_replication_role = replica`,
    database.db.$executeRaw`UPDATE audit_events SET after = '{"price":"0.01"}' WHERE id = ${third.id}`,
  ]);
  expect(await findBrokenSeal(later)).toBe(third.id);
});
