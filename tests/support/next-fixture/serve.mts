import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import next from "next";
import { createFrontDoor } from "@/lib/http/front-door";

/** The product's front door before a small Next app: the joint that the API app's global objects could break. */
const api = new Hono().get("/api/native", (c) => c.text("from hono", 200, { "x-from": "hono" }));
const app = next({ dev: false, dir: import.meta.dirname, port: 0, hostname: "127.0.0.1" });
const listener = getRequestListener(api.fetch);
await app.prepare();
const door = createFrontDoor({
  publicOrigin: "http://localhost",
  trustedProxies: [],
  api: listener,
  pages: app.getRequestHandler(),
  simulators: null,
  onAnswered: () => undefined,
  onError: (error) => process.stderr.write(`${error}\n`),
});
const server = createServer((request, response) => {
  door(request, response);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
