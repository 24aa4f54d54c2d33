import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import type { z } from "zod";
import { trouble } from "../trouble";
import { changedUserInput, newUserInput } from "./inputs";
import type { MarzbanPanel } from "./panel";
import { isRefusal, type MarzbanRefusal } from "./store";
import { type StoredUser, userResponse } from "./user";

const LOGIN_REFUSED = { detail: "Incorrect username or password" };
const BEARER = { "www-authenticate": "Bearer" };

const isLogin = (c: Context) => c.req.path.endsWith("/api/admin/token");

function unauthorized(c: Context) {
  const body = isLogin(c) ? LOGIN_REFUSED : { detail: "Could not validate credentials" };
  return c.json(body, 401, BEARER);
}

/** A sentence for each field, keyed by the last part of where it is (app/__init__.py). */
async function body<T extends z.ZodType>(c: Context, shape: T): Promise<z.output<T> | MarzbanRefusal> {
  const read = shape.safeParse(await c.req.json().catch(() => undefined));
  if (read.success) return read.data;
  const detail = Object.fromEntries(
    read.error.issues.map(({ path, message }) => [String(path.at(-1) ?? "body"), `Value error, ${message}`]),
  );
  return { status: 422, detail };
}

/** GET /api/users: offset, limit, search, status, sort. */
function pageOf(c: Context, users: StoredUser[]): { page: StoredUser[]; total: number } {
  const { offset = "0", limit, status, search, sort = "" } = c.req.query();
  const named = c.req.queries("username") ?? [];
  const chosen = users.filter(
    (user) =>
      (!status || user.status === status) &&
      (!search || user.username.includes(search) || user.note?.includes(search)) &&
      (named.length === 0 || named.includes(user.username)),
  );
  if (sort === "username") chosen.sort((a, b) => a.username.localeCompare(b.username));
  const from = Number(offset) || 0;
  return { page: chosen.slice(from, limit ? from + Number(limit) : undefined), total: chosen.length };
}

/** The part of Marzban's API that clients use, below the panel's address. */
export function marzbanRoutes(panel: MarzbanPanel): Hono {
  const { store } = panel;
  const app = new Hono();
  const refuse = (c: Context, { detail, status }: MarzbanRefusal) => c.json({ detail }, status);
  const show = (c: Context, user: StoredUser | MarzbanRefusal) =>
    isRefusal(user) ? refuse(c, user) : c.json(userResponse(user, panel.title));
  const NOT_FOUND: MarzbanRefusal = { status: 404, detail: "User not found" };
  const named = (c: Context) => store.find(c.req.param("username") ?? "");

  app.use(trouble(panel.faults, unauthorized));
  app.post("/api/admin/token", async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const isForm = c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded");
    if (!isForm || !form.has("username") || !form.has("password")) {
      return refuse(c, { status: 422, detail: { username: "Field required", password: "Field required" } });
    }
    const { username, password } = panel.credentials;
    if (form.get("username") !== username || form.get("password") !== password) return unauthorized(c);
    const token = randomBytes(24).toString("base64url");
    panel.tokens.add(token);
    return c.json({ access_token: token, token_type: "bearer" });
  });
  app.use("/api/*", async (c, next) => {
    const token = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    return panel.tokens.has(token) ? next() : unauthorized(c);
  });
  app.get("/api/admin", (c) =>
    c.json({ username: panel.credentials.username, is_sudo: true, telegram_id: null, discord_webhook: null }),
  );
  app.get("/api/system", (c) => c.json(panel.systemStats()));
  app.get("/api/core", (c) =>
    c.json({ version: "1.8.24", started: panel.isCoreUp, logs_websocket: "/api/core/logs" }),
  );
  app.get("/api/inbounds", (c) => c.json(panel.inbounds()));
  app.get("/api/users", (c) => {
    const { page, total } = pageOf(c, store.list());
    return c.json({ users: page.map((user) => userResponse(user, panel.title)), total });
  });
  app.post("/api/user", async (c) => {
    const input = await body(c, newUserInput);
    return "detail" in input ? refuse(c, input) : show(c, store.add(input));
  });
  app.get("/api/user/:username", (c) => show(c, named(c) ?? NOT_FOUND));
  app.put("/api/user/:username", async (c) => {
    const input = await body(c, changedUserInput);
    if ("detail" in input) return refuse(c, input);
    const user = named(c);
    return show(c, user ? store.change(user, input) : NOT_FOUND);
  });
  app.delete("/api/user/:username", (c) => {
    const user = named(c);
    if (!user) return refuse(c, NOT_FOUND);
    store.users.delete(user.username.toLowerCase());
    return c.json({ detail: "User successfully deleted" });
  });
  app.post("/api/user/:username/reset", (c) => {
    const user = named(c);
    return show(c, user ? store.resetTraffic(user) : NOT_FOUND);
  });
  app.post("/api/user/:username/revoke_sub", (c) => {
    const user = named(c);
    return show(c, user ? store.revoke(user) : NOT_FOUND);
  });
  app.get("/api/user/:username/usage", (c) => {
    const user = named(c);
    if (!user) return refuse(c, NOT_FOUND);
    const usages = [{ node_id: null, node_name: "Master", used_traffic: user.used_traffic }];
    return c.json({ username: user.username, usages });
  });
  app.all("*", (c) => c.json({ detail: "Not Found" }, 404));
  return app;
}
