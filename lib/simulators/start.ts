import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { SIMULATED_API_KEY } from "./key";
import { controlRoutes, stateOf } from "./sms-upstream/control";
import { statePage } from "./sms-upstream/page";
import { protocolRoutes } from "./sms-upstream/protocol";
import { SmsUpstream, type UpstreamOptions } from "./sms-upstream/upstream";

export interface SimulatorOptions extends Partial<UpstreamOptions> {
  /** 0 takes a free one. */
  port: number;
  secret: string;
  die?: () => void;
}

export interface Simulators {
  url: string;
  upstream: SmsUpstream;
  close(): Promise<void>;
}

/** Starts the simulators on loopback. The same code serves the demo (as a process of its own) and tests. */
export async function startSimulators({
  port,
  secret,
  die,
  ...options
}: SimulatorOptions): Promise<Simulators> {
  const upstream = new SmsUpstream({ apiKey: SIMULATED_API_KEY, ...options });
  const app = new Hono();
  app.get("/", (c) => c.html(statePage(stateOf(upstream))));
  app.route("/__control", controlRoutes(upstream, { secret, die: die ?? (() => undefined) }));
  // A request whose connection was dropped is not answered, and nothing is sold by it.
  app.use(async (c, next) => (upstream.isRefusing() ? c.body(null, 503) : next()));
  app.route("/", protocolRoutes(upstream));
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  // "refuse" drops connections as a dead machine would; the control calls must still get through.
  server.prependListener("request", (request) => {
    if (upstream.isRefusing() && !request.url?.startsWith("/__control")) request.socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the simulators have no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    upstream,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
