import { Hono } from "hono";
import type { Deps } from "@/lib/deps";
import type { ApiEnv } from "../context";
import type { KeyDesk } from "../keys/desk";
import { type KeyedEnv, withApiKey } from "../keys/with-api-key";
import { problem } from "../problem";
import type { Implementation } from "./call";
import { apiDocument } from "./document";
import { CATALOGUE_HANDLERS } from "./handlers/catalogue";
import { NUMBER_HANDLERS } from "./handlers/numbers";
import { PROJECT_HANDLERS } from "./handlers/projects";
import { RENT_HANDLERS } from "./handlers/rent";
import { VPN_HANDLERS } from "./handlers/vpn";
import { WALLET_HANDLERS } from "./handlers/wallet";
import { WEBHOOK_HANDLERS } from "./handlers/webhooks";
import { serve } from "./serve";

/** What does each operation; a test checks that none is missing. */
export const IMPLEMENTATIONS: readonly Implementation[] = [
  ...CATALOGUE_HANDLERS,
  ...RENT_HANDLERS,
  ...NUMBER_HANDLERS,
  ...WALLET_HANDLERS,
  ...VPN_HANDLERS,
  ...PROJECT_HANDLERS,
  ...WEBHOOK_HANDLERS,
];

const MAX_AGE_SECONDS = 300;

/** "/numbers/{id}" as the router writes it. */
const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** The REST API, version 1: one route for each operation of the contract. */
export function restRoutes(deps: Deps, desk: KeyDesk) {
  const app = new Hono<KeyedEnv>();
  const documentText = JSON.stringify(apiDocument(deps.publicOrigin));
  // Open to every page: a document of ours, with nothing in it that is anybody's.
  app.get("/openapi.json", (c) =>
    c.body(documentText, 200, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": `public, max-age=${MAX_AGE_SECONDS}`,
      "access-control-allow-origin": "*",
    }),
  );
  const allowed = new Map<string, string[]>();
  for (const implementation of IMPLEMENTATIONS) {
    const { method, path, scope } = implementation.operation;
    const route = routeOf(path);
    const methods = allowed.get(route) ?? [];
    allowed.set(route, [...methods, method.toUpperCase()]);
    app.on(
      method.toUpperCase(),
      route,
      withApiKey(deps, desk, scope ? { scope } : {}),
      serve(deps, implementation),
    );
  }
  for (const [route, methods] of allowed) {
    app.all(route, (c) => {
      c.header("allow", methods.join(", "));
      return problem(c as unknown as Parameters<typeof problem>[0], "method_not_allowed");
    });
  }
  return app as unknown as Hono<ApiEnv>;
}
