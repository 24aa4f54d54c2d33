import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEntrance } from "@/lib/api/entrance";
import { openWorld, type World } from "../support/world";

let world: World;
let server: Server;
let url: string;

beforeAll(async () => {
  world = await openWorld();
  const entrance = createEntrance(world.deps, {
    trustedProxies: [],
    pages: null,
    isApiUnderPages: false,
    simulators: null,
  });
  server = createServer((request, response) => void entrance(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await world.close();
});

it("shows whatever is neither poll nor document through the front door to the API app", async () => {
  const live = await fetch(`${url}/api/health/live`, { headers: { "x-request-id": "given-by-a-proxy" } });
  expect([live.status, live.headers.get("x-request-id")]).toEqual([200, "given-by-a-proxy"]);
  const unknown = await fetch(`${url}/sub/${"x".repeat(32)}`, { headers: { "user-agent": "v2rayNG/1.9" } });
  expect([unknown.status, unknown.headers.get("x-content-type-options")]).toEqual([404, "nosniff"]);
  const unreadable = await fetch(`${url}/sub/%E0%A4%A`);
  expect(unreadable.status).toBe(400);
  const poll = await fetch(`${url}/stubs/handler_api.php?api_key=x&action=getStatus&id=1`);
  expect([poll.status, await poll.text()]).toEqual([200, "BAD_KEY"]);
});

it("answers in order what one connection asks at once", async () => {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").setEncoding("utf8");
  const ask = (path: string, last = false) =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${last ? "Connection: close\r\n" : ""}\r\n`;
  socket.write(
    ask(`/sub/${"x".repeat(32)}`) +
      ask("/stubs/handler_api.php?api_key=x&action=getStatus&id=1") +
      ask("/api/health/live", true),
  );
  let text = "";
  for await (const piece of socket) text += piece;
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  expect(statuses).toEqual(["404", "200", "200"]);
});
