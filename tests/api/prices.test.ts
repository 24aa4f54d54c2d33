import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/rate-limit/limits";
import { openShop } from "../integration/numbers/numbers-fixture";
import { openWorld, type World } from "../support/world";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await openShop(world.deps.db, { ownNumbers: 3 });
  await world.deps.db.service.updateMany({
    where: { slug: "whatsapp" },
    data: { name: '=HYPERLINK("x")', aliases: ["واتساپ"] },
  });
});

afterAll(() => world.close());

const ask = (kind: "csv" | "json", query = "") => world.app.request(`/api/public/prices.${kind}${query}`);

interface Answer {
  count: number;
  prices: Record<string, unknown>[];
}

describe("the price list for programs", () => {
  it("answers everybody, and may be kept a short while", async () => {
    const answer = await ask("json", "?search=whatsapp");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=30");
    const body = (await answer.json()) as Answer;
    expect(body.prices).toHaveLength(body.count);
    expect(body.prices[0]).toMatchObject({
      service: "whatsapp",
      currency: "USD",
      stock: expect.stringMatching(/^(few|some|many)$/),
    });
    expect(body.prices[0]?.price).toMatch(/^\d+\.\d{2,6}$/);
  });

  it("holds what the page would show for the same address", async () => {
    const found = (await (await ask("json", `?search=${encodeURIComponent("واتساپ")}`)).json()) as Answer;
    expect(found.count).toBeGreaterThan(0);
    expect(await (await ask("json", "?search=carrier+pigeon")).json()).toEqual({ count: 0, prices: [] });
    expect((await ask("json", "?page=-1&sort=;drop&size=9e9&stock=%00")).status).toBe(200);
  });

  it("is a table for spreadsheets in which nothing runs", async () => {
    const answer = await ask("csv", "?search=whatsapp");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain("prices.csv");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head, first] = bytes.toString("utf8", 3).split("\r\n");
    expect(head).toMatch(/^service,service_code,service_name,country,/);
    expect(first).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it("is refused to whoever asks too often", async () => {
    const statuses: number[] = [];
    for (let count = 0; count <= LIMITS["public.prices"].points; count += 1) {
      const answer = await ask("json", "?search=nothing");
      statuses.push(answer.status);
      if (answer.status === 429) expect(await answer.json()).toMatchObject({ code: "rate_limited" });
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
