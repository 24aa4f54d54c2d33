import { z } from "@hono/zod-openapi";
import { askedAmount, catalogKey, idParameter, line, listOf, money, timestamp } from "./basic-fields";

export const project = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    defaultCountry: z.string().nullable().openapi({ description: "ISO 3166 code", example: "BR" }),
    defaultService: z.string().nullable().openapi({ description: "Slug", example: "whatsapp" }),
    areaCode: z.string().nullable(),
    monthlyLimit: money.nullable().openapi({ description: "Null: no limit" }),
    monthSpent: money.openapi({ description: "What counts against the limit this calendar month (UTC)" }),
    apiCalls: z.string().regex(/^\d+$/),
    createdAt: timestamp,
    archivedAt: timestamp.nullable(),
  })
  .openapi("Project");

export const projectList = listOf(project, "Project");
export const projectParams = z.object({ id: idParameter.openapi({ param: { name: "id", in: "path" } }) });

const description = z
  .string()
  .max(500)
  .refine((text) => !text.includes("\0"), "No text holds a NUL");

const fields = {
  description: description.optional(),
  defaultCountry: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .nullable()
    .optional()
    .openapi({ description: "Taken where renting names no country", example: "BR" }),
  defaultService: catalogKey
    .nullable()
    .optional()
    .openapi({ description: "Taken where renting names no service", example: "whatsapp" }),
  areaCode: z
    .string()
    .regex(/^[0-9]{1,8}$/)
    .nullable()
    .optional()
    .openapi({ description: "Numbers that begin so are preferred", example: "21" }),
  monthlyLimit: askedAmount
    .nullable()
    .optional()
    .openapi({ description: "USD a calendar month", example: "50.00" }),
};

export const createProjectBody = z.strictObject({ name: line(80), ...fields });
export const updateProjectBody = z.strictObject({ name: line(80).optional(), ...fields });

export const ownKey = z
  .object({
    id: z.uuid(),
    mode: z.enum(["live", "sandbox"]),
    scopes: z.array(z.string()),
    rateLimit: z.int().openapi({ description: "Requests a minute" }),
    projectId: z.uuid().nullable(),
    username: z.string(),
  })
  .openapi("Key");
