import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

export interface Asked {
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
}

/** An object is sent as JSON, a string as it is; a function may do anything. Undefined is 404. */
export type Reply = object | string | number | ((response: ServerResponse) => void) | undefined;

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += String(part);
  return body;
}

/** A small server on loopback that answers as it is told and remembers what it was asked; closed after the test. */
export async function serve(reply: (asked: Asked) => Reply): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const one = {
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: await bodyOf(request),
    };
    asked.push(one);
    const answer = reply(one);
    if (typeof answer === "function") return answer(response);
    if (typeof answer === "number") return response.writeHead(answer).end();
    if (answer === undefined) return response.writeHead(404).end("Transaction not found");
    response.writeHead(200, {
      "content-type": typeof answer === "string" ? "text/plain" : "application/json",
    });
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
