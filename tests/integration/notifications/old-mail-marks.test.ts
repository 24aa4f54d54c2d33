import { afterAll, beforeAll, expect, it } from "vitest";
import { removeOldMailMarks } from "@/lib/domain/notifications/commands/remove-old-mail-marks";
import { openWorld, type World } from "@/tests/support/world";

const DAY_MS = 86_400_000;
let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it("forgets a mail that left more than 90 days ago, and no younger one", async () => {
  const left = (days: number) => new Date(Date.now() - days * DAY_MS);
  await world.deps.db.sentMail.createMany({
    data: [91, 89, 0].map((days) => ({ key: `of-day-${days}`, kind: "test", sentAt: left(days) })),
  });
  expect(await removeOldMailMarks(world.deps)).toBe(1);
  const kept = await world.deps.db.sentMail.findMany({ orderBy: { sentAt: "asc" } });
  expect(kept.map(({ key }) => key)).toEqual(["of-day-89", "of-day-0"]);
  expect(await removeOldMailMarks(world.deps)).toBe(0);
});
