import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";

/** Plain Next with the empty route handler of the fixture, as its own server would run it. */
const dir = join(import.meta.dirname, "../support/next-fixture");
const app = next({ dev: false, dir, port: 0, hostname: "127.0.0.1" });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => {
  handle(request, response).catch(() => response.destroy());
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
