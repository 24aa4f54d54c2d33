import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Prisma } from "@/lib/db/generated/client";
import { type LastRow, type RowOrder, rowsBehind, rowsInOrder } from "@/lib/domain/kernel/row-order";
import { createTestDatabase, type TestDatabase } from "../../support/database";

interface Row {
  id: number;
  value: number | null;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const direction = fc.constantFrom("asc" as const, "desc" as const);

it("whatever the values, gaps and directions: batch after batch is the whole list in its order", async () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(
      values,
      direction,
      direction,
      fc.integer({ min: 1, max: 5 }),
      async (list, way, uniqueWay, size) => {
        const order: RowOrder = {
          by: Prisma.sql`r.value`,
          direction: way,
          hasGaps: list.includes(null),
          unique: Prisma.sql`r.id`,
          uniqueDirection: uniqueWay,
        };
        const table = Prisma.join(list.map((value, id) => Prisma.sql`(${id}::int, ${value}::int)`));
        const read = (last: LastRow | null, limit: number) =>
          database.db.$queryRaw<Row[]>`SELECT * FROM (VALUES ${table}) r(id, value)
            WHERE ${rowsBehind(order, last)} ORDER BY ${rowsInOrder(order)} LIMIT ${limit}`;
        const whole = await read(null, list.length);
        const seen: Row[] = [];
        for (let last: LastRow | null = null; seen.length < list.length; ) {
          const rows: Row[] = await read(last, size);
          const end = rows.at(-1);
          if (!end) break;
          seen.push(...rows);
          last = { by: end.value, unique: Prisma.sql`${end.id}::int` };
        }
        expect(seen).toEqual(whole);
        expect(new Set(whole.map(({ id }) => id)).size).toBe(list.length);
        const known = whole.flatMap(({ value }) => (value === null ? [] : [value]));
        expect(known).toEqual(known.toSorted((a, b) => (way === "asc" ? a - b : b - a)));
        expect(whole.slice(known.length).every(({ value }) => value === null)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
