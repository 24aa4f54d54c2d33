import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerUnreadable } from "@/lib/http/unreadable-request";

const server = createServer((_request, response) => response.end("read"));
server.on("clientError", answerUnreadable);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What comes back for these bytes. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.on("data", (piece) => {
      answer += piece;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const get = (path: string) => send(`GET ${path} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n`);

it("what can be read is served", async () => {
  expect(await get("/")).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

it.each([
  ["/api/v1/numbers?cursor=۱۲", 400, "application/problem+json", '"code":"malformed_address"'],
  ["/stubs/handler_api.php?id=۱۲", 200, "text/plain", "\r\n\r\nBAD_ACTION"],
  ["/v1/user/check/۱۲", 404, "text/plain", "\r\n\r\n404 page not found"],
])("raw Persian digits in %s are told in words", async (path, status, type, words) => {
  const answer = await get(path);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(answer).toContain(`content-type: ${type}`);
  expect(answer).toContain(words);
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
});

it("headers that are too large are told so", async () => {
  expect(await get(`/${"x".repeat(20_000)}`)).toContain("HTTP/1.1 431 ");
});
