import { z } from "zod";

type Flat = Record<string, unknown>;

/**
 * A form has one level of names and a schema may have more: `shape` builds what the schema reads. What is not right is told
 * by the last name of its path, which is the field's.
 */
export function flatForm<Schema extends z.ZodType>(schema: Schema, shape: (form: Flat) => unknown) {
  return z.preprocess(
    (value) => (value instanceof FormData ? Object.fromEntries(value) : value),
    z.record(z.string(), z.unknown()).transform((form, context): z.output<Schema> => {
      const parsed = schema.safeParse(shape(form));
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues) {
        const field = path.findLast((step) => typeof step === "string") ?? "form";
        context.addIssue({ code: "custom", path: [field], message });
      }
      return z.NEVER;
    }),
  );
}
