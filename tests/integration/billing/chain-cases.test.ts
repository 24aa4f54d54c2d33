import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTopUpOffer } from "@/lib/domain/billing/queries/top-up-offer";
import { listAttention } from "@/lib/domain/overview/queries/attention";
import { type BillingWorld, openBillingWorld } from "./billing-world";
import { CHAIN_CASES } from "./chain-cases";
import { ChainLife, HANDLINGS } from "./chain-life";

let world: BillingWorld;

beforeAll(async () => {
  world = await openBillingWorld();
});
afterAll(() => world.close());

describe.each(HANDLINGS)("watched %s", (handling) => {
  it.each(CHAIN_CASES)("$name", async ({ method = "CRYPTO_BTC", happens, ends }) => {
    const life = await ChainLife.begin(world, handling, method);
    await happens(life);
    expect(await life.end()).toMatchObject({ alerts: [], strays: [], ...ends });
  });
});

it("leaves books that add up, whatever happened", async () => {
  expect(await world.brokenRules()).toEqual([]);
});

/** A process that lived through the trouble would leave the source alone for a while; a new one asks at once. */
const NEW_EACH_TIME = "by a process that is new at every look";

describe("where the chain cannot be asked for long", () => {
  it.each([
    ["CRYPTO_BTC", "429"],
    ["CRYPTO_BTC", "500"],
    ["CRYPTO_BTC", "garbage"],
    ["CRYPTO_USDT", "429"],
    ["CRYPTO_USDT", "403"],
    ["CRYPTO_USDT", "garbage"],
  ] as const)(
    "%s, %s: nothing expires, staff is told, and what was paid in time is paid",
    async (method, kind) => {
      const life = await ChainLife.begin(world, NEW_EACH_TIME, method);
      const chain = method === "CRYPTO_BTC" ? "bitcoin" : "tron";
      const admin = (await world.person({ role: "ADMIN" })).actor;
      const told = async () =>
        (await listAttention(world.deps, admin)).some((one) => one.kind === "money_alerts" && one.count > 0);
      await life.look();
      await life.pay();
      await world.chainVerb("faults", { kind, scope: chain, retryAfterSeconds: 600 });
      await life.mine(1);
      await life.later(11);
      await life.later(20);
      expect(await world.invoice(life.invoiceId)).toMatchObject({ status: "PENDING", credited: "0.00" });
      expect(await told()).toBe(true);
      await world.chainVerb("faults", { kind: "none" });
      await life.mine(30);
      expect(await life.end()).toMatchObject({
        invoice: "PAID NONE 25.00",
        credits: ["DEPOSIT COMPLETED 25.00"],
        wallet: "25.00",
        alerts: [],
      });
    },
  );

  it("headers in another case are the same answer", async () => {
    const life = await ChainLife.begin(world, NEW_EACH_TIME, "CRYPTO_BTC");
    await world.chainVerb("faults", { kind: "wrong-case-headers" });
    await life.pay();
    await life.mine(2);
    expect(await life.end()).toMatchObject({ invoice: "PAID NONE 25.00", wallet: "25.00" });
    await world.chainVerb("faults", { kind: "none" });
  });
});

describe("a coin without a rate that can be trusted", () => {
  it("is shown, and cannot be chosen until there is one again", async () => {
    const { actor } = await world.person();
    const away = async () => {
      const { methods } = await readTopUpOffer(world.deps, actor);
      return methods.filter(({ isAway }) => isAway).map(({ method }) => method);
    };
    const life = await ChainLife.begin(world, "by one process", "CRYPTO_BTC");
    expect(await away()).toEqual([]);
    await world.chainVerb("price", { asset: "BTC", usd: "20000", source: "kraken" });
    await life.passUnseen(1);
    expect(await away()).toEqual(["CRYPTO_BTC"]);
    await life.price("62500");
    expect(await away()).toEqual([]);
    await life.end();
  });
});
