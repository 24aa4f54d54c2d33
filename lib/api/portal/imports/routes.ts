import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Deps } from "@/lib/deps";
import { hasRole } from "@/lib/domain/identity/policy";
import { checkNumberFile, importNumbers, reportOf } from "@/lib/domain/supply/commands/import-numbers";
import { NUMBER_COLUMNS } from "@/lib/domain/supply/number-file";
import { fileNameSchema } from "@/lib/domain/supply/number-schema";
import { CSV_BYTE_ORDER_MARK, csvLine } from "@/lib/table/csv";
import type { ApiEnv } from "../../context";
import { problem } from "../../problem";
import { answerImport } from "./answer-import";

/** 100,000 rows with long service lists. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

const asked = z.object({
  mode: z.enum(["check", "report", "commit"]),
  provider: z.string().max(60).default(""),
  expected: z.coerce.number().int().min(0).default(0),
  name: fileNameSchema,
});

const EXAMPLE = ["+5511987654321", "BR", "", "11", "wa tg"];

/** The upload of own numbers: a dry run, its report row by row as CSV, and the import of what is valid. */
export function importRoutes(deps: Deps) {
  return new Hono<ApiEnv>()
    .use(async (c, next) => {
      const actor = c.get("actor");
      if (!actor) return problem(c, "unauthenticated");
      if (!hasRole(actor.role, "ADMIN")) return problem(c, "forbidden");
      await next();
    })
    .get("/numbers-template.csv", (c) => {
      c.header("content-type", "text/csv; charset=utf-8");
      c.header("content-disposition", 'attachment; filename="numbers-template.csv"');
      // Written plainly: the plus of a number must come back as it was.
      return c.body(
        `${CSV_BYTE_ORDER_MARK}${[NUMBER_COLUMNS, EXAMPLE].map((row) => row.join(",")).join("\r\n")}\r\n`,
      );
    })
    .post(
      "/numbers",
      bodyLimit({ maxSize: MAX_FILE_BYTES, onError: (c) => problem(c, "body_too_large") }),
      async (c) => {
        const actor = c.get("actor");
        if (!actor) return problem(c, "unauthenticated");
        const query = asked.safeParse(c.req.query());
        if (!query.success) return problem(c, "invalid_input");
        const limit = await deps.rateLimits.take("exports", actor.userId);
        if (!limit.allowed) return problem(c, "rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
        let text: string;
        try {
          text = new TextDecoder("utf-8", { fatal: true }).decode(await c.req.arrayBuffer());
        } catch {
          return problem(c, "file_unreadable");
        }
        if (text.includes("\0")) return problem(c, "file_unreadable");
        const { mode, provider, expected, name: fileName } = query.data;
        if (mode === "commit") {
          const request = { text, provider, expected, fileName };
          return answerImport(deps, c, (onStored) => importNumbers(deps, actor, request, onStored));
        }
        const checked = await checkNumberFile(deps, actor, { text });
        if (!checked.ok) return problem(c, checked.reason, checked.details);
        if (mode === "check") return c.json(reportOf(checked, null));
        c.header("content-type", "text/csv; charset=utf-8");
        c.header("content-disposition", 'attachment; filename="numbers-report.csv"');
        const lines = checked.rows.map((row) => csvLine([row.line, row.number, row.problem ?? "valid"]));
        return c.body(CSV_BYTE_ORDER_MARK + csvLine(["line", "number", "outcome"]) + lines.join(""));
      },
    );
}
