import { afterAll, beforeAll, expect, it } from "vitest";
import { decideWithdrawal } from "@/lib/domain/billing/commands/decide-withdrawal";
import { requestWithdrawal } from "@/lib/domain/billing/commands/request-withdrawal";
import { getTransaction, listTransactions } from "@/lib/domain/billing/queries/transactions";
import { openWorld, type Person, type World } from "../../support/world";

let world: World;
let customer: Person;
let admin: Person;

beforeAll(async () => {
  world = await openWorld();
  customer = await world.person({ usd: 1000 });
  admin = await world.person({ role: "ADMIN" });
});
afterAll(() => world.close());

it("the line of a withdrawal stands for staff as the withdrawal does, and is found by its number", async () => {
  const asked = await requestWithdrawal(world.deps, customer.actor, {
    method: "BTC",
    destination: "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu",
    amountMicros: 100_000_000n,
    key: world.deps.ids.uuid(),
  });
  if (!asked.ok) throw new Error(asked.reason);
  const { withdrawalId: id } = asked;
  await decideWithdrawal(world.deps, admin.actor, { decision: "approve", withdrawalId: id });
  const { number } = await world.deps.db.withdrawal.findUniqueOrThrow({ where: { id } });
  const page = { page: 1, pageSize: 25, direction: "desc" } as const;
  const filter = { search: `#${number}`, type: "WITHDRAWAL" };
  const { rows } = await listTransactions(world.deps, admin.actor, filter, page);
  const line = { status: "PENDING", withdrawal: { id, number, status: "APPROVED" } };
  expect(rows).toMatchObject([line]);
  expect(await getTransaction(world.deps, admin.actor, rows[0]?.id ?? "")).toMatchObject(line);
});
