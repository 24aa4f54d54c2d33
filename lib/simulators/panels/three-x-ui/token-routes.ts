import { type Context, Hono } from "hono";
import { z } from "zod";
import { done, inboundList, refused, stranger } from "./answers";
import { clientInput, trafficRow } from "./clients";
import type { ThreeXUiPanel } from "./panel";

const addInput = z.object({ client: clientInput, inboundIds: z.array(z.number().int()) });
const attachInput = z.object({ inboundIds: z.array(z.number().int()) });

/** /panel/api of 3.1 and later. */
export function tokenRoutes(panel: ThreeXUiPanel): Hono {
  const { table } = panel;
  const app = new Hono();
  const named = (c: Context) => table.clients.get(c.req.param("email") ?? "");
  const json = (c: Context) => c.req.json().catch(() => undefined);
  const missing = (c: Context) => refused(c, "client not found");

  app.use(async (c, next) => {
    const isKnown = c.req.header("authorization") === `Bearer ${panel.credentials.token}`;
    return isKnown ? next() : stranger(c);
  });
  app.get("/server/status", (c) =>
    done(c, "", {
      cpu: 2,
      panelVersion: panel.version,
      xray: { state: panel.xrayState, version: "26.7.28" },
    }),
  );
  app.get("/inbounds/list", (c) => done(c, "", inboundList(table, false)));
  app.get("/clients/list", (c) =>
    done(
      c,
      "",
      [...table.clients.values()].map(({ up, down, lastOnline, ...row }) => ({
        ...row,
        traffic: { up, down, lastOnline },
      })),
    ),
  );
  app.get("/clients/get/:email", (c) => {
    const client = named(c);
    return client ? done(c, "", { client, inboundIds: client.inboundIds }) : missing(c);
  });
  app.get("/clients/traffic/:email", (c) => {
    const client = named(c);
    return client ? done(c, "", trafficRow(client)) : missing(c);
  });
  app.post("/clients/add", async (c) => {
    const input = addInput.safeParse(await json(c));
    if (!input.success) return refused(c, input.error.issues[0]?.message ?? "bad request");
    const refusal = table.add(input.data.client, input.data.inboundIds);
    return refusal ? refused(c, refusal) : done(c, "Client added");
  });
  app.post("/clients/update/:email", async (c) => {
    const input = clientInput.safeParse(await json(c));
    const client = named(c);
    if (!input.success) return refused(c, input.error.issues[0]?.message ?? "bad request");
    if (!client) return missing(c);
    const refusal = table.replace(client, input.data);
    return refusal ? refused(c, refusal) : done(c, "Client updated");
  });
  app.post("/clients/del/:email", (c) => {
    const client = named(c);
    if (!client) return missing(c);
    table.delete(client, c.req.query("keepTraffic") === "1");
    return done(c, "Client deleted");
  });
  app.post("/clients/:email/attach", async (c) => {
    const input = attachInput.safeParse(await json(c));
    const client = named(c);
    if (!client || !input.success) return missing(c);
    client.inboundIds = [...new Set([...client.inboundIds, ...input.data.inboundIds])];
    return done(c, "Client attached");
  });
  app.post("/clients/resetTraffic/:email", (c) =>
    panel.resetTraffic(c.req.param("email")) ? done(c, "Traffic has been reset") : missing(c),
  );
  return app;
}
