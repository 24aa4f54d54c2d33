import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, TEST_SECRETS, type World } from "../support/world";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const ask = (path: string, init?: RequestInit) => world.app.request(path, init);

describe("health and metrics", () => {
  it("says live and ready", async () => {
    expect((await ask("/api/health/live")).status).toBe(200);
    const ready = await ask("/api/health/ready");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: "ready",
      checks: { database: true, notifications: true },
    });
  });

  it("shows metrics to whoever knows the token, and to nobody else", async () => {
    expect((await ask("/api/metrics")).status).toBe(401);
    expect((await ask("/api/metrics", { headers: { authorization: "Bearer wrong" } })).status).toBe(401);
    const answer = await ask("/api/metrics", {
      headers: { authorization: `Bearer ${TEST_SECRETS.METRICS_TOKEN}` },
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("patchbay_http_requests_total");
  });
});

describe("every answer", () => {
  it("carries a request id and the security headers", async () => {
    const answer = await ask("/api/health/live", { headers: { "x-request-id": "from-the-proxy-1" } });
    expect(answer.headers.get("x-request-id")).toBe("from-the-proxy-1");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const made = await ask("/api/health/live", { headers: { "x-request-id": "no spaces allowed" } });
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is a problem document with a stable code where nothing is", async () => {
    const answer = await ask("/api/nothing/here");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ code: "not_found", status: 404 });
  });

  it("is a refusal, never a fault, where an address holds a NUL", async () => {
    const patterns = [...new Set(world.app.routes.map(({ path }) => path))].filter(
      (path) => !path.includes("*"),
    );
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) {
      const answer = await ask(`${pattern.replaceAll(/:[^/]+/g, "x")}%00`);
      expect(answer.status, pattern).toBe(404);
    }
  });

  it("refuses a body of ten megabytes before reading it", async () => {
    const answer = await ask("/api/hooks/sms/generic", {
      method: "POST",
      body: "x".repeat(10 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: "body_too_large" });
  });
});

describe("a person's own doors", () => {
  it("are shut without a session", async () => {
    expect((await ask("/api/portal/activations")).status).toBe(401);
    expect((await ask("/api/stream")).status).toBe(401);
    expect(
      (await ask("/api/portal/activations", { headers: { cookie: "patchbay.session=made-up" } })).status,
    ).toBe(401);
  });

  it("answer with what is theirs", async () => {
    const { cookie } = await world.person({ usd: 5 });
    const answer = await ask("/api/portal/activations", { headers: { cookie } });
    expect(await answer.json()).toMatchObject({ orders: [], balance: { available: "5.00", held: "0.00" } });
  });

  it("are shut at once when the session is revoked or the person suspended", async () => {
    const { actor, cookie } = await world.person();
    await world.deps.db.session.updateMany({
      where: { userId: actor.userId },
      data: { revokedAt: new Date() },
    });
    expect((await ask("/api/portal/activations", { headers: { cookie } })).status).toBe(401);
    const other = await world.person();
    await world.deps.db.user.update({ where: { id: other.actor.userId }, data: { status: "SUSPENDED" } });
    expect((await ask("/api/portal/activations", { headers: { cookie: other.cookie } })).status).toBe(401);
  });

  it("are not opened by another site's write", async () => {
    const { cookie } = await world.person();
    const answer = await ask("/api/portal/activations", {
      method: "POST",
      headers: { cookie, "sec-fetch-site": "cross-site" },
    });
    expect(answer.status).toBe(403);
  });
});
