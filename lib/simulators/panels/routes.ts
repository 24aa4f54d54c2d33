import type { IncomingMessage } from "node:http";
import { Hono } from "hono";
import { panelControlRoutes } from "./control";
import type { SimulatedPanel } from "./panel";

const PANEL = /^\/panels\/([a-z0-9-]+)(?:[/?]|$)/;

/** Each panel below /panels/<slug>, and what steers them. */
export function panelRoutes(panels: readonly SimulatedPanel[], secret: string): Hono {
  const app = new Hono();
  app.route("/__control/panels", panelControlRoutes(panels, secret));
  for (const panel of panels) app.route(`/panels/${panel.slug}`, panel.routes());
  return app;
}

export const isPanelCall = (url: string): boolean => PANEL.test(url);

/** Whether the panel that is called ends this connection. */
export function panelDrops(panels: readonly SimulatedPanel[], request: IncomingMessage): boolean {
  const slug = PANEL.exec(request.url ?? "")?.[1];
  return panels.find((panel) => panel.slug === slug)?.drops(request) ?? false;
}
