import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "@/lib/deps";
import { readIcon } from "@/lib/domain/catalog/queries/read-icon";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

const TARGETS = { services: "service", countries: "country" } as const;

/** `GET /api/icons/services/<id>`: pictures that an admin uploaded. Nothing in one may run, wherever it is opened. */
export function iconRoutes(deps: Deps) {
  return new Hono<ApiEnv>().get("/:kind{services|countries}/:id", async (c) => {
    const id = z.uuid().safeParse(c.req.param("id"));
    const kind = c.req.param("kind") === "services" ? "services" : "countries";
    const icon = id.success ? await readIcon(deps, TARGETS[kind], id.data) : null;
    if (!icon) return problem(c, "not_found");
    c.header("content-security-policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    c.header("content-type", icon.type);
    c.header("content-disposition", "inline");
    // What a version shows never changes. Another one than the stored is kept nowhere: its picture may be yet to come.
    const isNamed = c.req.query("v") === String(icon.version);
    c.header("cache-control", isNamed ? "public, max-age=31536000, immutable" : "no-cache");
    return c.body(Uint8Array.from(icon.bytes).buffer);
  });
}
