import { type Context, Hono } from "hono";
import type { z } from "zod";
import { trouble } from "../trouble";
import { changedUserInput, dropInput, newUserInput } from "./inputs";
import type { RemnawavePanel } from "./panel";
import { isRefusal, MISSING, type RemnawaveRefusal, type StoredUser, userAnswer } from "./store";

function refuse(
  c: Context,
  { status, errorCode, message }: Omit<RemnawaveRefusal, "status"> & { status: number },
) {
  const body = { timestamp: new Date().toISOString(), path: c.req.path, message, errorCode };
  return c.json(body, status as 400);
}

const unauthorized = (c: Context) => refuse(c, { status: 401, errorCode: "A003", message: "Unauthorized" });

/** zod's own issues. */
async function body<T extends z.ZodType>(c: Context, shape: T): Promise<{ data: z.output<T> } | Response> {
  const read = shape.safeParse(await c.req.json().catch(() => undefined));
  if (read.success) return { data: read.data };
  return c.json({ statusCode: 400, message: "Validation failed", errors: read.error.issues }, 400);
}

/** The part of Remnawave 3 that clients use. */
export function remnawaveRoutes(panel: RemnawavePanel): Hono {
  const { store } = panel;
  const app = new Hono();
  const show = (c: Context, user: StoredUser | RemnawaveRefusal | undefined, status: 200 | 201 = 200) => {
    if (!user) return refuse(c, MISSING);
    if (isRefusal(user)) return refuse(c, user);
    return c.json({ response: userAnswer(user, panel.title) }, status);
  };
  const named = (c: Context) => store.byId(Number(c.req.param("id")));

  app.use(trouble(panel.faults, unauthorized));
  app.use("/api/*", async (c, next) =>
    c.req.header("authorization") === `Bearer ${panel.credentials.token}` ? next() : unauthorized(c),
  );
  app.get("/api/system/metadata", (c) =>
    c.json({ response: { version: panel.version, build: { time: "" } } }),
  );
  app.get("/api/nodes", (c) =>
    c.json({
      response: [
        {
          uuid: panel.squads[0],
          name: "de1",
          address: "127.0.0.1",
          isConnected: panel.isNodeConnected,
          isDisabled: false,
        },
      ],
    }),
  );
  app.get("/api/internal-squads", (c) =>
    c.json({
      response: {
        total: panel.squads.length,
        internalSquads: panel.squads.map((uuid) => ({ uuid, name: "Default" })),
      },
    }),
  );
  app.get("/api/users", (c) => {
    const users = store.list();
    const start = Number(c.req.query("start") ?? 0);
    const size = Math.min(Number(c.req.query("size") ?? 25), 500);
    const page = users.slice(start, start + size).map((user) => userAnswer(user, panel.title));
    return c.json({ response: { users: page, total: users.length } });
  });
  app.post("/api/users", async (c) => {
    const read = await body(c, newUserInput);
    return "data" in read ? show(c, store.add(read.data), 201) : read;
  });
  app.patch("/api/users", async (c) => {
    const read = await body(c, changedUserInput);
    if (!("data" in read)) return read;
    const { id, username } = read.data;
    const user = id === undefined ? store.find(username) : store.byId(id);
    return show(c, user && store.change(user, read.data));
  });
  app.get("/api/users/by-username/:username", (c) => show(c, store.find(c.req.param("username"))));
  app.get("/api/users/:id", (c) => show(c, named(c)));
  app.delete("/api/users/:id", (c) => {
    const user = named(c);
    if (!user) return refuse(c, MISSING);
    store.users.delete(user.username);
    return c.json({ response: { isDeleted: true } });
  });
  app.post("/api/users/:id/actions/:action", (c) => {
    const user = named(c);
    if (!user) return refuse(c, MISSING);
    const action = c.req.param("action");
    if (action === "enable") {
      if (user.status !== "DISABLED")
        return refuse(c, { status: 400, errorCode: "A030", message: "User already enabled" });
      user.status = "ACTIVE";
    } else if (action === "disable") {
      if (user.status === "DISABLED")
        return refuse(c, { status: 400, errorCode: "A029", message: "User already disabled" });
      user.status = "DISABLED";
    } else if (action === "reset-traffic") panel.resetTraffic(user.username);
    else if (action === "revoke") store.revoke(user);
    else return c.json({ message: `Cannot POST ${c.req.path}`, statusCode: 404 }, 404);
    return show(c, store.find(user.username));
  });
  app.post("/api/connections/drop", async (c) => {
    const read = await body(c, dropInput);
    if (!("data" in read)) return read;
    for (const id of read.data.dropBy.userIds) {
      const user = store.byId(id);
      if (user) user.openConnections = 0;
    }
    return c.json({ response: { eventSent: true } });
  });
  app.all("*", (c) => c.json({ message: `Cannot ${c.req.method} ${c.req.path}`, statusCode: 404 }, 404));
  return app;
}
