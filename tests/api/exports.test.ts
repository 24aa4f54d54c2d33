import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TABLE_EXPORTS } from "@/lib/api/exports/registry";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { writeAudit } from "@/lib/domain/audit/commands";
import { openWorld, type Person, type World } from "../support/world";

let world: World;
let customer: Person;
let support: Person;

beforeAll(async () => {
  world = await openWorld();
  customer = await world.person();
  support = await world.person({ role: "SUPPORT" });
  await world.deps.db.$transaction(async (tx) => {
    for (const target of ["alpha", "beta"]) {
      await writeAudit(tx, support.actor, {
        action: "offer.updated",
        targetType: "offer",
        targetId: target,
        before: { price: "0.35", note: "=HYPERLINK(1)" },
        after: { price: "0.40", note: "=HYPERLINK(1)" },
        reason: "=1+1",
      });
    }
  });
});

afterAll(() => world.close());

const take = (name: string, cookie?: string, query = "") =>
  world.app.request(`/api/portal/exports/${name}.csv${query}`, { headers: cookie ? { cookie } : {} });

describe("a list as CSV", () => {
  it("is for whoever may see the list", async () => {
    for (const { name, least } of TABLE_EXPORTS) {
      expect((await take(name)).status, `${name} without a session`).toBe(401);
      expect((await take(name, customer.cookie)).status, `${name} by a customer`).toBe(least ? 403 : 200);
      const answer = await take(name, support.cookie);
      expect(answer.status, `${name} by support`).toBe(least === "ADMIN" ? 403 : 200);
      await answer.text();
    }
    expect((await take("no-such-list", support.cookie)).status).toBe(404);
  });

  it("holds the filtered set, with harmless cells and a head", async () => {
    const bytes = Buffer.from(await (await take("audit", support.cookie, "?search=beta")).arrayBuffer());
    expect(bytes.subarray(0, 3), "a spreadsheet takes it for UTF-8").toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = bytes.toString("utf8", 3).trim().split("\r\n");
    expect(lines[0]).toMatch(/^id,at_utc,actor_kind,/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(",offer.updated,offer,beta,");
    expect(lines[1]).toContain(",'=1+1,");
  });

  it("tells of every key what staff may know, and never the key", async () => {
    const { deps } = world;
    const made = await createKey(deps, customer.actor, {
      userId: customer.actor.userId,
      name: "=Robot",
      mode: "LIVE",
      scopes: ["numbers:read"],
      ipRestrictions: ["203.0.113.0/24"],
      maxPriceMicros: 500_000n,
    });
    if (!made.ok) throw new Error(made.reason);
    await createKey(deps, customer.actor, {
      userId: customer.actor.userId,
      name: "Other",
      mode: "SANDBOX",
      scopes: [],
    });
    const text = await (await take("api-keys", support.cookie, "?mode=LIVE")).text();
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`,${made.key.slice(-4)},'=Robot,`);
    expect(lines[1]).toContain(",LIVE,ACTIVE,numbers:read,");
    expect(lines[1]).toContain(",203.0.113.0/24,0.50,");
    expect(text).not.toContain(made.key);
  });

  it("keeps the shop's own columns of invoices from customers", async () => {
    const own = (await (await take("invoices", customer.cookie)).text()).split("\n")[0];
    const staff = (await (await take("staff-invoices", support.cookie)).text()).split("\n")[0];
    expect(own).toContain("amount_asset");
    expect(own).not.toMatch(
      /derivation_index|tolerance_percent|looked_at_utc|monitor_until_utc|rate_sources|version/,
    );
    expect(staff).toContain("derivation_index");
  });
});
