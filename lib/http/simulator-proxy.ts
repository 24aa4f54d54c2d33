import { request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import { readSession } from "@/lib/auth/read-session";
import type { Deps } from "@/lib/deps";

const PREFIX = "/simulators";
/** The wallet of the demo: a customer pays a crypto invoice with it. */
const CUSTOMER_PATHS = /^\/chain(?:\/(?:pay|mine|replace))?(?:\?|$)/;
const TIMEOUT_MS = 10_000;

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}

/**
 * Shows the simulators' own pages under this origin: all of them to staff, the simulated wallet to customers, too.
 * Their control calls stay on loopback.
 */
export function createSimulatorProxy({ deps, target }: { deps: Deps; target: URL }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const actor = await readSession(deps, {
      cookieHeader: request.headers.cookie ?? null,
      ip: null,
      requestId: null,
    });
    const path = (request.url ?? "").slice(PREFIX.length) || "/";
    const mayOpen = actor && (actor.role !== "CUSTOMER" || CUSTOMER_PATHS.test(path));
    if (!mayOpen) return answer(response, 404, "There is nothing here.");
    if (path.startsWith("/__control")) return answer(response, 404, "There is nothing here.");
    const { cookie: _cookie, host: _host, ...headers } = request.headers;
    const upstream = forward(
      {
        hostname: target.hostname,
        port: target.port,
        path: path.startsWith("/") ? path : `/${path}`,
        method: request.method,
        headers: { ...headers, host: target.host },
        timeout: TIMEOUT_MS,
      },
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(response);
      },
    );
    upstream.on("timeout", () => upstream.destroy(new Error("timeout")));
    upstream.on("error", () => {
      if (response.headersSent) response.destroy();
      else answer(response, 502, "The simulator is not running.");
    });
    request.pipe(upstream);
  };
}
