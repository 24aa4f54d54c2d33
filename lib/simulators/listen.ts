import type { IncomingMessage, Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** Serves a simulator on loopback; port 0 takes a free one. `drops` says whose connections end without an answer. */
export async function listen(
  app: Pick<Hono, "fetch">,
  port: number,
  drops: (request: IncomingMessage) => boolean = () => false,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.prependListener("request", (request) => {
    if (drops(request)) request.socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the simulator has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
