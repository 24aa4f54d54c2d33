import { describe, expect, it } from "vitest";
import { createClient } from "@/lib/client/client";
import { PatchbayError } from "@/lib/client/problem-error";

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

type Given = { status: number; body: unknown; headers?: Record<string, string> } | "nobody there";

function client(...answers: Given[]) {
  const sent: Sent[] = [];
  const pauses: number[] = [];
  const made = createClient({
    key: "pb_test_x",
    baseUrl: "https://shop.example.com/api/v1/",
    pause: async (ms) => void pauses.push(ms),
    fetch: async (url, init) => {
      const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
      const headers = Object.fromEntries(new Headers(init?.headers));
      sent.push({ url: String(url), method: init?.method ?? "GET", headers, body });
      const answer = answers.shift();
      if (!answer || answer === "nobody there") throw new TypeError("fetch failed");
      return new Response(JSON.stringify(answer.body), answer);
    },
  });
  return { made, sent, pauses };
}

const BODY = { service: "whatsapp", country: "BR" };
const BUSY = { status: 503, body: { code: "unavailable" }, headers: { "retry-after": "3" } };

describe("the client", () => {
  it("puts parameters into the address, and sends the key", async () => {
    const { made, sent } = client({ status: 200, body: { id: "1" } });
    await made.call("getNumber", { params: { id: "a/b" } });
    expect(sent[0]).toMatchObject({ url: "https://shop.example.com/api/v1/numbers/a%2Fb", method: "GET" });
    expect(sent[0]?.headers.authorization).toBe("Bearer pb_test_x");
    expect(sent[0]?.headers["idempotency-key"]).toBeUndefined();
  });

  it("repeats what moves money under one Idempotency-Key until it is answered", async () => {
    const running = { status: 409, body: { code: "idempotency_running" }, headers: { "retry-after": "2" } };
    const { made, sent, pauses } = client("nobody there", BUSY, running, {
      status: 201,
      body: { number: 7 },
    });
    expect(await made.call("rentNumber", { body: BODY })).toEqual({ number: 7 });
    expect(new Set(sent.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(sent[0]?.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(pauses).toEqual([500, 3_000, 2_000]);
  });

  it("does not repeat what might happen twice", async () => {
    const { made, sent } = client("nobody there");
    const canceled = made.call("cancelNumber", { params: { id: "1" } });
    await expect(canceled).rejects.toMatchObject({ code: "unreachable", status: 0 });
    expect(sent).toHaveLength(1);
  });

  it("tells a refusal by its code at once", async () => {
    const refused = { status: 402, body: { code: "insufficient_funds", title: "x", requestId: "r1" } };
    const { made, sent } = client(refused);
    const error = await made.call("rentNumber", { body: BODY }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PatchbayError);
    expect(error).toMatchObject({ code: "insufficient_funds", status: 402, requestId: "r1" });
    expect(sent).toHaveLength(1);
  });

  it("walks through the pages of a list", async () => {
    const { made, sent } = client(
      { status: 200, body: { data: [{ number: 2 }], nextCursor: "abc" } },
      { status: 200, body: { data: [{ number: 1 }], nextCursor: null } },
    );
    const seen: number[] = [];
    for await (const { number } of made.each("listNumbers", { query: { limit: 1 } })) seen.push(number);
    expect(seen).toEqual([2, 1]);
    expect(sent[1]?.url).toBe("https://shop.example.com/api/v1/numbers?limit=1&cursor=abc");
  });
});
