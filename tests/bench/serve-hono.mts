import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";

/** The least that Hono can do. */
const app = new Hono().get("/empty", (c) => c.body(null, 204));
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
