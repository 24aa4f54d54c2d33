import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop } from "../faults/shop";
import { openWorld, type Person, type World } from "../support/world";

let world: World;
let admin: Person;
let support: Person;

beforeAll(async () => {
  world = await openWorld();
  admin = await world.person({ role: "ADMIN" });
  support = await world.person({ role: "SUPPORT" });
  await openShop(world.deps);
});
afterAll(() => world.close());

const HEAD = "number,country,operator,area_code,services\n";

function send(text: string, query: string, person: Person = admin) {
  return world.app.request(`/api/portal/imports/numbers?provider=own&${query}`, {
    method: "POST",
    headers: { cookie: person.cookie, "content-type": "text/csv", origin: world.deps.env.publicUrl.origin },
    body: text,
  });
}

const SHELF = "BR,,,wa";

describe("an import of numbers", () => {
  it("tells how far it is, line by line, and its report at the end", async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => `+55${11_900_000_000 + at},${SHELF}`);
    const answer = await send(HEAD + rows.join("\n"), "mode=commit&expected=6000&name=june.csv");
    expect(answer.status).toBe(200);
    const text = await answer.text();
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { stored: 5_000, of: 6_000 },
      { stored: 6_000, of: 6_000 },
      { report: { total: 6_000, valid: 6_000, added: 6_000 } },
    ]);
    expect(await world.deps.db.numberImport.findFirst()).toMatchObject({
      fileName: "june.csv",
      added: 6_000,
    });
  });

  it("is refused as anything else is, before a number was stored", async () => {
    const text = `${HEAD}+5511800000001,${SHELF}`;
    expect((await send(text, "mode=commit&expected=2")).status).toBe(409);
    expect((await send(text, "mode=commit&expected=1", support)).status).toBe(403);
    expect((await send("nothing", "mode=commit&expected=1")).status).toBe(422);
    expect(await world.deps.db.phoneNumber.count({ where: { e164: "+5511800000001" } })).toBe(0);
  });
});
