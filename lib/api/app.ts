import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isDatabaseAway } from "@/lib/db/outage";
import type { Deps } from "@/lib/deps";
import { isRefusalError } from "@/lib/domain/kernel/errors";
import type { Refusal } from "@/lib/domain/kernel/result";
import { databaseErrorCode } from "@/lib/domain/kernel/transaction";
import { CLIENT_ADDRESS_HEADER, readClientAddress } from "@/lib/http/client-address";
import { protocolRefusal } from "@/lib/http/protocol-refusal";
import { isReadablePath } from "@/lib/http/readable-path";
import { REQUEST_ID_HEADER, requestIdFrom } from "@/lib/http/request-id";
import { API_SECURITY_HEADERS } from "@/lib/http/security-headers";
import { logRequest } from "@/lib/observability/request-log";
import type { ApiEnv } from "./context";
import { exportRoutes } from "./exports/routes";
import { fiveSimRoutes } from "./five-sim/routes";
import { handlerApiRoutes } from "./handler-api/routes";
import { metricsRoutes } from "./health/metrics";
import { healthRoutes } from "./health/routes";
import { hookRoutes } from "./hooks/routes";
import { iconRoutes } from "./icons/routes";
import { openKeyDesk } from "./keys/desk";
import { openStatusDesk } from "./order-status/status-desk";
import { importRoutes } from "./portal/imports/routes";
import { portalRoutes } from "./portal/routes";
import { searchRoutes } from "./portal/search";
import { problem } from "./problem";
import { priceRoutes } from "./public/prices";
import { restRoutes } from "./rest/routes";
import { withSession } from "./session";
import { streamRoutes } from "./stream/routes";
import { openSubscriptionDesk } from "./subscription/desk";
import { subscriptionRoutes } from "./subscription/routes";

const MAX_BODY_BYTES = 256 * 1024;

/** A refusal before any route's own: in a foreign protocol's words at its doors, else a problem document. */
function refuseAtDoor(
  c: Context<ApiEnv>,
  code: "malformed_address" | "body_too_large" | "not_found" | "unavailable",
  details?: Refusal["details"],
): Response {
  const words = protocolRefusal(c.req.path, code);
  if (!words) return problem(c, code === "malformed_address" ? "not_found" : code, details);
  c.header("cache-control", "no-store");
  if (code === "unavailable") c.header("retry-after", String(details?.retryAfterSeconds ?? 1));
  return c.body(words.text, words.status, { "content-type": "text/plain; charset=utf-8" });
}

/** The whole API as one application: the same in front of Next (server.mts) and under its route handlers. */
export function createApiApp(
  deps: Deps,
  desk = openSubscriptionDesk(deps),
  keys = openKeyDesk(deps),
  statuses = openStatusDesk(deps),
) {
  const app = new Hono<ApiEnv>();

  app.use(async (c, next) => {
    const startedAt = performance.now();
    // Behind the front door Node's own headers are read: making a Request's would cost more than the answer.
    const own = c.env?.incoming?.headers;
    const requestId = requestIdFrom(
      own ? own[REQUEST_ID_HEADER]?.toString() : c.req.header(REQUEST_ID_HEADER),
    );
    c.set("requestId", requestId);
    c.set("clientAddress", own?.[CLIENT_ADDRESS_HEADER]?.toString() ?? readClientAddress(c.req.raw.headers));
    c.set("actor", null);
    // Before the answer is made: afterwards each header would make it anew.
    c.header(REQUEST_ID_HEADER, requestId);
    for (const [name, value] of API_SECURITY_HEADERS) c.header(name, value);
    // The front door has looked at it already.
    if (!own && !isReadablePath(c.req.path)) return refuseAtDoor(c, "malformed_address");
    await next();
    logRequest(deps, {
      requestId,
      method: c.req.method,
      route: c.req.routePath,
      path: c.req.path,
      status: c.res.status,
      durationMs: performance.now() - startedAt,
      userId: c.get("actor")?.userId ?? null,
      clientAddress: c.get("clientAddress"),
    });
  });

  const limitBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => refuseAtDoor(c, "body_too_large") });
  app.use((c, next) => {
    const sent = c.env?.incoming?.headers;
    const isBodiless = sent && !sent["content-length"] && !sent["transfer-encoding"];
    const isRead = c.req.method === "GET" || c.req.method === "HEAD" || isBodiless;
    // Files have a limit of their own, behind the gate.
    return isRead || c.req.path.startsWith("/api/portal/imports/") ? next() : limitBody(c, next);
  });

  app.onError((error, c) => {
    if (isRefusalError(error)) return problem(c, error.patchbayCode, error.details);
    if (isDatabaseAway(error)) {
      deps.log.warn({ err: error, requestId: c.get("requestId") }, "the database is away");
      return refuseAtDoor(c, "unavailable", { retryAfterSeconds: 2 });
    }
    deps.log.error(
      { err: error, requestId: c.get("requestId"), sqlState: databaseErrorCode(error) },
      "an API request failed unexpectedly",
    );
    return refuseAtDoor(c, "unavailable");
  });

  app.notFound((c) => refuseAtDoor(c, "not_found"));

  app.route("/api/health", healthRoutes(deps));
  app.route("/api/metrics", metricsRoutes(deps));
  app.route("/api/hooks", hookRoutes(deps));
  app.route("/api/icons", iconRoutes(deps));
  app.route("/api/public", priceRoutes(deps));
  app.route("/api/v1", restRoutes(deps, keys));
  app.route("/sub", subscriptionRoutes(deps, desk));
  app.route("/stubs", handlerApiRoutes(deps, { keys, statuses }));
  app.route("/v1", fiveSimRoutes(deps, keys));
  app.use("/api/stream", withSession(deps));
  app.route("/api/stream", streamRoutes(deps));
  app.use("/api/portal/*", withSession(deps));
  app.route("/api/portal/exports", exportRoutes(deps));
  app.route("/api/portal/search", searchRoutes(deps));
  app.route("/api/portal/imports", importRoutes(deps));
  app.route("/api/portal", portalRoutes(deps));
  return app;
}
