import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OPERATIONS } from "@/lib/api/rest/contract";
import { openWorld, type Person, type World } from "@/tests/support/world";
import { passTime } from "../../support/pass-time";
import { ask, keyOf, stockShop } from "./rest-world";

let world: World;
let ada: Person;
let key: string;

beforeAll(async () => {
  world = await openWorld();
  await stockShop(world, 40);
  ada = await world.person({ usd: 50, level: 3 });
  key = await keyOf(world, ada);
});
afterAll(() => world.close());
beforeEach(() => setPrice(350_000n));

const setPrice = (currentPriceMicros: bigint) =>
  world.deps.db.offer.updateMany({ data: { currentPriceMicros } });

const ASKED = { service: "whatsapp", country: "BR" };

interface Said {
  status: number;
  body: { id: string; code?: string; price?: { amount: string } };
}

async function post(path: string, body?: object, by = key): Promise<Said> {
  const answer = await ask(world, "post", path, { key: by, body });
  return { status: answer.status, body: await answer.json() };
}

async function quoted(by = key): Promise<string> {
  const { status, body } = await post("/quotes", ASKED, by);
  expect(status).toBe(201);
  return body.id;
}

const orders = () => world.deps.db.order.count();

describe("a quote", () => {
  it("is paid at its price after the price rose, and at the lower one after it fell", async () => {
    const [dear, cheap] = [await quoted(), await quoted()];
    await setPrice(900_000n);
    expect(await post("/numbers", { quoteId: dear })).toMatchObject({
      status: 201,
      body: { price: { amount: "0.35" } },
    });
    await setPrice(200_000n);
    expect(await post("/numbers", { quoteId: cheap })).toMatchObject({
      status: 201,
      body: { price: { amount: "0.20" } },
    });
  });

  it("rents one number, whichever key brings it again", async () => {
    const quoteId = await quoted();
    const first = await post("/numbers", { quoteId });
    const before = await orders();
    const otherKey = await keyOf(world, ada);
    for (const by of [key, otherKey])
      expect((await post("/numbers", { quoteId, maxPrice: "5" }, by)).body.id).toBe(first.body.id);
    expect(await Promise.all([1, 2, 3].map(() => post("/numbers", { quoteId })))).toMatchObject(
      [1, 2, 3].map(() => ({ status: 201, body: { id: first.body.id } })),
    );
    expect(await orders()).toBe(before);
  });

  it("is refused after its two minutes, and nothing is sold", async () => {
    const [used, late] = [await quoted(), await quoted()];
    const first = await post("/numbers", { quoteId: used });
    const before = await orders();
    await passTime(world.deps, 121);
    const refused = await post("/numbers", { quoteId: late });
    expect(refused).toMatchObject({ status: 409, body: { code: "quote_expired" } });
    // Whoever asks again for what was sold in time is told of it.
    expect((await post("/numbers", { quoteId: used })).body.id).toBe(first.body.id);
    expect(await orders()).toBe(before);
  });

  it("is nothing in somebody else's hands, nor when a letter of it was changed", async () => {
    const quoteId = await quoted();
    const eve = await keyOf(world, await world.person({ usd: 50, level: 3 }));
    const changed = `${quoteId.slice(0, -6)}${quoteId.at(-6) === "A" ? "B" : "A"}${quoteId.slice(-5)}`;
    const before = await orders();
    expect(await post("/numbers", { quoteId }, eve)).toMatchObject({ status: 409 });
    expect(await post("/numbers", { quoteId: changed })).toMatchObject({ status: 409 });
    expect(await orders()).toBe(before);
    expect((await post("/numbers", { quoteId })).status).toBe(201);
  });
});

const NEEDED: Record<string, string[]> = {
  createQuote: ["body.service", "body.country"],
  rentNumber: ["body.service", "body.country"],
};

describe("a body that is empty or missing", () => {
  const posts = OPERATIONS.filter(({ method, body, params }) => method === "post" && body && !params);
  const demanding = posts.filter(
    ({ id, body }) =>
      NEEDED[id] || Object.values(body?.shape ?? {}).some((field) => !field.safeParse(undefined).success),
  );

  it.each(demanding.map((operation) => [operation.id, operation] as const))(
    "%s says what is missing",
    async (id, { path, body }) => {
      const names =
        NEEDED[id] ??
        Object.entries(body?.shape ?? {})
          .filter(([, field]) => !field.safeParse(undefined).success)
          .map(([name]) => `body.${name}`);
      for (const text of [undefined, "", "{}"]) {
        const answer = await ask(world, "post", path, { key, ...(text === undefined ? {} : { text }) });
        expect(answer.status).toBe(422);
        const problem = await answer.json();
        expect(problem).toMatchObject({ code: "invalid_input" });
        expect(problem.errors).toEqual(names.map((name) => ({ path: name, message: "Required" })));
      }
    },
  );

  it("is enough where the key's project names service and country", async () => {
    const { id: defaultServiceId } = await world.deps.db.service.findFirstOrThrow({ where: { code: "wa" } });
    const { id: defaultCountryId } = await world.deps.db.country.findFirstOrThrow({ where: { iso2: "BR" } });
    const project = await post("/projects", { name: "Bot" });
    await world.deps.db.project.update({
      where: { id: project.body.id },
      data: { defaultServiceId, defaultCountryId },
    });
    const projectKey = await keyOf(world, ada, { projectId: project.body.id });
    expect((await post("/numbers", undefined, projectKey)).status).toBe(201);
  });
});

describe("a problem document", () => {
  it("tells amounts as money, and of what kind it is", async () => {
    const cheap = await post("/numbers", { ...ASKED, maxPrice: "0.10" });
    expect(cheap.body).toMatchObject({
      type: "/developers#error-price_changed",
      title: "The price is higher than you would pay. Nothing was charged.",
      code: "price_changed",
      price: { amount: "0.35", currency: "USD" },
    });
    expect(JSON.stringify(cheap.body)).not.toContain("Micros");
    const slow = await keyOf(world, ada, { rateLimit: 1 });
    await ask(world, "get", "/key", { key: slow });
    expect(await (await ask(world, "get", "/key", { key: slow })).json()).toMatchObject({
      type: "https://iana.org/assignments/http-problem-types#quota-exceeded",
    });
  });

  it.each(["/numbers", "/services", "/countries", "/wallet/entries", "/invoices"])(
    "names the cursor of %s that is none",
    async (path) => {
      const answer = await ask(world, "get", `${path}?cursor=abc`, { key });
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        code: "invalid_input",
        errors: [{ path: "query.cursor", message: "No cursor of this list" }],
      });
    },
  );
});
