import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Deps } from "@/lib/deps";
import { clientAddressReader, type parseRanges } from "@/lib/http/client-address";
import { createFrontDoor } from "@/lib/http/front-door";
import type { PackedFiles } from "@/lib/http/packed-files";
import { refuse } from "@/lib/http/refuse";
import { logRequest } from "@/lib/observability/request-log";
import { createApiApp } from "./app";
import { quickStatusDoor } from "./handler-api/quick-door";
import { openKeyDesk } from "./keys/desk";
import { openStatusDesk } from "./order-status/status-desk";
import { openSubscriptionDesk } from "./subscription/desk";
import { quickSubscriptionDoor } from "./subscription/quick-door";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

interface EntranceOptions {
  trustedProxies: ReturnType<typeof parseRanges>;
  /** Next; null where this process serves no pages. */
  pages: Handler | null;
  /** In development the API runs under Next, so that edits reload. */
  isApiUnderPages: boolean;
  files?: PackedFiles;
  simulators: Handler | null;
}

/**
 * Where every request comes in. Polls of orders and documents of secret links, which come by the thousand, are answered at
 * once; all others go through the front door to the API app or the pages.
 */
export function createEntrance(deps: Deps, options: EntranceOptions): Handler {
  const { trustedProxies, pages, isApiUnderPages } = options;
  const desk = openSubscriptionDesk(deps);
  const desks = { keys: openKeyDesk(deps), statuses: openStatusDesk(deps) };
  const api = getRequestListener(createApiApp(deps, desk, desks.keys, desks.statuses).fetch);
  const onError = (error: unknown) => deps.log.error({ err: error }, "a request failed at the front door");
  const frontDoor = createFrontDoor({
    publicOrigin: deps.env.publicUrl.origin,
    trustedProxies,
    api: isApiUnderPages && pages ? pages : api,
    pages: pages ?? api,
    files: options.files,
    simulators: options.simulators,
    onError,
    onAnswered: (facts) => logRequest(deps, { ...facts, route: null, userId: null }),
  });
  if (isApiUnderPages) return frontDoor;
  const addressOf = clientAddressReader(trustedProxies);
  const subscriptions = quickSubscriptionDoor(deps, { desk, addressOf, next: frontDoor });
  const door = quickStatusDoor(deps, { desks, addressOf, next: subscriptions });
  // Made once: a function for each request would cost as much as the rest of this.
  const fail = (request: IncomingMessage, response: ServerResponse, error: unknown) => {
    onError(error);
    if (response.headersSent) response.destroy();
    else refuse(request, response, "unavailable");
  };
  return (request, response) => {
    try {
      const answering = door(request, response);
      if (answering instanceof Promise) answering.catch((error: unknown) => fail(request, response, error));
    } catch (error) {
      fail(request, response, error);
    }
  };
}
