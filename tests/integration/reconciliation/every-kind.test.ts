import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareBooks } from "@/lib/domain/reconciliation/queries/compare-books";
import { FINDING_KINDS } from "@/lib/domain/reconciliation/schema";
import { openWorld, type World } from "@/tests/support/world";
import { type ForgedBooks, forgedBooks } from "./forged-books";
import { bookRefund, holdFor, SEEDED_ERRORS } from "./seeded-errors";

let world: World;
let books: ForgedBooks;
/** What the tests before have seeded: the findings add up. */
let known = new Set<string>();

beforeAll(async () => {
  world = await openWorld();
  books = forgedBooks(world);
});
afterAll(() => world.close());

async function found(): Promise<string[]> {
  await books.toldUntilNow();
  const { findings } = await compareBooks(world.deps, 0);
  const fresh = findings.filter(({ kind, subject }) => !known.has(`${kind} ${subject}`));
  known = new Set(findings.map(({ kind, subject }) => `${kind} ${subject}`));
  return fresh.map(({ kind }) => kind);
}

describe("a comparison of the books", () => {
  it("finds nothing where every side agrees", async () => {
    for (const gateway of ["STRIPE", "MERCADOPAGO", "CRYPTO"] as const) await books.topUp(gateway);
    const refunded = await books.topUp("STRIPE");
    await bookRefund(world, books, refunded, "re_0");
    await books.movement({
      gateway: "STRIPE",
      kind: "REFUND",
      objectId: "re_0",
      currency: "USD",
      amount: "5",
    });
    await holdFor(world, "open");
    expect(await found()).toEqual([]);
  });

  it.each(SEEDED_ERRORS)("finds %s: %s", async (kind, _, seed) => {
    await seed(books, world);
    expect(await found()).toEqual([kind]);
  });

  it("has a seed for every kind", () => {
    expect(new Set(SEEDED_ERRORS.map(([kind]) => kind))).toEqual(new Set(FINDING_KINDS));
  });

  it("lets what is young be: its news is on the way", async () => {
    const before = (await compareBooks(world.deps, 0)).findings.length;
    await world.deps.db.gatewayMovement.create({
      data: {
        gateway: "STRIPE",
        kind: "RECEIPT",
        objectId: "ch_young",
        currency: "USD",
        amount: "9",
        movedAt: new Date(),
      },
    });
    await world.deps.db.gatewayCursor.updateMany({ data: { movementsTo: new Date() } });
    expect((await compareBooks(world.deps, 600)).findings.length).toBeLessThanOrEqual(before);
  });
});
