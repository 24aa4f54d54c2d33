import { Hono } from "hono";
import { listen } from "../listen";
import type { SimulatedPanel } from "./panel";
import { panelDrops, panelRoutes } from "./routes";

/** Panels alone on a port of their own; 0 takes a free one. */
export async function startPanels(panels: readonly SimulatedPanel[], secret: string, port = 0) {
  const app = new Hono();
  app.route("/", panelRoutes(panels, secret));
  const listening = await listen(app, port, (request) => panelDrops(panels, request));
  return {
    ...listening,
    urlOf: ({ slug, basePath }: SimulatedPanel) => `${listening.url}/panels/${slug}${basePath}`,
  };
}
