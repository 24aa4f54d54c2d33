import { afterAll, beforeAll, expect, it } from "vitest";
import { eachUser, listUsers } from "@/lib/domain/identity/queries/users";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { createTestIdentity, newActor, newPerson, type TestIdentity } from "./identity-fixture";

/** More than a file reads at once. */
const MANY = 1_105;
const DAY = 86_400_000;

let database: TestDatabase;
let deps: TestIdentity;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = createTestIdentity(database.db);
  await database.db.user.createMany({
    data: Array.from({ length: MANY }, (_, at) => ({
      id: deps.ids.uuid(),
      username: `crowd-${(at * 7) % MANY}`,
      verificationLevel: at % 3,
      registeredAt: new Date(Date.UTC(2026, 0, 1) + (at % 40) * DAY),
      lastLoginAt: at % 5 === 0 ? null : new Date(Date.UTC(2026, 5, 1) + (at % 11) * DAY),
    })),
  });
});

afterAll(async () => {
  await deps.passwords.close();
  await database.close();
});

it("a file of people has the order that their list has", async () => {
  const actor = { ...(await newActor(deps, await newPerson(deps))), role: "ADMIN" as const };
  const filter = { search: "crowd-" };
  for (const sort of ["username", "level", "registered", "lastLogin"])
    for (const direction of ["asc", "desc"] as const) {
      const shown: string[] = [];
      for (let page = 1; shown.length < MANY; page += 1) {
        const { rows } = await listUsers(deps, actor, filter, { page, pageSize: 300, sort, direction });
        if (rows.length === 0) break;
        shown.push(...rows.map(({ id }) => id));
      }
      const inFile: string[] = [];
      for await (const { id } of eachUser(deps, actor, filter, { sort, direction })) inFile.push(id);
      expect(inFile, `${sort} ${direction}`).toHaveLength(MANY);
      expect(inFile, `${sort} ${direction}`).toEqual(shown);
    }
});
