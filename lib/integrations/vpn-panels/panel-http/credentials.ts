import type { z } from "zod";
import type { PanelError } from "@/lib/domain/vpn/types";

/** The fields an issue is about; where there are two ways to say it, those of both. */
function fieldsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.path.length > 0) return [issue.path.join(".")];
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap(fieldsOf);
  return ["credentials"];
}

/** What an admin typed for a panel, in the shape its adapter wants; the error names the fields and holds no value. */
export function readCredentials<T extends z.ZodType>(
  shape: T,
  given: unknown,
): { ok: true; value: z.output<T> } | { ok: false; error: PanelError } {
  const read = shape.safeParse(given);
  if (read.success) return { ok: true, value: read.data };
  const fields = [...new Set(read.error.issues.flatMap(fieldsOf))];
  return { ok: false, error: { kind: "validation", text: `check: ${fields.join(", ")}`, fields } };
}
