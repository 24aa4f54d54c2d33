import { Hono } from "hono";
import { isDatabaseAway } from "@/lib/db/outage";
import type { Deps } from "@/lib/deps";
import type { ApiEnv } from "../context";
import type { KeyDesk } from "../keys/desk";
import { accountRoutes } from "./account";
import { words } from "./answers";
import { buyRoutes } from "./buy";
import { type FiveSimEnv, withFiveSimKey } from "./gate";
import { guestRoutes } from "./guest";
import { maxPriceRoutes } from "./max-prices";
import { orderRoutes } from "./orders";

/**
 * The 5sim protocol, version 1, at /v1: https://5sim.net/docs. Answers are JSON, errors plain words, and with 200 "no free
 * phones" where there is none. Its parts for vendors are not offered.
 */
export function fiveSimRoutes(deps: Deps, desk: KeyDesk) {
  const user = new Hono<FiveSimEnv>()
    .use(withFiveSimKey(deps, desk))
    .route("/", accountRoutes(deps))
    .route("/", maxPriceRoutes(deps))
    .route("/", buyRoutes(deps))
    .route("/", orderRoutes(deps));

  const app = new Hono<ApiEnv>()
    .route("/guest", guestRoutes(deps))
    .route("/user", user)
    .all("*", (c) => words(c, 404, "404 page not found"));
  app.onError((error, c) => {
    const away = isDatabaseAway(error);
    deps.log[away ? "warn" : "error"](
      { err: error, requestId: c.get("requestId") },
      away ? "the database is away" : "a request of the 5sim protocol failed unexpectedly",
    );
    c.header("retry-after", "2");
    return words(c, 503, "server offline");
  });
  return app;
}
