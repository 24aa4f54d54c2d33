import { type Context, Hono } from "hono";
import { z } from "zod";
import { requireSecret } from "../require-secret";
import { panelBehaviourInput } from "./faults";
import type { SimulatedPanel } from "./panel";

const SHOWN = 50;

const trafficInput = z.object({
  username: z.string(),
  uploadBytes: z
    .number()
    .int()
    .min(0)
    .max(2 ** 50),
  downloadBytes: z
    .number()
    .int()
    .min(0)
    .max(2 ** 50),
});
const accountInput = z.object({ username: z.string() });
const versionInput = z.object({ version: z.string() });

/** What a simulated panel is doing, for the page that shows and steers it. */
export function panelState(panel: SimulatedPanel) {
  const accounts = panel.accounts();
  return {
    slug: panel.slug,
    title: panel.title,
    version: panel.version,
    versions: [...panel.versions],
    behaviour: panel.faults.behaviour,
    pendingBehaviours: panel.faults.pending(),
    basePath: panel.basePath,
    credentials: panel.credentials,
    tags: [...panel.tags],
    total: accounts.length,
    accounts: accounts.slice(-SHOWN).reverse(),
  };
}

/** Steers the panels. Loopback and secret only. */
export function panelControlRoutes(panels: readonly SimulatedPanel[], secret: string) {
  const app = new Hono();
  app.use(requireSecret(secret));
  app.get("/state", (c) => c.json({ panels: panels.map(panelState) }));

  function verb<T extends z.ZodType>(
    name: string,
    shape: T,
    act: (panel: SimulatedPanel, input: z.output<T>) => boolean | undefined,
  ) {
    app.post(`/:slug/${name}`, async (c: Context) => {
      const panel = panels.find(({ slug }) => slug === c.req.param("slug"));
      if (!panel) return c.json({ error: "no such panel" }, 404);
      const input = shape.safeParse(await c.req.json().catch(() => ({})));
      if (!input.success) return c.json({ error: input.error.issues }, 422);
      if (act(panel, input.data) === false) return c.json({ error: "no such account or version" }, 404);
      return c.json(panelState(panel));
    });
  }

  verb("behaviour", panelBehaviourInput, (panel, { behaviour, count }) => {
    panel.faults.set(behaviour, count);
    return true;
  });
  verb("version", versionInput, (panel, { version }) => {
    if (!panel.versions.includes(version)) return false;
    panel.version = version;
    return true;
  });
  verb("traffic", trafficInput, (panel, { username, uploadBytes, downloadBytes }) =>
    panel.addTraffic(username, uploadBytes, downloadBytes),
  );
  verb("delete", accountInput, (panel, { username }) => panel.deleteAccount(username));
  verb("reset-traffic", accountInput, (panel, { username }) => panel.resetTraffic(username));
  verb("restart", z.object({}), (panel) => {
    panel.restart();
    return true;
  });
  verb("reset", z.object({}), (panel) => {
    panel.reset();
    return true;
  });
  return app;
}
