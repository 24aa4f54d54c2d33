import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRanges } from "@/lib/http/client-address";
import { createFrontDoor } from "@/lib/http/front-door";

const BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

const door = createFrontDoor({
  publicOrigin: "http://localhost",
  trustedProxies: parseRanges([]),
  api: (_request, response) => response.end("api"),
  pages: (request, response) => {
    if (request.url === "/broken") throw new Error("no pages today");
    response.end("page");
  },
  simulators: null,
  onError: () => undefined,
  onAnswered: () => undefined,
});
const server = createServer((request, response) => void door(request, response));

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** A path as it is written: fetch would mend it. */
function get(path: string, accept: string): Promise<{ status: number; type: string; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    ask({ host: "127.0.0.1", port, path, headers: { accept } }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (part) => {
        body += part;
      });
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers["content-type"] ?? "", body }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("an address that cannot be read", () => {
  it("is a page for a browser, in the language of the address", async () => {
    const answer = await get("/fa/%E0%A4%A", BROWSER);
    expect(answer).toMatchObject({ status: 400, type: "text/html; charset=utf-8" });
    expect(answer.body).toContain('<html lang="fa" dir="rtl">');
  });

  it("is a problem for a program", async () => {
    const answer = await get("/%E0%A4%A", "application/json");
    expect(answer).toMatchObject({ status: 400, type: "application/problem+json" });
    expect(JSON.parse(answer.body)).toMatchObject({ code: "malformed_address" });
  });

  it.each([
    ["/v1/user/check/%00", 404, "404 page not found"],
    ["/v1/guest/products/%E0%A4%A/any", 404, "404 page not found"],
    ["/stubs/handler_api.php%00?action=getBalance", 404, "BAD_ACTION"],
  ])("is told in its protocol's words to whoever speaks one: %s", async (path, status, body) => {
    for (const accept of ["*/*", BROWSER])
      expect(await get(path, accept)).toEqual({ status, type: "text/plain; charset=utf-8", body });
  });
});

it("a room that fails is told in the same two ways", async () => {
  expect(await get("/broken", BROWSER)).toMatchObject({ status: 503, type: "text/html; charset=utf-8" });
  expect(JSON.parse((await get("/broken", "*/*")).body)).toMatchObject({ code: "unavailable" });
});

it("what can be read is let in", async () => {
  expect(await get("/numbers", BROWSER)).toMatchObject({ status: 200, body: "page" });
});
