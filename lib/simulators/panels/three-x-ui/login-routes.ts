import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { done, inboundList, refused, settingsInput, stranger } from "./answers";
import { clientInput, trafficRow } from "./clients";
import type { ThreeXUiPanel } from "./panel";

const COOKIE = "3x-ui";
const clientsInput = z.object({ clients: z.array(clientInput).min(1) });

async function fields(c: Context): Promise<Record<string, unknown>> {
  const isJson = c.req.header("content-type")?.includes("json");
  return isJson
    ? await c.req.json().catch(() => ({}))
    : Object.fromEntries(new URLSearchParams(await c.req.text()));
}

/** POST /login of 2.x: a wrong password is 200 with success:false. */
export async function logIn(c: Context, panel: ThreeXUiPanel): Promise<Response> {
  const { username, password } = await fields(c);
  if (username !== panel.login.username || password !== panel.login.password) {
    return c.json({ success: false, msg: "Invalid username or password or two-factor code.", obj: null });
  }
  const session = randomBytes(18).toString("base64url");
  panel.sessions.add(session);
  setCookie(c, COOKIE, session, { httpOnly: true, path: "/" });
  return done(c, "You have successfully logged into your account.");
}

/** /panel/api of 2.x: clients are inside the settings of their inbound. */
export function loginRoutes(panel: ThreeXUiPanel): Hono {
  const { table } = panel;
  const app = new Hono();

  app.use(async (c, next) => (panel.sessions.has(getCookie(c, COOKIE) ?? "") ? next() : stranger(c)));
  // The panel's own version is in its pages only.
  app.get("/server/status", (c) =>
    done(c, "", { cpu: 2, xray: { state: panel.xrayState, version: "1.8.24" } }),
  );
  app.get("/inbounds/list", (c) => done(c, "", inboundList(table, true)));
  app.get("/inbounds/getClientTraffics/:email", (c) => {
    const client = table.clients.get(c.req.param("email"));
    return done(c, "", client ? trafficRow(client) : null);
  });

  async function client(c: Context) {
    const input = settingsInput.safeParse(await fields(c));
    const clients = input.success ? clientsInput.safeParse(input.data.settings) : null;
    const first = clients?.data?.clients[0];
    return input.success && first ? { inboundId: input.data.id, first } : null;
  }

  app.post("/inbounds/addClient", async (c) => {
    const input = await client(c);
    if (!input) return refused(c, "unexpected end of JSON input");
    const refusal = table.add(input.first, [input.inboundId]);
    return refusal ? refused(c, refusal) : done(c, "Inbound client(s) have been added.");
  });
  app.post("/inbounds/updateClient/:clientId", async (c) => {
    const input = await client(c);
    if (!input) return refused(c, "unexpected end of JSON input");
    const found = table.byClientId(input.inboundId, c.req.param("clientId"));
    if (!found) return refused(c, "empty client ID");
    const refusal = table.replace(found, input.first);
    return refusal ? refused(c, refusal) : done(c, "Inbound client has been updated.");
  });
  app.post("/inbounds/:id/delClient/:clientId", (c) => {
    const found = table.byClientId(Number(c.req.param("id")), c.req.param("clientId"));
    if (!found) return refused(c, "Client Not Found In Inbound For ID: client not found");
    table.delete(found, false);
    return done(c, "Inbound client has been deleted.");
  });
  app.post("/inbounds/:id/resetClientTraffic/:email", (c) =>
    panel.resetTraffic(c.req.param("email"))
      ? done(c, "Traffic has been reset.")
      : refused(c, "record not found"),
  );
  return app;
}
