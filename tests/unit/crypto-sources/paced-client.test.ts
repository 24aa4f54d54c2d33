import { describe, expect, it } from "vitest";
import { retryAfterMs } from "@/lib/integrations/paced-http/back-off";
import { createPacedClient } from "@/lib/integrations/paced-http/paced-client";
import { serve } from "./recorded-server";

const START = Date.parse("2026-11-21T12:00:00Z");

async function paced(reply: Parameters<typeof serve>[0], more: object = {}) {
  const { url, asked } = await serve(reply);
  const time = { now: START };
  const client = createPacedClient({ baseUrl: url, realNow: () => time.now, ...more });
  return { client, asked, time };
}

describe("a paced client", () => {
  it.each([403, 429, 500, 503])(
    "leaves a source alone after %s, longer each time, and forgets it when all is well",
    async (status) => {
      let current = status;
      const { client, asked, time } = await paced(() => (current === 200 ? {} : current));
      const waits: number[] = [];
      for (let failure = 0; failure < 8; failure += 1) {
        const answer = await client.get("/");
        if (answer.kind !== "unavailable" || !answer.retryAt) throw new Error("no pause");
        waits.push((answer.retryAt.getTime() - time.now) / 1_000);
        time.now = answer.retryAt.getTime() - 1;
        expect(await client.get("/")).toMatchObject({ kind: "unavailable", error: "left alone for a while" });
        time.now += 1;
      }
      expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
      expect(asked).toHaveLength(8);
      current = 200;
      expect(await client.get("/")).toEqual({ kind: "ok", text: "{}", ageMs: 0 });
      current = status;
      expect(await client.get("/")).toMatchObject({ retryAt: new Date(time.now + 5_000) });
    },
  );

  it("waits as long as it is asked to, in seconds or until a date", async () => {
    const { client, time } = await paced(
      () => (response) => void response.writeHead(429, { "Retry-After": "90" }).end(),
    );
    expect(await client.get("/")).toMatchObject({ error: "HTTP 429", retryAt: new Date(time.now + 90_000) });
    expect(retryAfterMs("Sat, 21 Nov 2026 12:01:00 GMT", START)).toBe(60_000);
    expect(retryAfterMs("Sat, 21 Nov 2026 11:00:00 GMT", START)).toBe(0);
    expect(retryAfterMs("999999999", START)).toBe(3_600_000);
    expect(retryAfterMs("soon", START)).toBeNull();
  });

  it("does not take 404 or 400 for an outage", async () => {
    const { client } = await paced(({ path }) => (path === "/400" ? 400 : undefined));
    expect(await client.get("/gone")).toEqual({ kind: "not_found" });
    expect(await client.get("/400")).toEqual({ kind: "unavailable", error: "HTTP 400", retryAt: null });
  });

  it("ends at its time limit, before the answer and inside it", async () => {
    const silent = await paced(() => () => undefined, { timeoutMs: 30 });
    expect(await silent.client.get("/")).toMatchObject({ kind: "unavailable", error: "TimeoutError" });
    const stalled = await paced(() => (response) => void response.writeHead(200).write("{"), {
      timeoutMs: 60,
    });
    expect(await stalled.client.get("/")).toMatchObject({ kind: "unavailable", error: "TimeoutError" });
  });

  it("reads no more than it should", async () => {
    const { client } = await paced(() => "x".repeat(2_000), { maxBytes: 1_000 });
    expect(await client.get("/")).toMatchObject({ kind: "unavailable", error: "TOO_LARGE" });
  });

  it("follows nobody elsewhere and never tells where it asked", async () => {
    const { client } = await paced(
      () => (response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end(),
    );
    const answer = await client.get("/secret-path");
    expect(answer.kind).toBe("unavailable");
    expect(JSON.stringify(answer)).not.toContain("secret-path");
    const nowhere = createPacedClient({ baseUrl: "http://127.0.0.1:2" });
    expect(await nowhere.get("/")).toMatchObject({ error: "ECONNREFUSED" });
  });
});
