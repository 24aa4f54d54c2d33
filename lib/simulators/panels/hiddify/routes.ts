import { type Context, Hono } from "hono";
import type { z } from "zod";
import { trouble } from "../trouble";
import type { HiddifyPanel } from "./panel";
import { apply, changedUserInput, newUserInput, userAnswer } from "./user";

/** Spelled as Hiddify does. */
const unauthorized = (c: Context) => c.json({ message: "Unathorized" }, 403);
const notFound = (c: Context) => c.json({ message: "user not found" }, 404);
const done = (c: Context) => c.json({ status: 200, msg: "ok" });

async function body<T extends z.ZodType>(c: Context, shape: T): Promise<{ data: z.output<T> } | Response> {
  const read = shape.safeParse(await c.req.json().catch(() => undefined));
  if (read.success) return { data: read.data };
  const json = Object.fromEntries(
    read.error.issues.map(({ path, message }) => [String(path[0] ?? "_schema"), [message]]),
  );
  return c.json({ message: "Validation error", detail: { json } }, 422);
}

/** API v2 below the panel's address; the key is good below the admin's path only. */
export function hiddifyRoutes(panel: HiddifyPanel): Hono {
  const app = new Hono();
  const admin = new Hono();
  const { users } = panel;
  const show = (uuid: string) => {
    const user = users.get(uuid);
    return user && userAnswer(user, panel.credentials.apiKey, panel.clock.now());
  };

  /** quick_apply_users: a shell job after each write. */
  async function applied(act: () => Response | Promise<Response>): Promise<Response> {
    panel.writing += 1;
    if (panel.writing > 1) panel.collisions += 1;
    try {
      const answer = await act();
      if (panel.applyMs > 0) await new Promise((resolve) => setTimeout(resolve, panel.applyMs));
      return answer;
    } finally {
      panel.writing -= 1;
    }
  }

  // Flask sends to the address with the slash, by which a body is lost.
  app.use("/:path/api/*", async (c, next) =>
    c.req.path.endsWith("/") ? next() : c.redirect(`${c.req.path}/`, 308),
  );
  app.use(trouble(panel.faults, unauthorized));
  app.get("/:path/api/v2/panel/ping/", (c) => c.json({ msg: "PONG" }));
  app.use("/:path/api/*", async (c, next) => {
    const isAdmin = c.req.param("path") === panel.adminPath;
    const isKey = c.req.header("Hiddify-API-Key") === panel.credentials.apiKey;
    return isAdmin && isKey ? next() : unauthorized(c);
  });
  app.get("/:path/api/v2/panel/info/", (c) => c.json({ version: panel.version }));

  admin.get("/me/", (c) =>
    c.json({ name: "Owner", uuid: panel.credentials.apiKey, mode: "super_admin", max_users: 1000 }),
  );
  admin.get("/server_status/", (c) => c.json({ stats: {}, usage_history: {} }));
  admin.get("/update_user_usage/", (c) => done(c));
  admin.get("/user/", (c) => {
    if (users.size === 0) return c.json({ message: "You have no user" }, 404);
    return c.json([...users.keys()].map(show));
  });
  admin.post("/user/", (c) =>
    applied(async () => {
      const read = await body(c, newUserInput);
      if (!("data" in read)) return read;
      if (read.data.uuid && users.has(read.data.uuid)) return c.json({ message: "The user exists" }, 400);
      return c.json(show(panel.add(read.data).uuid));
    }),
  );
  admin.get("/user/:uuid/", (c) => {
    const user = show(c.req.param("uuid"));
    return user ? c.json(user) : notFound(c);
  });
  admin.patch("/user/:uuid/", (c) =>
    applied(async () => {
      const user = users.get(c.req.param("uuid") ?? "");
      if (!user) return notFound(c);
      const read = await body(c, changedUserInput);
      if (!("data" in read)) return read;
      apply(user, read.data);
      return c.json(show(user.uuid));
    }),
  );
  admin.delete("/user/:uuid/", (c) =>
    applied(() => (users.delete(c.req.param("uuid") ?? "") ? done(c) : notFound(c))),
  );
  app.route("/:path/api/v2/admin", admin);
  app.all("*", (c) => c.html("<h1>404 Not Found</h1>", 404));
  return app;
}
