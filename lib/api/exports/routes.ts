import { Hono } from "hono";
import { stream } from "hono/streaming";
import type { Deps } from "@/lib/deps";
import { hasRole } from "@/lib/domain/identity/policy";
import { CSV_BYTE_ORDER_MARK, csvLine } from "@/lib/table/csv";
import type { ApiEnv } from "../context";
import { problem } from "../problem";
import { TABLE_EXPORTS } from "./registry";

/** Lines are sent in pieces of about this many characters. */
const PIECE_LENGTH = 32 * 1024;

/** `GET /api/portal/exports/<name>.csv`: the filtered set of a list, streamed, for whoever may see the list. */
export function exportRoutes(deps: Deps) {
  return new Hono<ApiEnv>().get("/:file{[a-z-]+\\.csv}", async (c) => {
    const table = TABLE_EXPORTS.find(({ name }) => `${name}.csv` === c.req.param("file"));
    if (!table) return problem(c, "not_found");
    const actor = c.get("actor");
    if (!actor) return problem(c, "unauthenticated");
    if (table.least && !hasRole(actor.role, table.least)) return problem(c, "forbidden");
    const limit = await deps.rateLimits.take("exports", actor.userId);
    if (!limit.allowed) return problem(c, "rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
    const rows = table.rows(deps, actor, new URL(c.req.url).searchParams)[Symbol.asyncIterator]();
    // The first row is read before the answer begins, so that a fault is still an honest status.
    let next = await rows.next();
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${table.name}.csv"`);
    c.header("cache-control", "no-store");
    return stream(c, async (out) => {
      let piece = CSV_BYTE_ORDER_MARK + csvLine(table.columns);
      while (!next.done && !out.aborted) {
        piece += csvLine(next.value);
        if (piece.length > PIECE_LENGTH) {
          await out.write(piece);
          piece = "";
        }
        next = await rows.next();
      }
      await rows.return?.(undefined);
      if (!out.aborted) await out.write(piece);
    });
  });
}
