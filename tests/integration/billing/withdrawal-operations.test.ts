import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelWithdrawal } from "@/lib/domain/billing/commands/cancel-withdrawal";
import { decideWithdrawal } from "@/lib/domain/billing/commands/decide-withdrawal";
import { requestWithdrawal } from "@/lib/domain/billing/commands/request-withdrawal";
import { customerScopeOf, type UserActor } from "@/lib/domain/kernel/actor";
import { checkLedger, getBalance } from "@/lib/domain/wallet/queries";
import { openWorld, type World } from "../../support/world";

const USD = 1_000_000n;
const START = 700n;

let world: World;
let admins: UserActor[];

beforeAll(async () => {
  world = await openWorld();
  admins = [(await world.person({ role: "ADMIN" })).actor, (await world.person({ role: "ADMIN" })).actor];
});
afterAll(() => world.close());

const which = fc.nat(5);
const operation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("request" as const), usd: fc.bigInt(10n, 600n) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("approve" as const), which, by: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pay" as const), which, by: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("refuse" as const), which, by: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), which }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** A request as plain arithmetic knows it: what the product must agree with after every step. */
interface Known {
  id: string;
  usd: bigint;
  approvedBy: Set<number>;
  state: "open" | "paid" | "back";
}

class Model {
  readonly requests: Known[] = [];
  sum(state: Known["state"]): bigint {
    return this.requests.filter((one) => one.state === state).reduce((sum, one) => sum + one.usd, 0n);
  }
  get available(): bigint {
    return START - this.sum("open") - this.sum("paid");
  }
  isApproved = ({ usd, approvedBy }: Known) => approvedBy.size >= (usd >= 500n ? 2 : 1);
}

async function apply(model: Model, customer: UserActor, asked: Operation): Promise<[boolean, boolean]> {
  const { deps } = world;
  if (asked.do === "request") {
    const answer = await requestWithdrawal(deps, customer, {
      method: "PIX",
      destination: "somebody@example.test",
      amountMicros: asked.usd * USD,
      key: deps.ids.uuid(),
    });
    // The day's limit of 1,000 is above all that there is.
    const expected = asked.usd <= model.available;
    if (answer.ok)
      model.requests.push({ id: answer.withdrawalId, usd: asked.usd, approvedBy: new Set(), state: "open" });
    return [answer.ok, expected];
  }
  const one = model.requests[asked.which % Math.max(1, model.requests.length)];
  if (!one) return [false, false];
  const isOpen = one.state === "open";
  const withdrawalId = one.id;
  if (asked.do === "cancel") {
    const { ok } = await cancelWithdrawal(deps, customer, { withdrawalId });
    const expected = isOpen && !model.isApproved(one);
    if (expected) one.state = "back";
    return [ok, expected];
  }
  const by = admins[asked.by] as UserActor;
  if (asked.do === "approve") {
    const { ok } = await decideWithdrawal(deps, by, { decision: "approve", withdrawalId });
    const expected = isOpen && !model.isApproved(one) && !one.approvedBy.has(asked.by);
    if (expected) one.approvedBy.add(asked.by);
    return [ok, expected];
  }
  if (asked.do === "pay") {
    const payoutReference = `E${withdrawalId}`;
    const { ok } = await decideWithdrawal(deps, by, { decision: "pay", withdrawalId, payoutReference });
    const expected = isOpen && model.isApproved(one);
    if (expected) one.state = "paid";
    return [ok, expected];
  }
  const { ok } = await decideWithdrawal(deps, by, { decision: "refuse", withdrawalId, note: "No reason" });
  if (isOpen) one.state = "back";
  return [ok, isOpen];
}

describe("whatever is done with withdrawals", () => {
  it("money is where plain arithmetic says, and the books agree", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 25 }), async (operations) => {
        const customer = (await world.person({ usd: Number(START) })).actor;
        const model = new Model();
        for (const asked of operations) {
          const [happened, expected] = await apply(model, customer, asked);
          expect(happened, JSON.stringify(asked.do)).toBe(expected);
          const balance = await getBalance(world.deps, customerScopeOf(customer.userId));
          expect(balance).toMatchObject({
            availableMicros: model.available * USD,
            heldMicros: model.sum("open") * USD,
            debtMicros: 0n,
          });
        }
        const [row] = await world.deps.db.$queryRaw<{ out: bigint }[]>`
          SELECT coalesce(sum(e.amount), 0)::bigint AS out FROM ledger_entries e
          JOIN ledger_accounts a ON a.id = e.account_id AND a.code = 'ext:mercadopago'
          JOIN ledger_transactions t ON t.id = e.transaction_id JOIN holds h ON h.id = t.hold_id
          WHERE h.user_id = ${customer.userId}::uuid`;
        expect(row?.out).toBe(model.sum("paid") * USD);
      }),
      { numRuns: 12, seed: 20261121 },
    );
    expect((await checkLedger(world.deps)).problems).toEqual([]);
  });
});
